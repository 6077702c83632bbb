package no.innom.web.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.innom.Client;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A draft is tried as it would be met, and nobody outside of the try notices. */
class RehearsalIT {
    private static final String RISKY = "jeg har lyst til å dø";

    @AutoClose
    private static Server server;

    private static String password;
    private static Desk vakt;

    @BeforeAll
    static void start() {
        server = Server.start();
        password = server.password();
        vakt = Desk.of(server, "vakt", password);
    }

    @Test
    void playsATextWithItsAnswersAndMakesAnExampleOfThem() {
        var text = Desk.shipped("temperatur");
        var first = attempt("temperatur", text, true, List.of());
        assertThat(first.at("/said/0/from").asText()).isEqualTo("bot");
        assertThat(first.path("at").asText()).isEqualTo(first.at("/asking/step").asText());
        assertThat(first.path("outcome").isNull()).isTrue();

        var next = attempt(
                "temperatur",
                text,
                true,
                List.of(Map.of("step", first.path("at").asText(), "value", 1)));
        assertThat(next.path("stopped").isNull()).isTrue();
        assertThat(next.at("/example/answers/temperatur").asInt()).isEqualTo(1);
        assertThat(next.at("/example/expect/at").asText())
                .isEqualTo(next.path("at").asText());
        var withExample = text + "  - " + next.path("example") + "\n";
        assertThat(vakt.post("/api/flows/temperatur/check", "text", withExample)
                        .json()
                        .path("problems")
                        .findValuesAsText("code"))
                .as("what was tried is an example that goes so")
                .doesNotContain("example-fails", "yaml");

        var wrong = attempt("temperatur", text, true, List.of(Map.of("step", "temperatur", "value", 99)));
        assertThat(wrong.at("/stopped/answer").asInt()).isEqualTo(1);
    }

    @Test
    void showsWhatComesOfRiskOfAPersonAndOfClosedHours() {
        var text = Desk.shipped("temperatur");
        var risk = attempt("temperatur", text, true, List.of(Map.of("say", RISKY)));
        assertThat(risk.at("/outcome/risk").asText()).isIn("high", "acute");
        assertThat(risk.at("/outcome/category").asText()).isEqualTo("suicide");
        assertThat(risk.path("said").findValues("risk")).isNotEmpty();
        assertThat(risk.path("said").findValues("contacts")).isNotEmpty();
        assertThat(risk.path("asking").isNull()).isTrue();
        assertThat(risk.at("/example/answers/temperatur").asText()).isEqualTo(RISKY);
        assertThat(risk.at("/example/expect/handoff").asText()).isEqualTo("akutt");
        assertThat(found(text + "  - " + risk.path("example") + "\n"))
                .as("a try that ends in risk is an example that must always go so")
                .isEmpty();
        assertThat(found(text + "  - " + risk.path("example").toString().replace(RISKY, "jeg har det fint") + "\n"))
                .containsExactly("example-fails");

        var human = attempt("temperatur", text, true, List.of(Map.of("human", true)));
        assertThat(human.at("/outcome/handoff").asText()).isEqualTo("samtale");
        assertThat(human.path("example").isNull()).as("the button is no answer").isTrue();
        var closed = attempt("temperatur", text, false, List.of(Map.of("human", true)));
        assertThat(closed.at("/outcome/handoff").asText()).isEqualTo("samtale");
        assertThat(closed.path("said").size()).isGreaterThan(human.path("said").size());

        var from = vakt.post(
                "/api/flows/temperatur/try", "text", text, "from", "temperatur", "open", true, "answers", List.of());
        assertThat(from.json().path("said").size()).isEqualTo(1);
        assertThat(vakt.post("/api/flows/temperatur/try", "text", text, "from", "finnes-ikke")
                        .status())
                .isEqualTo(400);
        assertThat(vakt.post("/api/flows/temperatur/try", "text", "a: [").json().path("problems"))
                .isNotEmpty();
    }

