package no.innom.web.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import no.innom.Client;
import no.innom.Program;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What editors publish is what visitors meet: now, for a time, back again, and by two where the service wants it. */
class PublishingIT {
    private static final String FIRST = "Fint at du stikker innom.";
    private static final String SECOND = "Så fint at du stikker innom.";

    @AutoClose
    private static Server server;

    private static Desk vakt;

    @BeforeAll
    static void start() {
        server = Server.start();
        vakt = Desk.of(server, "vakt", server.password());
    }

    @Test
    void publishesNowSaysWhatChangesCountsThoseWhoStayAndGoesBack() {
        try (var early = Client.visitor(server)) {
            early.start();
            var text = Desk.shipped("temperatur").replace(FIRST, SECOND);
            long rev = draft(vakt, "temperatur", text);

            var changes = vakt.get("/api/flows/temperatur/changes").json();
            assertThat(changes.path("lines").toString()).contains("-      - nb: Hei, {nickname}! " + FIRST);
            assertThat(changes.at("/steps/0/step").asText()).isEqualTo("hei");
            assertThat(changes.at("/steps/0/change").asText()).isEqualTo("changed");
            assertThat(changes.at("/steps/0/what/0/after").asText()).isEqualTo("Hei, {nickname}! " + SECOND);
            assertThat(changes.at("/steps/0/to").isNull()).isTrue();

            var noReason = vakt.post("/api/flows/temperatur/publish", "text", text, "rev", rev, "warnings", true);
            assertThat(noReason.status()).isEqualTo(400);
            var published = publish(vakt, "temperatur", text, rev);
            assertThat(published.status()).as(published.text()).isEqualTo(201);
            int number = published.json().at("/version/number").asInt();
            assertThat(published.json().at("/version/author").asText()).isEqualTo("vakt");
            assertThat(published.json().at("/version/live").asBoolean()).isTrue();
            try (var late = Client.visitor(server)) {
                late.start();
                assertThat(late.await("message").path("text").asText()).contains(SECOND);

                var flow = vakt.get("/api/flows/temperatur").json();
                assertThat(flow.path("draft").isNull()).isTrue();
                assertThat(vakt.get("/api/drafts/dropped").json().path("drafts").findValuesAsText("id"))
                        .as("what is published was not thrown away")
                        .doesNotContain("temperatur");
                assertThat(flow.path("fileDiffers").asBoolean()).isTrue();
                assertThat(flow.at("/versions/0/chats").asInt()).isEqualTo(1);
                assertThat(flow.at("/versions/1/chats").asInt()).isGreaterThanOrEqualTo(1);
            }
            var back = vakt.post("/api/flows/temperatur/versions/" + (number - 1) + "/publish", "reason", "angret");
            assertThat(back.status()).isEqualTo(201);
            try (var again = Client.visitor(server)) {
                again.start();
                assertThat(again.await("message").path("text").asText())
                        .contains(FIRST)
                        .doesNotContain("Så fint");
            }
            var record = vakt.get("/api/record?flow=temperatur").json().path("entries");
            assertThat(record.findValuesAsText("what")).startsWith("rollback", "publish", "draft");
            assertThat(record.at("/0/reason").asText()).isEqualTo("angret");
            assertThat(record.at("/0/user").asText()).isEqualTo("vakt");
        }
    }

    @Test
    void errorsHoldBackAndWarningsAskForAYes() {
        var broken = Desk.shipped("bare-skrive").replaceFirst("next: [a-z-]+", "next: finnes-ikke");
        var refused =
                vakt.post("/api/flows/bare-skrive/publish", "text", broken, "rev", 0, "reason", "x", "warnings", true);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("problems").findValuesAsText("code")).contains("no-such-step");

