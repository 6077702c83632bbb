package no.innom.web.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import no.innom.Client;
import no.innom.Program;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Editors read flows, write drafts side by side, and are told what is wrong with them. */
class DraftsIT {
    @AutoClose
    private static Server server;

    private static Desk vakt;
    private static Desk kari;

    @BeforeAll
    static void start() {
        server = Server.start();
        vakt = Desk.of(server, "vakt", server.password());
        Program.addStaff(server, "kari", "Kari", "et langt passord", "editor");
        Program.addStaff(server, "per", "Per", "et langt passord", "frivillig");
        kari = Desk.of(server, "kari", "et langt passord");
    }

    @Test
    void letsInEditorsOnlyAndFromItsOwnPagesOnly() {
        assertThat(Client.get(server, "/api/flows").statusCode()).isEqualTo(401);
        var per = Desk.of(server, "per", "et langt passord").get("/api/flows");
        assertThat(per.status()).isEqualTo(403);
        assertThat(per.json().path("detail").asText()).contains("editor");
        var foreign = vakt.send("PUT", "/api/flows/rus/draft", "{}", "Origin", "https://evil.example");
        assertThat(foreign.status()).isEqualTo(403);
        var own = vakt.send("POST", "/api/flows/rus/presence", "{}", "Origin", server.url());
        assertThat(own.status()).isEqualTo(200);
    }

    @Test
    void listsAndReadsWhatIsLive() {
        var flows = vakt.get("/api/flows").json().path("flows");
        assertThat(flows.findValuesAsText("id")).contains("temperatur", "rus", "tema-ensomhet");
        var one = vakt.get("/api/flows/temperatur");
        assertThat(one.json().path("text").asText()).isEqualTo(Desk.shipped("temperatur"));
        assertThat(one.json().path("version").asInt()).isEqualTo(1);
        assertThat(one.json().at("/versions/0/author").isNull()).isTrue();
        assertThat(one.json().at("/versions/0/live").asBoolean()).isTrue();
        assertThat(one.json().path("fileDiffers").asBoolean()).isFalse();
        var text = vakt.get("/api/flows/temperatur/text?version=1");
        assertThat(text.text()).isEqualTo(Desk.shipped("temperatur"));
        assertThat(text.raw().headers().firstValue("Content-Type")).hasValue("text/yaml; charset=utf-8");
        assertThat(vakt.get("/api/flows/temperatur/text?version=9").status()).isEqualTo(404);
        assertThat(vakt.get("/api/flows/temperatr").json().path("detail").asText())
                .contains("temperatur");
    }

    @Test
    void beginsAFlowFromATemplateWithItsTitleTimesAndQueueAndItsCommentsKept() {
        assertThat(vakt.get("/api/flows/templates").json().at("/templates/0/id").asText())
                .isEqualTo("tema-mal");
        var made = vakt.post(
                "/api/flows",
                "id",
                "tema-venner",
                "from",
                Map.of("template", "tema-mal"),
                "title",
                Map.of("nb", "Venner \"og\" uvenner", "nn", "Vener", "en", "Friends"),
                "opens",
                "2040-01-12T18:00",
                "closes",
                "2040-01-12T21:00",
                "queue",
                "samtale");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var text = made.json().at("/draft/text").asText();
        assertThat(text)
                .contains("# Mal for en temakveld.", "Venner \\\"og\\\" uvenner", "  opens: 2040-01-12T18:00")
                .contains("queue: samtale", "expect: {handoff: samtale}")
                .contains("count: tema-venner-for", "count: tema-venner\n")
                .doesNotContain("temakveld}", "tema-mal\n");
        var check = vakt.post("/api/flows/tema-venner/check", "text", text);
        assertThat(errors(check.json())).isEmpty();
        assertThat(check.json().at("/title/nb").asText()).isEqualTo("Venner \"og\" uvenner");
        assertThat(check.json().at("/theme/opens").asText()).isEqualTo("2040-01-12T18:00");
        assertThat(vakt.post("/api/flows", "id", "tema-venner", "from", Map.of("blank", true))
                        .status())
                .isEqualTo(409);
        assertThat(vakt.get("/api/flows").json().path("flows").findValuesAsText("id"))
                .contains("tema-venner");
        assertThat(vakt.get("/api/flows/tema-venner").json().at("/draft/rev").asLong())
                .isEqualTo(1);
    }

