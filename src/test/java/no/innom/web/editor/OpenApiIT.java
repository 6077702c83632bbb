package no.innom.web.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import no.innom.Client;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The document says what the service does: every route is in it, and real calls and answers are as it says. */
class OpenApiIT {
    @AutoClose
    private static Server server;

    private static OpenApi api;
    private static Desk vakt;

    @BeforeAll
    static void start() {
        server = Server.start();
        api = new OpenApi(Desk.answer(Client.get(server, "/api/openapi.json")).json());
        vakt = Desk.of(server, "vakt", server.password()).holdingTo(api);
    }

    @Test
    void everyRouteIsDescribedAndNothingElseIs() throws IOException {
        var routes = new TreeSet<String>();
        var vertx = Vertx.vertx();
        var router = Router.router(vertx);
        new EditorRoutes(null, null, null).open(router, request -> null);
        router.getRoutes().stream()
                .filter(route -> route.methods() != null && route.getPath() != null)
                .forEach(route ->
                        route.methods().forEach(method -> routes.add(method + " " + described(route.getPath()))));
        vertx.close();
        var doors = Pattern.compile("router\\.(get|post|put|delete)\\(\"((?:/api|/health)[^\"]*)\"\\)")
                .matcher(Files.readString(Path.of("src/main/java/no/innom/web/Doors.java")));
        while (doors.find()) {
            routes.add(doors.group(1).toUpperCase(java.util.Locale.ROOT) + " " + described(doors.group(2)));
        }
        assertThat(routes).contains("GET /api/open", "POST /api/staff/login").isEqualTo(api.calls());
    }

    @Test
    void callsAndAnswersAreAsTheDocumentSays() {
        var text = Desk.shipped("rus");
        assertThat(vakt.get("/api/flows").status()).isEqualTo(200);
        vakt.get("/api/flows/templates");
        vakt.get("/api/flows/rus");
        vakt.get("/api/flows/finnes-ikke");
        vakt.get("/api/flows/rus/text?version=1");
        vakt.post("/api/flows", "id", "ny", "from", Map.of("template", "tema-mal"), "title", Map.of("nb", "Ny"));
        vakt.post("/api/flows", "id", "ny", "from", Map.of("blank", true));
        vakt.post("/api/flows", "id", "Ny", "from", Map.of("blank", true));
        vakt.post("/api/flows/rus/presence");
        vakt.get("/api/flows/rus");
        vakt.post("/api/flows/rus/check", "text", text);
        vakt.post("/api/flows/rus/check", "text", "a: [");
        vakt.post("/api/flows/rus/walk", "text", text);
        vakt.post("/api/flows/rus/walk", "text", "a: [");
        vakt.post("/api/flows/rus/try", "text", text, "language", "nb");
        vakt.post("/api/flows/rus/try", "text", text, "answers", List.of(Map.of("say", "jeg vil dø")));
        vakt.post("/api/flows/rus/try", "text", text, "answers", List.of(Map.of("human", true)));
        vakt.post("/api/flows/rus/try", "text", text, "answers", List.of(Map.of("step", "x", "value", 1)));
        vakt.put("/api/flows/rus/draft", "text", text + "# ny\n", "rev", 0, "base", 1);
        vakt.put("/api/flows/rus/draft", "text", "noe annet", "rev", 0, "base", 1);
        vakt.get("/api/flows/rus/changes");
        vakt.post("/api/flows/rus/changes?from=1", "text", text.replace("next:", "next: "));
        vakt.post("/api/flows/rus/publish", "text", text, "rev", 0, "reason", "x");
        vakt.post("/api/flows/rus/publish", "text", "a: [", "rev", 1, "reason", "x");
        vakt.post("/api/flows/rus/publish", "text", text + "# ny\n", "rev", 1, "reason", "x", "warnings", true);
        vakt.post(
                "/api/flows/rus/publish",
                "text",
                text,
                "rev",
                1,
                "reason",
                "x",
                "warnings",
                true,
                "from",
                Instant.now().plusSeconds(3600).toString());
        vakt.post("/api/flows/rus/versions/3/withdraw", "reason", "x");
        vakt.post("/api/flows/rus/versions/3/withdraw", "reason", "x");
        vakt.post("/api/flows/rus/versions/1/publish", "reason", "x");
        vakt.post("/api/flows/rus/versions/99/publish", "reason", "x");
        vakt.get("/api/flows/rus/proposal");
        vakt.post("/api/flows/rus/proposal/approve", "reason", "x");
        vakt.post("/api/flows/rus/proposal/reject", "reason", "x");
        vakt.delete("/api/flows/ny/draft");
        assertThat(vakt.get("/api/drafts/dropped").json().path("drafts").isEmpty())
                .isFalse();
        vakt.send("POST", "/api/flows/ny/draft/restore", null);
        vakt.get("/api/record?flow=rus");
    }

    @Test
    void thePanelTheFilesAndWhatEverybodyMayAskAreAsTheDocumentSays() {
        var token = vakt.post("/api/flows/stengt/links", "days", 1)
                .json()
                .path("token")
                .asText();
        vakt.get("/api/flows/stengt/links");
        vakt.get("/api/panel/" + token);
        vakt.post("/api/panel/" + token + "/comments", "text", "fint");
        vakt.post("/api/panel/" + token + "/comments", "text", "");
        vakt.post("/api/panel/" + token + "/votes", "up", true);
        var comments = vakt.get("/api/flows/stengt/comments").json();
        vakt.delete(
                "/api/flows/stengt/comments/" + comments.at("/comments/0/id").asText());
        vakt.delete("/api/flows/stengt/comments/finnes-ikke");
        vakt.delete("/api/flows/stengt/links/" + token);
        vakt.get("/api/panel/" + token);
        vakt.get("/api/conf");
        var words = vakt.get("/api/conf/words").json();
        vakt.post("/api/conf/words/check", "text", "words: 7");
        vakt.post("/api/conf/words/publish", "text", "words: 7", "rev", 1, "reason", "x");
        vakt.post("/api/conf/words/publish", "text", words.path("text").asText(), "rev", 1, "reason", "x");
        vakt.post("/api/conf/words/publish", "text", words.path("text").asText(), "rev", 1, "reason", "x");
        vakt.get("/api/conf/words?version=1");
        vakt.post("/api/conf/words/versions/1/publish", "reason", "x");
        vakt.post("/api/conf/words/versions/99/publish", "reason", "x");
        vakt.post("/api/conf/words/versions/1/publish", "reason", "");
        vakt.get("/api/phrases");
        assertThat(vakt.get("/api/surroundings").json().path("queues").findValuesAsText("nb"))
                .as("what staff call the queues in conf/queues.yaml")
                .contains("Vil snakke med noen", "Temakveld");
        vakt.get("/api/schema/flow.json");
        vakt.get("/api/openapi.json");
        vakt.get("/api/open");
        vakt.get("/api/contacts?lang=nn");
        vakt.get("/api/staff/me");
        vakt.get("/health/live");
        vakt.get("/health/ready");
        vakt.post("/api/staff/login", "user", "vakt", "password", "feil");
        // Another session: what is tried beside this one must not find itself logged out.
        var leaving = Desk.of(server, "vakt", server.password()).holdingTo(api);
        leaving.send("POST", "/api/staff/logout", null);
        leaving.get("/api/staff/me");
        assertThat(leaving.get("/api/flows").status()).isEqualTo(401);
    }

    private static String described(String path) {
        return path.replaceAll(":(\\w+)", "{$1}");
    }
}
