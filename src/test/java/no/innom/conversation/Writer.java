package no.innom.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import no.innom.Client;
import no.innom.Server;

/**
 * Somebody who writes several messages ahead of their acks, on a thread of its own, and loses the connection again and
 * again: what is not acked is sent again in order, with the same ids, as the pages do.
 */
abstract class Writer {
    private static final int AHEAD = 5;
    private static final Set<String> LATER = Set.of("unavailable", "slow_down");
    private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();
    private static final long RETRY_NANOS = Duration.ofMillis(200).toNanos();

    private final Supplier<Server> servers;
    private final Map<String, String> unacked = new LinkedHashMap<>();
    private final Map<String, Long> acked = new ConcurrentHashMap<>();
    private final Set<String> late = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean done;
    private volatile boolean full;
    private volatile Throwable failure;
    private Client client;
    private boolean again;

    /** @param servers gives the server that runs now */
    Writer(String name, Supplier<Server> servers) {
        this.servers = servers;
        thread = new Thread(this::write, name);
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    /** Connects and takes up where it was left; an exception means that there is nobody to connect to yet. */
    abstract Client connect(Server server);

    /** The next frame to send, with the id; null when there is nothing to say now. */
    abstract String next(String id);

    /** Hears whatever is no ack. */
    abstract void hear(JsonNode frame);

    /** Hears that a message of its own has that number. */
    void heardAck(String id, long seq) {}

    /** What has been acked, id to number. */
    Map<String, Long> acked() {
        return acked;
    }

    /** What was refused for now and sent again: those that were on their way behind it may stand before it. */
    Set<String> late() {
        return late;
    }

    /** Gives a message up: it was refused for good. */
    void giveUp(String id) {
        unacked.remove(id);
    }

    /** Writes nothing new, and ends when everything is acked. */
    void end() {
        full = true;
        try {
            thread.join(Duration.ofSeconds(30).toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        done = true;
        if (failure != null || thread.isAlive()) {
            throw new AssertionError(thread.getName() + " could not end, unacked " + unacked.keySet(), failure);
        }
        client.close();
    }

    void stop() {
        done = true;
    }

    void send(String frame) {
        client.send(frame);
    }

    private void write() {
        try {
            int sent = 0;
            while (!done && !(full && unacked.isEmpty())) {
                try {
                    if (client == null || client.isClosed()) {
                        reconnect();
                    }
                    client.pending().forEach(this::take);
                    if (again) {
                        again = false;
                        LockSupport.parkNanos(RETRY_NANOS);
                        client.pending().forEach(this::take);
                        unacked.values().forEach(client::send);
                    }
                    if (!full && unacked.size() < AHEAD) {
                        var id = "m" + (sent + 1);
                        var frame = next(id);
                        if (frame != null) {
                            sent++;
                            unacked.put(id, frame);
                            client.send(frame);
                        }
                    }
                } catch (CompletionException | IllegalStateException e) {
                    // The server is gone, or not there yet.
                    LockSupport.parkNanos(RETRY_NANOS);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void reconnect() {
        if (client != null) {
            client.pending().forEach(this::take);
            client.close();
        }
        again = false;
        client = connect(servers.get());
        unacked.values().forEach(client::send);
    }

    private void take(JsonNode frame) {
        var id = frame.path("id").asText();
        if (frame.path("type").asText().equals("ack")) {
            long seq = frame.path("seq").asLong();
            unacked.remove(id);
            var before = acked.put(id, seq);
            if (before != null && before != seq) {
                throw new AssertionError(id + " was " + before + " and is " + seq);
            }
            heardAck(id, seq);
        } else if (LATER.contains(frame.path("code").asText())) {
            again = true;
            late.add(id);
        } else {
            hear(frame);
        }
    }
}