    @Test
    void anEveningWithADateIsTriedAtAnyTime() {
        var text = Desk.shipped("tema-sovn")
                .replaceFirst("theme:\n", "theme:\n  opens: 2040-01-01T18:00\n  closes: 2040-01-01T21:00\n");
        var tried = attempt("tema-sovn", text, true, List.of());
        assertThat(tried.path("at").isNull()).isFalse();
    }

    @Test
    void walksEveryPathAndTellsWhichWaysNoneTakes() {
        var walked = vakt.post("/api/flows/stengt/walk", "text", Desk.shipped("stengt"))
                .json();
        assertThat(walked.path("paths").asInt()).isPositive();
        assertThat(walked.path("endings").isEmpty()).isFalse();
        assertThat(walked.path("never").isEmpty()).isTrue();
        var unused = Desk.shipped("stengt")
                .replaceFirst("(?m)^steps:", "steps:\n  alene:\n    say: {nb: a, nn: a, en: a}\n    next: hei\n");
        var never = vakt.post("/api/flows/stengt/walk", "text", unused.replace("next: hei", "next: " + firstStep()))
                .json()
                .path("never");
        assertThat(never.findValuesAsText("step")).containsExactly("alene");
        for (var flow : List.of("temperatur", "rus", "tema-ensomhet", "avslutning")) {
            var one = vakt.post("/api/flows/" + flow + "/walk", "text", Desk.shipped(flow));
            assertThat(one.status()).as(one.text()).isEqualTo(200);
            assertThat(one.json().path("paths").asInt()).isPositive();
        }
    }

    @Test
    void theSocketSpeaksTheVisitorsProtocolAndNobodyIsTold() {
        vakt.put(
                "/api/flows/rus/draft",
                "text",
                Desk.shipped("rus")
                        .replaceFirst("start: [a-z-]+", "start: prove\n")
                        .replaceFirst(
                                "(?m)^steps:\n",
                                "steps:\n  prove:\n    say: {nb: Dette er kladden, nn: Dette er kladden, en: The draft}\n    next: "
                                        + start("rus") + "\n\n"),
                "rev",
                0,
                "base",
                1);
        try (var staff = Client.staff(server, "vakt", password)) {
            staff.await("board");
            staff.send("duty", "on", true);
            var cookie = Client.cookie(server, "vakt", password);
            try (var stage = Client.open(
                    server, "/ws/rehearsal?flow=rus&open=true", Map.of("Cookie", cookie, "Origin", server.url()))) {
                stage.send("start", "language", "nb");
                assertThat(stage.await("welcome").path("rehearsal").asBoolean()).isTrue();
                assertThat(stage.await("message").path("text").asText()).isEqualTo("Dette er kladden");
                assertThat(stage.await("rehearsal").path("at").isNull()).isFalse();
                stage.say("a1", RISKY);
                assertThat(stage.await("contacts").path("contacts").isEmpty()).isFalse();
                assertThat(stage.await(frame -> frame.path("type").asText().equals("state")
                                        && frame.path("status").asText().equals("waiting"))
                                .isEmpty())
                        .isFalse();
                var stands = stage.await(frame -> frame.path("type").asText().equals("rehearsal")
                        && frame.path("outcome").isObject());
                assertThat(stands.at("/outcome/risk").asText()).isIn("high", "acute");
            }
            try (var real = Client.visitor(server)) {
                real.start();
                real.send("human", "id", "h1");
                staff.await("waiting");
                assertThat(staff.seen().stream()
                                .map(frame -> frame.path("type").asText())
                                .filter(type -> type.equals("alarm") || type.equals("waiting")))
                        .as("only the real visitor waits, and nothing rang")
                        .containsExactly("waiting");
            }
        }
        assertThat(Client.knock(server, "/ws/rehearsal?flow=rus", Map.of())).isEqualTo(401);
        assertThat(Client.knock(server, "/ws/rehearsal?flow=rus", Map.of("Origin", "https://evil.example")))
                .isEqualTo(403);
    }