    @Test
    void theBlankPageAndACopyHaveNoErrors() {
        var blank = vakt.post("/api/flows", "id", "ny-flyt", "from", Map.of("blank", true), "title", "Ny flyt");
        var copy = vakt.post("/api/flows", "id", "sovn-igjen", "from", Map.of("copy", "tema-sovn"));
        for (var made : new Desk.Answer[] {blank, copy}) {
            var text = made.json().at("/draft/text").asText();
            var check = vakt.post("/api/flows/" + made.json().path("id").asText() + "/check", "text", text);
            assertThat(errors(check.json())).as(text).isEmpty();
        }
        assertThat(blank.json().at("/draft/text").asText()).contains("title: {nb: \"Ny flyt\"");
    }

    @Test
    void twoEditorsDoNotOverwriteEachOther() {
        var mine = vakt.put("/api/flows/rus/draft", "text", "min", "rev", 0, "base", 1);
        assertThat(mine.status()).as(mine.text()).isEqualTo(200);
        long rev = mine.json().path("rev").asLong();
        var hers = kari.put("/api/flows/rus/draft", "text", "hennes", "rev", 0, "base", 1);
        assertThat(hers.status()).isEqualTo(409);
        assertThat(hers.json().at("/theirs/text").asText()).isEqualTo("min");
        assertThat(hers.json().at("/theirs/by").asText()).isEqualTo("vakt");
        var again = vakt.put("/api/flows/rus/draft", "text", "min igjen", "rev", rev, "base", 1);
        assertThat(again.json().path("rev").asLong()).isGreaterThan(rev);
        var repeated = vakt.put("/api/flows/rus/draft", "text", "min igjen", "rev", rev, "base", 1);
        assertThat(repeated.status())
                .as("its answer was lost, and it is sent again")
                .isEqualTo(200);
        var taken = kari.put(
                "/api/flows/rus/draft",
                "text",
                "hennes",
                "rev",
                hers.json().at("/theirs/rev").asLong() + 1,
                "base",
                1);
        assertThat(taken.status()).isEqualTo(200);

        assertThat(kari.delete("/api/flows/rus/draft").status()).isEqualTo(204);
        assertThat(vakt.get("/api/flows/rus").json().path("draft").isNull()).isTrue();
        var back = vakt.send("POST", "/api/flows/rus/draft/restore", null);
        assertThat(back.json().path("text").asText()).isEqualTo("hennes");
        vakt.delete("/api/flows/rus/draft");
    }

    @Test
    void aThrownAwayDraftComesBackAndANewerOneTakesItsPlace() {
        var path = "/api/flows/bekymret-for-noen/draft";
        vakt.put(path, "text", Desk.shipped("bekymret-for-noen"), "rev", 0, "base", 1);
        vakt.delete(path);
        var dropped = dropped("bekymret-for-noen");
        assertThat(dropped.at("/title/nb").asText()).isEqualTo("Bekymret for noen");
        assertThat(dropped.path("by").asText()).isEqualTo("vakt");
        assertThat(Instant.parse(dropped.path("until").asText()))
                .isBetween(Instant.now().plus(Duration.ofDays(6)), Instant.now().plus(Duration.ofDays(7)));

        kari.put(path, "text", "den andre", "rev", 0, "base", 1);
        var first = vakt.send("POST", path + "/restore", null);
        assertThat(first.json().path("text").asText()).isEqualTo(Desk.shipped("bekymret-for-noen"));
        assertThat(kari.put(path, "text", "den andre, mer", "rev", 1, "base", 1).status())
                .as("who was writing on is told")
                .isEqualTo(409);
        assertThat(dropped("bekymret-for-noen").path("by").asText()).isEqualTo("kari");
        var second = vakt.send("POST", path + "/restore", null);
        assertThat(second.json().path("text").asText()).isEqualTo("den andre");
        vakt.delete(path);
        assertThat(vakt.send("POST", path + "/restore", null)
                        .json()
                        .path("text")
                        .asText())
                .isEqualTo("den andre");
        assertThat(dropped("bekymret-for-noen").isMissingNode()).isTrue();
        assertThat(vakt.send("POST", path + "/restore", null).status()).isEqualTo(404);
        vakt.delete(path);
        assertThat(vakt.get("/api/record?flow=bekymret-for-noen")
                        .json()
                        .path("entries")
                        .findValuesAsText("what"))
                .startsWith("drop", "restore", "drop", "restore", "restore");
    }

    private static JsonNode dropped(String flow) {
        for (var draft : vakt.get("/api/drafts/dropped").json().path("drafts")) {
            if (draft.path("id").asText().equals(flow)) {
                return draft;
            }
        }
        return Client.JSON.missingNode();
    }

