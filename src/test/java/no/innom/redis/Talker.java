package no.innom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import no.innom.Client;
import no.innom.Server;

/**
 * A visitor who writes one message after the other on a thread of its own, as the page does: what is not acked is sent
 * again with the same id, and a lost connection is resumed. Remembers every ack and every refusal.
 */
final class Talker {
    /** Fewer than the fifty frames a second that a visitor may send. */
    private static final long PAUSE_NANOS = Duration.ofMillis(25).toNanos();

    private static final long POLL_NANOS = Duration.ofMillis(1).toNanos();
    private static final long RETRY_NANOS = Duration.ofMillis(100).toNanos();
    private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();

    private final Supplier<Server> servers;
    private final Map<String, Long> acked = new LinkedHashMap<>();
    private final ConcurrentLinkedQueue<Moment> moments = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::talk, "talker");
    private volatile boolean done;
    private volatile Throwable failure;
    private Client client;
    private String chat;
    private String key;
    private int sent;

    /** What one try to say something came to, when (ns) and after how long. */
    record Moment(boolean acked, long at, long took) {}

    /** Begins a chat that asks for a person. {@code servers} is asked for one at each connection. */
    Talker(Supplier<Server> servers) {
        this.servers = servers;
        client = Client.visitor(servers.get());
        var welcome = client.start();
        chat = welcome.path("chat").asText();
        key = welcome.path("key").asText();
        client.send("human", "id", "h");
        acked.put("h", client.await("ack", "h").path("seq").asLong());
        thread.setDaemon(true);
    }

    Talker begin() {
        thread.start();
        return this;
    }

    String chat() {
        return chat;
    }

    Map<String, Long> acked() {
        return acked;
    }

    List<Moment> moments() {
        return List.copyOf(moments);
    }

    /** Fails when this visitor could not go on. */
    void mustGoOn() {
        if (failure != null) {
            throw new AssertionError("a visitor could not go on after " + sent + " messages", failure);
        }
    }

    /** Ends after the message under way is acked; answers the whole log as it is resumed then. */
    List<JsonNode> end() {
        done = true;
        try {
            thread.join(PATIENCE_NANOS / 1_000_000 * 2);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        mustGoOn();
        assertThat(thread.isAlive()).isFalse();
        client.close();
        var server = servers.get();
        client = Client.visitor(server.isAlive() ? server : servers.get());
        client.send("resume", "key", key);
        var log = new ArrayList<JsonNode>();
        for (var frame = client.next(); !is(frame, "state"); frame = client.next()) {
            if (is(frame, "message")) {
                log.add(frame);
            }
        }
        return log;
    }

    void leave() {
        done = true;
        client.close();
    }

    private void talk() {
        try {
            while (!done) {
                say("m" + ++sent);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void say(String id) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end) {
            long begun = System.nanoTime();
            try {
                client.send("say", "id", id, "text", "fra " + id);
                var answer = answer(id);
                // After a resume that was refused the server does not know the chat yet.
                if (answer != null && !answer.path("code").asText().equals("not_started")) {
                    moments.add(new Moment(is(answer, "ack"), System.nanoTime(), System.nanoTime() - begun));
                    if (is(answer, "ack")) {
                        acked.put(id, answer.path("seq").asLong());
                        return;
                    }
                    if (!answer.path("code").asText().equals("unavailable")) {
                        throw new AssertionError(answer.toString());
                    }
                    LockSupport.parkNanos(RETRY_NANOS);
                    continue;
                }
            } catch (java.util.concurrent.CompletionException e) {
                // The connection is gone.
            }
            resume();
        }
        throw new AssertionError("neither ack nor a way back for " + id);
    }

    /** The answer to a message, or null when the connection has ended. */
    private JsonNode answer(String id) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end) {
            boolean closed = client.isClosed();
            for (var frame : client.pending()) {
                if (frame.path("id").asText().equals(id) && (is(frame, "ack") || is(frame, "error"))) {
                    return frame;
                }
            }
            if (closed) {
                return null;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        throw new AssertionError("no answer to " + id);
    }

    private void resume() {
        client.close();
        LockSupport.parkNanos(RETRY_NANOS);
        try {
            client = Client.visitor(servers.get());
            client.send("resume", "key", key, "after", 0);
        } catch (java.util.concurrent.CompletionException e) {
            // Not yet: the next try will be another.
        }
    }

    private static boolean is(JsonNode frame, String type) {
        return frame.path("type").asText().equals(type);
    }
}