    @Test
    void aPanelReadsTriesSaysWhatItThinksAndVotesWithoutAnAccount() {
        var link = vakt.post("/api/flows/bare-skrive/links", "days", 2);
        assertThat(link.status()).as(link.text()).isEqualTo(201);
        var token = link.json().path("token").asText();
        var panel = "/api/panel/" + token;
        var read = Desk.answer(Client.get(server, panel));
        assertThat(read.json().path("text").asText()).isEqualTo(Desk.shipped("bare-skrive"));
        assertThat(read.json().at("/title/nb").asText()).isNotEmpty();

        var said = anybody("POST", panel + "/comments", "{\"text\":\"<b>fint</b>\",\"name\":\"A\",\"step\":null}");
        assertThat(said.status()).isEqualTo(201);
        assertThat(anybody("POST", panel + "/comments", "{\"text\":\"x\",\"step\":\"finnes-ikke\"}")
                        .status())
                .isEqualTo(400);
        assertThat(anybody("POST", panel + "/comments", "{\"text\":\"" + "x".repeat(1001) + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(anybody("POST", panel + "/votes", "{\"up\":true,\"step\":\"" + start("bare-skrive") + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(anybody("POST", panel + "/votes", "{\"up\":\"ja\"}").status())
                .isEqualTo(400);
        var comments = vakt.get("/api/flows/bare-skrive/comments").json();
        assertThat(comments.at("/comments/0/text").asText()).isEqualTo("<b>fint</b>");
        assertThat(comments.at("/votes/0/up").asInt()).isEqualTo(1);
        var id = comments.at("/comments/0/id").asText();
        assertThat(vakt.delete("/api/flows/bare-skrive/comments/" + id).status())
                .isEqualTo(204);

        try (var stage = Client.open(server, "/ws/rehearsal?link=" + token, Map.of("Origin", server.url()))) {
            stage.send("start", "language", "nb");
            assertThat(stage.await("welcome").path("rehearsal").asBoolean()).isTrue();
        }
        int tooMuch = 0;
        for (int i = 0; i < 40; i++) {
            tooMuch += anybody("POST", panel + "/votes", "{\"up\":true}").status() == 429 ? 1 : 0;
        }
        assertThat(tooMuch).isPositive();

        assertThat(vakt.get("/api/flows/bare-skrive/links")
                        .json()
                        .at("/links/0/token")
                        .asText())
                .isEqualTo(token);
        assertThat(vakt.delete("/api/flows/bare-skrive/links/" + token).status())
                .isEqualTo(204);
        assertThat(Client.get(server, panel).statusCode()).isEqualTo(404);
        assertThat(Client.knock(server, "/ws/rehearsal?link=" + token, Map.of()))
                .isEqualTo(404);
    }

    @Test
    void theChatPageMayBeFramedByItsOwnServiceOnly() {
        var chat = Client.get(server, "/chat").headers();
        assertThat(chat.firstValue("Content-Security-Policy").orElseThrow()).contains("frame-ancestors 'self'");
        var vakt = Client.get(server, "/vakt").headers();
        assertThat(vakt.firstValue("Content-Security-Policy").orElseThrow()).contains("frame-ancestors 'none'");
    }

    /** The codes of what is wrong with a text of the first flow. */
    private static List<String> found(String text) {
        return vakt.post("/api/flows/temperatur/check", "text", text)
                .json()
                .path("problems")
                .findValuesAsText("code");
    }

    private static com.fasterxml.jackson.databind.JsonNode attempt(
            String flow, String text, boolean open, List<Map<String, Object>> answers) {
        var tried = vakt.post(
                "/api/flows/" + flow + "/try", "text", text, "language", "nb", "open", open, "answers", answers);
        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        return tried.json();
    }

    private static Desk.Answer anybody(String method, String path, String body) {
        return Desk.answer(Client.send(java.net.http.HttpRequest.newBuilder(java.net.URI.create(server.url() + path))
                .method(method, java.net.http.HttpRequest.BodyPublishers.ofString(body))));
    }

    private static String firstStep() {
        return start("stengt");
    }

    private static String start(String flow) {
        return Desk.shipped(flow)
                .lines()
                .filter(line -> line.startsWith("start: "))
                .map(line -> line.substring(7).strip())
                .findFirst()
                .orElseThrow();
    }
}
