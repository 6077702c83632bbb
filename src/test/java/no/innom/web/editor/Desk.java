package no.innom.web.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import no.innom.Client;
import no.innom.Server;

/** An editor at their desk: logged in, and calling the API as a script would. */
final class Desk {
    private final Server server;
    private final String cookie;

    private OpenApi api;

    private Desk(Server server, String cookie) {
        this.server = server;
        this.cookie = cookie;
    }

    /** From now on every call and its answer must be as the service describes them. */
    Desk holdingTo(OpenApi described) {
        api = described;
        return this;
    }

    static Desk of(Server server, String user, String password) {
        return new Desk(server, Client.cookie(server, user, password));
    }

    /** An answer: its status, and its JSON where it has one. */
    record Answer(int status, JsonNode json, String text, HttpResponse<String> raw) {}

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, Object... fields) {
        return send("POST", path, object(fields).toString());
    }

    Answer put(String path, Object... fields) {
        return send("PUT", path, object(fields).toString());
    }

    Answer delete(String path) {
        return send("DELETE", path, null);
    }

    Answer send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Cookie", cookie)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = answer(Client.send(request));
        if (api != null) {
            assertThat(api.misfits(method, path, body, answer)).isEmpty();
        }
        return answer;
    }

    static Answer answer(HttpResponse<String> response) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        try {
            return new Answer(
                    response.statusCode(),
                    type.contains("json") ? Client.JSON.readTree(response.body()) : Client.JSON.missingNode(),
                    response.body(),
                    response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode object(Object... fields) {
        ObjectNode object = Client.JSON.createObjectNode();
        for (int i = 0; i < fields.length; i += 2) {
            object.set((String) fields[i], Client.JSON.valueToTree(fields[i + 1]));
        }
        return object;
    }

    /** The text of a flow that comes with the service. */
    static String shipped(String flow) {
        try {
            return Files.readString(Path.of("flows", flow + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
