package no.innom.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** Many sockets in one process. */
final class Swarm implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final WebSocketClient client =
            vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(100_000));
    private final int port;

    Swarm(int port) {
        this.port = port;
    }

    /** Opens that many sockets, some hundreds at a time. */
    List<WebSocket> open(int count, String path, BiConsumer<WebSocket, JsonObject> heard) throws Exception {
        var open = new ArrayList<WebSocket>();
        while (open.size() < count) {
            var wave = new ArrayList<Future<WebSocket>>();
            for (int i = 0; i < Math.min(200, count - open.size()); i++) {
                wave.add(one(path, null, heard));
            }
            Future.all(wave).toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
            wave.forEach(ws -> open.add(ws.result()));
        }
        return open;
    }

    Future<WebSocket> one(String path, String cookie, BiConsumer<WebSocket, JsonObject> heard) {
        // One loopback address has too few ports for tens of thousands of sockets; 127/8 has more.
        var options =
                new WebSocketConnectOptions().setHost("127.0.0.1").setPort(port).setURI(path);
        if (cookie != null) {
            options.addHeader("Cookie", cookie).addHeader("Origin", "http://127.0.0.1:" + port);
        }
        return client.connect(options)
                .onSuccess(ws -> ws.textMessageHandler(text -> heard.accept(ws, new JsonObject(text))));
    }

    /**
     * Sends at a rate and waits until everything has arrived.
     *
     * @param send sends message number n, given the moment (ns) in its text
     * @return how long each took, in microseconds, sorted
     */
    static long[] atRate(int perSecond, int seconds, java.util.function.IntConsumer send, Arrivals arrivals)
            throws InterruptedException {
        int total = perSecond * seconds;
        arrivals.begin(total);
        long start = System.nanoTime();
        for (int n = 0; n < total; n++) {
            long due = start + n * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due) {
                java.util.concurrent.locks.LockSupport.parkNanos(due - System.nanoTime());
            }
            send.accept(n);
        }
        return arrivals.await();
    }

    /** Collects how long each message took. */
    static final class Arrivals {
        private long[] took = new long[0];
        private final AtomicInteger next = new AtomicInteger();
        private CountDownLatch left = new CountDownLatch(0);

        synchronized void begin(int total) {
            took = new long[total];
            next.set(0);
            left = new CountDownLatch(total);
        }

        void arrived(long sentNanos) {
            int at = next.getAndIncrement();
            if (at < took.length) {
                took[at] = (System.nanoTime() - sentNanos) / 1000;
                left.countDown();
            }
        }

        long[] await() throws InterruptedException {
            boolean all = left.await(30, TimeUnit.SECONDS);
            var sorted = Arrays.copyOf(took, Math.min(next.get(), took.length));
            Arrays.sort(sorted);
            if (!all) {
                System.out.println("  only " + sorted.length + " of " + took.length + " arrived");
            }
            return sorted;
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
