package no.innom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import no.innom.Client;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 5 of the wire protocol: what is reached over HTTP, and what is not. */
class PagesIT {
    @AutoClose
    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing-here",
                "/api/nothing-here",
                "/api/staff/nothing",
                "/metrics",
                "/.git/config",
                "/vakt/../../conf/innom.yaml",
                "/%2e%2e/%2e%2e/conf/innom.yaml",
                "/..%2fconf%2finnom.yaml",
                "/vakt%00.html",
                "/logback.xml",
                "/redis/save.lua"
            })
    void givesNothingAwayAndSaysSoAsAProblem(String path) throws IOException {
        var answer = raw("GET " + path + " HTTP/1.1");
        assertThat(answer).matches("(?s)HTTP/1.1 (404|400|403) .*");
        assertThat(answer)
                .doesNotContain("retention")
                .doesNotContain("appender")
                .doesNotContain("HSET");
        if (answer.startsWith("HTTP/1.1 404")) {
            assertThat(answer.toLowerCase(java.util.Locale.ROOT)).contains("content-type: application/problem+json");
        }
    }

    @Test
    void namesATypeForEveryBodyAndAProblemForEveryError() {
        assertProblem(Client.get(server, "/api/staff/me"), 401);
        assertProblem(Client.get(server, "/ws/visitor"), 426);
        assertProblem(Client.get(server, "/ws/staff"), 426);
        var wrongMethod = Client.send(HttpRequest.newBuilder(URI.create(server.url() + "/api/staff/login"))
                .GET());
        assertThat(wrongMethod.statusCode()).isIn(404, 405);
        assertThat(type(wrongMethod)).startsWith("application/problem+json");
        var delete = Client.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/")).DELETE());
        assertThat(delete.statusCode()).isIn(404, 405);
        assertThat(type(delete)).startsWith("application/problem+json");
    }

    @Test
    void answersWhetherItIsOpenAndWhoCanBeReached() throws IOException {
        var open = Client.get(server, "/api/open");
        assertThat(open.statusCode()).isEqualTo(200);
        assertThat(type(open)).startsWith("application/json");
        var json = Client.JSON.readTree(open.body());
        assertThat(json.path("open").isBoolean()).isTrue();
        assertThat(json.path("themes").isArray()).isTrue();
        for (var language : new String[] {"nb", "nn", "en", "tlh", ""}) {
            var contacts = Client.get(server, "/api/contacts?lang=" + language);
            assertThat(contacts.statusCode()).isEqualTo(200);
            assertThat(contacts.body()).contains("\"113\"", "116 111");
        }
        assertThat(Client.get(server, "/api/contacts").body()).contains("\"113\"");
    }

    @Test
    void keepsMetricsOnTheManagementAddress() {
        var metrics =
                Client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.management() + "/metrics"))
                        .GET());
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(type(metrics)).startsWith("application/openmetrics-text");
        assertThat(metrics.body())
                .contains("innom_visitors", "innom_waiting", "jvm_memory")
                .endsWith("# EOF\n");
    }

    @Test
    void isHealthyAndReady() {
        assertThat(Client.get(server, "/health/live").statusCode()).isEqualTo(200);
        assertThat(Client.get(server, "/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void servesPagesThatRunNoForeignAndNoInlineCode() {
        var page = Client.get(server, "/vakt");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(type(page)).isEqualToIgnoringCase("text/html;charset=UTF-8");
        var policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("script-src")
                .doesNotContain("unsafe-inline")
                .doesNotContain("unsafe-eval");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).isPresent();
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void logsNothingPersonal() {
        try (var visitor = Client.visitor(server)) {
            var welcome = visitor.start();
            visitor.say("m", "hvetebollefestival");
            visitor.send("say", "id", "w", "text", 5);
            visitor.await("error", "w");
            assertThat(server.log())
                    .doesNotContain("hvetebollefestival")
                    .doesNotContain("127.0.0.1")
                    .doesNotContain(welcome.path("key").asText());
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(type(answer)).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status, "\"title\":", "\"detail\":");
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    /** Asks for exactly this path: a client would tidy it up first. */
    private static String raw(String requestLine) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            var out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.ISO_8859_1);
            out.write(requestLine + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
