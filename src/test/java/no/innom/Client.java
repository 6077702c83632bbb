package no.innom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A client of the wire protocol that shares no code with the server. */
public final class Client implements AutoCloseable, WebSocket.Listener {
    public static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 30;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final LinkedBlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final List<JsonNode> seen = new ArrayList<>();
    private WebSocket socket;

    /** Opens a visitor's socket. */
    public static Client visitor(Server server) {
        return visitor(server.port());
    }

    /** Opens a visitor's socket to the service at this port. */
    public static Client visitor(int port) {
        return open(port, "/ws/visitor", Map.of());
    }

    /** Logs in and opens a staff member's socket. */
    public static Client staff(Server server, String user, String password) {
        return staff(server, cookie(server, user, password));
    }

    /** Opens one more socket of a staff member who is logged in. */
    public static Client staff(Server server, String cookie) {
        return open(server, "/ws/staff", Map.of("Cookie", cookie, "Origin", server.url()));
    }

    /** Logs in; answers the cookie, as a browser sends it back. */
    public static String cookie(Server server, String user, String password) {
        var login = login(server, user, password);
        if (login.statusCode() != 204) {
            throw new IllegalStateException("login: " + login.statusCode() + " " + login.body());
        }
        var cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    /** Tries to log in. */
    public static HttpResponse<String> login(Server server, String user, String password, String... headers) {
        var body = JSON.createObjectNode().put("user", user).put("password", password);
        var request = HttpRequest.newBuilder(URI.create(server.url() + "/api/staff/login"))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Asks the public address for a path. */
    public static HttpResponse<String> get(Server server, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(server.url() + path)).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Sends any request. */
    public static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The status that the server answers when a socket is asked for: 101 when it opens. */
    public static int knock(Server server, String path, Map<String, String> headers) {
        try (var client = open(server, path, headers)) {
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    /** Opens a socket with these headers. */
    public static Client open(Server server, String path, Map<String, String> headers) {
        return open(server.port(), path, headers);
    }

    private static Client open(int port, String path, Map<String, String> headers) {
        var client = new Client();
        var builder = HTTP.newWebSocketBuilder().subprotocols("innom.v1");
        headers.forEach(builder::header);
        client.socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + path), client)
                .join();
        return client;
    }

    /** Sends a frame. */
    public Client send(String json) {
        socket.sendText(json, true).join();
        return this;
    }

    /** Sends a frame of this type with these names and values. */
    public Client send(String type, Object... fields) {
        ObjectNode frame = JSON.createObjectNode().put("type", type);
        for (int i = 0; i < fields.length; i += 2) {
            frame.set((String) fields[i], JSON.valueToTree(fields[i + 1]));
        }
        return send(frame.toString());
    }

    /** Sends a frame that has nothing but a type. */
    public Client just(String type) {
        return send(JSON.createObjectNode().put("type", type).toString());
    }

    /** Sends bytes that are no text. */
    public void sendBytes(byte[] bytes) {
        socket.sendBinary(java.nio.ByteBuffer.wrap(bytes), true).join();
    }

    /** The next frame, whatever it is. */
    public JsonNode next() {
        try {
            var frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no frame came; before: " + seen);
            }
            seen.add(frame);
            return frame;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next frame of that type; others are passed over. */
    public JsonNode await(String type) {
        return await(frame -> frame.path("type").asText().equals(type));
    }

    /** The next frame that fits; others are passed over. */
    public JsonNode await(Predicate<JsonNode> fits) {
        for (int i = 0; i < 1000; i++) {
            var frame = next();
            if (fits.test(frame)) {
                return frame;
            }
        }
        throw new AssertionError("nothing fits among " + seen);
    }

    /** The next frame with an id of the client's own, of that type; others are passed over. */
    public JsonNode await(String type, String id) {
        return await(frame -> frame.path("type").asText().equals(type)
                && frame.path("id").asText().equals(id));
    }

    /** Frames that have come and were not asked for yet, without waiting. */
    public List<JsonNode> pending() {
        var all = new ArrayList<JsonNode>();
        frames.drainTo(all);
        seen.addAll(all);
        return all;
    }

    /** Everything that has come and was asked for. */
    public List<JsonNode> seen() {
        return List.copyOf(seen);
    }

    /** Begins a chat; answers its welcome. */
    public JsonNode start() {
        send("start", "language", "nb");
        return await("welcome");
    }

    /** Writes and waits for the ack. */
    public long say(String id, String text) {
        send("say", "id", id, "text", text);
        return await("ack", id).path("seq").asLong();
    }

    /** Whether the server, or the line, has ended the connection. */
    public boolean isClosed() {
        return closed.isDone();
    }

    /** The code that the server closed with. */
    public int closeCode() {
        try {
            return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the socket was not closed; before: " + seen, e);
        }
    }

    /** Drops the connection without a word. */
    public void drop() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket ws, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                frames.add(JSON.readTree(partial.toString()));
            } catch (JsonProcessingException e) {
                closed.completeExceptionally(e);
            }
            partial.setLength(0);
        }
        ws.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket ws, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket ws, Throwable error) {
        closed.complete(1006);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