        var warned = Desk.shipped("bare-skrive") + "\n";
        warned = warned.replaceFirst("(?m)^steps:", "steps:\n  alene:\n    end: true\n");
        var asked = vakt.post("/api/flows/bare-skrive/publish", "text", warned, "rev", 0, "reason", "x");
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.json().path("problems").findValuesAsText("code")).contains("unreachable");
        assertThat(vakt.post(
                                "/api/flows/bare-skrive/publish",
                                "text",
                                warned,
                                "rev",
                                0,
                                "reason",
                                "x",
                                "warnings",
                                true)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void doesNotPublishOverWhatAnotherHasSaved() {
        draft(vakt, "vold-og-overgrep", "noe annet");
        var text = Desk.shipped("vold-og-overgrep");
        var refused = vakt.post(
                "/api/flows/vold-og-overgrep/publish", "text", text, "rev", 0, "reason", "x", "warnings", true);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/theirs/text").asText()).isEqualTo("noe annet");
    }

    @Test
    void planningAnEveningGivesAdviceAndCanBeTakenBack() {
        var zone = ZoneId.of("Europe/Oslo");
        var opens = LocalDateTime.now(zone)
                .plusDays(3)
                .withHour(2)
                .withMinute(0)
                .withSecond(0)
                .withNano(0);
        var made = vakt.post(
                "/api/flows",
                "id",
                "tema-natt",
                "from",
                Map.of("template", "tema-mal"),
                "opens",
                opens.toString(),
                "closes",
                opens.plusHours(2).toString());
        var text = made.json().at("/draft/text").asText();
        long rev = made.json().at("/draft/rev").asLong();
        var advice = vakt.post("/api/flows/tema-natt/changes", "text", text).json();
        assertThat(advice.path("advice").findValuesAsText("code")).containsExactly("outside-hours");
        assertThat(advice.path("steps").findValuesAsText("change")).containsOnly("new");

        var from = Instant.now().plusSeconds(3600);
        var planned = vakt.post(
                "/api/flows/tema-natt/publish",
                "text",
                text,
                "rev",
                rev,
                "reason",
                "torsdag",
                "from",
                from.toString(),
                "until",
                from.plusSeconds(7 * 24 * 3600).toString(),
                "warnings",
                true);
        assertThat(planned.status()).as(planned.text()).isEqualTo(201);
        assertThat(planned.json().at("/version/live").asBoolean()).isFalse();
        assertThat(vakt.get("/api/flows").json().path("flows").findValuesAsText("id"))
                .contains("tema-natt");
        var other = vakt.post(
                        "/api/flows/tema-annen/changes",
                        "text",
                        text.replace("opens: " + opens, "opens: " + opens.plusHours(1)))
                .json();
        assertThat(other.path("advice").findValuesAsText("code")).contains("overlap");

        var withdrawn = vakt.post("/api/flows/tema-natt/versions/1/withdraw", "reason", "avlyst");
        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        assertThat(withdrawn.json().at("/version/withdrawn").asBoolean()).isTrue();
        assertThat(vakt.post("/api/flows/tema-natt/versions/1/withdraw", "reason", "x")
                        .status())
                .isEqualTo(409);
        assertThat(vakt.post("/api/flows/temperatur/versions/1/withdraw", "reason", "x")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void refusesTimesThatAreNone() {
        var text = Desk.shipped("rus");
        for (var times : new String[][] {{"from", "i morgen"}, {"until", "2020-01-01T00:00:00Z"}}) {
            assertThat(vakt.post("/api/flows/rus/publish", "text", text, "rev", 0, "reason", "x", times[0], times[1])
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void aSecondPairOfEyesApprovesWhatSomebodyElseHasWritten() {
        try (var careful = Server.start("INNOM_FLOWS_SECONDEYES", "true")) {
            var author = Desk.of(careful, "vakt", careful.password());
            Program.addStaff(careful, "kari", "Kari", "et langt passord", "editor");
            var other = Desk.of(careful, "kari", "et langt passord");
            var text = Desk.shipped("temperatur").replace(FIRST, SECOND);
            var proposed = publish(author, "temperatur", text, draft(author, "temperatur", text));
            assertThat(proposed.status()).as(proposed.text()).isEqualTo(202);
            assertThat(proposed.json().at("/proposal/by").asText()).isEqualTo("vakt");
            assertThat(author.get("/api/flows/temperatur")
                            .json()
                            .path("version")
                            .asInt())
                    .isEqualTo(1);
            assertThat(author.post("/api/flows/temperatur/proposal/approve").status())
                    .isEqualTo(403);
            assertThat(other.get("/api/flows/temperatur/proposal")
                            .json()
                            .path("text")
                            .asText())
                    .isEqualTo(text);
            var approved = other.post("/api/flows/temperatur/proposal/approve", "reason", "fint");
            assertThat(approved.status()).as(approved.text()).isEqualTo(201);
            assertThat(approved.json().at("/version/author").asText()).isEqualTo("vakt");
            assertThat(other.post("/api/flows/temperatur/proposal/approve").status())
                    .isEqualTo(404);
            var record = other.get("/api/record").json().path("entries");
            assertThat(record.at("/0/what").asText()).isEqualTo("approve");
            assertThat(record.at("/0/user").asText()).isEqualTo("kari");

            publish(author, "rus", Desk.shipped("rus"), 0);
            assertThat(other.post("/api/flows/rus/proposal/reject").status()).isEqualTo(400);
            assertThat(other.post("/api/flows/rus/proposal/reject", "reason", "nei")
                            .status())
                    .isEqualTo(204);
            assertThat(other.get("/api/flows/rus/proposal").status()).isEqualTo(204);
        }
    }

    private static long draft(Desk desk, String flow, String text) {
        var saved = desk.put("/api/flows/" + flow + "/draft", "text", text, "rev", 0, "base", 1);
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        return saved.json().path("rev").asLong();
    }

    private static Desk.Answer publish(Desk desk, String flow, String text, long rev) {
        return desk.post(
                "/api/flows/" + flow + "/publish", "text", text, "rev", rev, "reason", "nye ord", "warnings", true);
    }
}
