package no.innom.secondline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What takes the calls of the webhook: the JDK's own HTTP server, which shares no code with ours. */
final class Telephone implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final LinkedBlockingQueue<Ring> rings = new LinkedBlockingQueue<>();
    private volatile int status = 204;

    /** A call as it came. */
    record Ring(String id, long seconds, String signature, String text) {
        JsonNode body() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Telephone() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/bakvakt";
    }

    void answers(int with) {
        status = with;
    }

    Ring next() {
        try {
            var ring = rings.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (ring == null) {
                throw new AssertionError("nobody called");
            }
            return ring;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void forget() {
        rings.clear();
    }

    List<Ring> pending() {
        var all = new ArrayList<Ring>();
        rings.drainTo(all);
        return all;
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            var headers = call.getRequestHeaders();
            rings.add(new Ring(
                    headers.getFirst("webhook-id"),
                    Long.parseLong(headers.getFirst("webhook-timestamp")),
                    headers.getFirst("webhook-signature"),
                    new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            call.sendResponseHeaders(status, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
