package no.innom.web.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.innom.Client;
import no.innom.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent gets a clear answer, and no draft is lost by it. */
class BadInputIT {
    private static Server server;
    private static Desk vakt;

    @BeforeAll
    static void start() {
        server = Server.start();
        vakt = Desk.of(server, "vakt", server.password());
        vakt.put("/api/flows/rus/draft", "text", "halvferdig", "rev", 0, "base", 1);
    }

    @AfterAll
    static void stop() {
        assertThat(vakt.get("/api/flows/rus").json().at("/draft/text").asText()).isEqualTo("halvferdig");
        assertThat(server.log()).doesNotContain("Exception").doesNotContain("halvferdig");
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "\"tekst\"",
                "[]",
                "{",
                "{\"text\":null}",
                "{\"text\":[]}",
                "{\"text\":{\"a\":1}}",
                "{\"text\":\"x\",\"rev\":-1}",
                "{\"text\":\"x\",\"rev\":1.5}",
                "{\"text\":\"x\",\"rev\":99999999999999999999}",
                "{\"text\":\"x\"} og mer",
                "{\"text\":\"\\ud800\"}x"
            })
    void aDraftOfTheWrongKindIsRefused(String body) {
        var answer = vakt.send("PUT", "/api/flows/rus/draft", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).isNotEmpty();
        boolean hasText = body.startsWith("{\"text\":\"x\",");
        for (var call : hasText ? new String[] {"publish"} : new String[] {"check", "walk", "try", "publish"}) {
            assertThat(vakt.send("POST", "/api/flows/rus/" + call, body).status())
                    .as(call)
                    .isBetween(400, 409);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "check", "walk", "try", "publish", "changes"})
    void tenMegabytesAreRefusedWithWords(String call) {
        var body = Desk.object("text", "a".repeat(10_000_000), "reason", "x").toString();
        var answer = vakt.send(call.equals("draft") ? "PUT" : "POST", "/api/flows/rus/" + call, body);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("detail").asText()).contains("256 KiB");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThat(vakt.send("PUT", "/api/flows/rus/draft", "{\"text\":" + "[".repeat(200_000))
                        .status())
                .isEqualTo(400);
        assertThat(vakt.post("/api/flows/rus/check", "text", "a: " + "[".repeat(100_000))
                        .json()
                        .at("/problems/0/code")
                        .asText())
                .isEqualTo("yaml");
    }

    @Test
    void charactersThatCannotBeSeenAreFoundAndKeptInTheDraft() {
        var text = "innom: 1\ntitle: \u0000hei\n";
        var saved = vakt.put("/api/flows/stengt/draft", "text", text, "rev", 0, "base", 1);
        assertThat(saved.status()).isEqualTo(200);
        assertThat(vakt.get("/api/flows/stengt").json().at("/draft/text").asText())
                .isEqualTo(text);
        var found = vakt.post("/api/flows/stengt/check", "text", text).json();
        assertThat(found.at("/problems/0/sentence").asText()).contains("U+0000");
        assertThat(found.at("/problems/0/line").asInt()).isEqualTo(2);
    }

    @Test
    void markupInATextIsTextAllTheWay() {
        var markup = "<img src=x onerror=alert(1)>";
        var text = Desk.shipped("temperatur").replace("Fint at du stikker innom.", markup);
        var said = vakt.post("/api/flows/temperatur/try", "text", text, "language", "nb");
        assertThat(said.json().at("/said/0/text").asText()).contains(markup);
        assertThat(said.raw().headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(said.raw().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/json");
    }

    @Test
    void aThousandStepsAreCheckedDrawnAndWalked() {
        var steps = IntStream.range(0, 1000)
                .mapToObj(i -> "  s" + i + ":\n    ask: Hei " + i + "\n    choices: {a: A, b: B}\n    next: "
                        + (i == 999 ? "slutt" : "s" + (i + 1)))
                .collect(Collectors.joining("\n"));
        var text =
                "innom: 1\ntitle: Lang\nlanguages: [nb]\nstart: s0\nsteps:\n" + steps + "\n  slutt:\n    end: Ha det\n";
        var check = vakt.post("/api/flows/lang/check", "text", text).json();
        assertThat(check.path("steps").size()).isEqualTo(1001);
        assertThat(check.path("problems").findValuesAsText("severity")).doesNotContain("error");
        var walked = vakt.post("/api/flows/lang/walk", "text", text);
        assertThat(walked.status()).as(walked.text()).isEqualTo(200);
        assertThat(walked.json().path("paths").asInt()).isEqualTo(1);
        assertThat(vakt.put("/api/flows/lang/draft", "text", text, "rev", 0).status())
                .isEqualTo(200);
        assertThat(vakt.post("/api/flows/lang/try", "text", text).status()).isEqualTo(200);
    }

    @Test
    void aPathThatIsNoFlowIsNotFound() {
        for (var id : new String[] {"..", "%2e%2e%2fconf", "A", "a%00b", "x".repeat(61), "%3Cb%3E"}) {
            assertThat(vakt.get("/api/flows/" + id).status()).as(id).isIn(404, 400);
            assertThat(vakt.put("/api/flows/" + id + "/draft", "text", "x").status())
                    .as(id)
                    .isIn(404, 400);
        }
        assertThat(Client.get(server, "/api/panel/" + "x".repeat(24)).statusCode())
                .isEqualTo(404);
    }
}