    @Test
    void draftsOutliveTheServer() {
        try (var first = Server.start()) {
            var password = first.password();
            Desk.of(first, "vakt", password).put("/api/flows/rus/draft", "text", "halvferdig", "rev", 0, "base", 1);
            first.kill();
            try (var second = first.startAgain()) {
                var draft = Desk.of(second, "vakt", password)
                        .get("/api/flows/rus")
                        .json()
                        .path("draft");
                assertThat(draft.path("text").asText()).isEqualTo("halvferdig");
            }
        }
    }

    @Test
    void tellsWhoElseIsThere() {
        vakt.post("/api/flows/stengt/presence");
        var both = kari.post("/api/flows/stengt/presence").json().path("editors");
        assertThat(both.findValuesAsText("user")).containsExactlyInAnyOrder("vakt", "kari");
    }

    @Test
    void checksATextAsWhatItWouldBeAndDrawsItsSteps() {
        var text = Desk.shipped("temperatur").replace("Fint at du stikker innom.", "Noe om angst, og angst igjen.");
        var check = vakt.post("/api/flows/temperatur/check", "text", text).json();
        var words = check.path("words");
        assertThat(words.size()).isEqualTo(2);
        assertThat(words.get(0).path("length").asInt()).isEqualTo(5);
        assertThat(words.get(1).path("column").asInt())
                .isGreaterThan(words.get(0).path("column").asInt());
        assertThat(words.get(0).path("instead").toString()).contains("redd", "urolig", "bekymret");
        assertThat(check.path("stale").isEmpty()).isFalse();
        assertThat(check.path("languages").toString()).isEqualTo("[\"nb\",\"nn\",\"en\"]");
        assertThat(check.path("reading").findValuesAsText("measure")).contains("LIX");
        var lines = text.lines().toList();
        check.path("steps").forEach(step -> {
            assertThat(lines.get(step.path("line").asInt() - 1).strip())
                    .isEqualTo(step.path("name").asText() + ":");
            assertThat(lines.get(step.path("endLine").asInt() - 1)).isNotBlank();
            assertThat(step.path("reachable").asBoolean()).isTrue();
        });
    }

    @Test
    void tellsTheStepOfAFindingAndWhatItBringsToOthers() {
        var broken = Desk.shipped("stengt").replaceFirst("next: [a-z-]+", "next: finnes-ikke");
        var check = vakt.post("/api/flows/stengt/check", "text", broken).json();
        var finding = StreamSupport.stream(check.path("problems").spliterator(), false)
                .filter(problem -> problem.path("code").asText().equals("no-such-step"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.path("step").asText()).isNotEmpty();
        assertThat(finding.path("file").isNull()).isTrue();

        var noYaml = vakt.post("/api/flows/stengt/check", "text", "a: [").json();
        assertThat(noYaml.at("/problems/0/code").asText()).isEqualTo("yaml");
        assertThat(noYaml.path("steps").isEmpty()).isTrue();
        assertThat(vakt.post("/api/flows/ny/check", "text", "")
                        .json()
                        .at("/problems/0/code")
                        .asText())
                .isEqualTo("yaml");
    }

    @Test
    void aLargeOrStrangeBodyGetsAClearAnswerAndLosesNothing() {
        vakt.put("/api/flows/vold-og-overgrep/draft", "text", "halvferdig", "rev", 0, "base", 1);
        var large = vakt.put("/api/flows/vold-og-overgrep/draft", "text", "a".repeat(10_000_000), "rev", 1, "base", 1);
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.json().path("detail").asText()).contains("256 KiB", "still there");
        assertThat(vakt.put("/api/flows/vold-og-overgrep/draft", "text", 7, "rev", 1)
                        .status())
                .isEqualTo(400);
        assertThat(vakt.put("/api/flows/vold-og-overgrep/draft", "text", "x", "rev", "1")
                        .status())
                .isEqualTo(400);
        assertThat(vakt.send("PUT", "/api/flows/vold-og-overgrep/draft", "[1").status())
                .isEqualTo(400);
        assertThat(vakt.send("PUT", "/api/flows/vold-og-overgrep/draft", "[1]").status())
                .isEqualTo(400);
        assertThat(vakt.get("/api/flows/vold-og-overgrep")
                        .json()
                        .at("/draft/text")
                        .asText())
                .isEqualTo("halvferdig");
    }

    private static java.util.List<JsonNode> errors(JsonNode check) {
        return StreamSupport.stream(check.path("problems").spliterator(), false)
                .filter(problem -> problem.path("severity").asText().equals("error"))
                .toList();
    }
}
