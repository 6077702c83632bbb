package no.innom.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import no.innom.config.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that nobody wrote well, on a bare TCP socket: one that stops reading, one that never answers a ping. */
class SlowClientTest {
    private static final Texts TEXTS = Texts.load(Path.of("conf"), problem -> {});
    private static final int FRAME = 10_000;
    private static final int PATIENCE_MS = 20_000;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong nanos = new AtomicLong();
    private final CompletableFuture<Plain> accepted = new CompletableFuture<>();
    private java.net.Socket client;

    @BeforeEach
    void connect() throws Exception {
        // As in earnest, but that nobody has the time to wait for a minute.
        var server = vertx.createHttpServer(Doors.options().setWriteIdleTimeout(2))
                .webSocketHandler(ws -> {
                    var socket = new Plain(ws);
                    socket.open();
                    accepted.complete(socket);
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        client = new java.net.Socket("127.0.0.1", server.actualPort());
        client.setSoTimeout(PATIENCE_MS);
        client.getOutputStream()
                .write(("GET /ws/visitor HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\n"
                                + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                        .getBytes(US_ASCII));
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void cutsOffWhoDoesNotReadAndKeepsNoMoreThanTheBound() throws Exception {
        var socket = accepted.get(10, TimeUnit.SECONDS);
        var taken = new CompletableFuture<Long>();
        sendUntilCutOff(socket, 0, taken);
        long written = taken.get(60, TimeUnit.SECONDS);
        // What the kernel holds for both ends is not ours; beyond it the bound and one frame wait.
        assertThat(socket.waiting()).isLessThanOrEqualTo(Socket.MOST_OUTGOING + FRAME + 100);
        var heard = new String(client.getInputStream().readAllBytes(), ISO_8859_1);
        assertThat(heard.length()).isGreaterThan((int) (written - Socket.MOST_OUTGOING - 2L * FRAME));
        assertThat(heard).endsWith("too slow, come back");
        socket.closed.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
    }

    @Test
    void forgetsWhoNeverReadsAgain() throws Exception {
        var socket = accepted.get(10, TimeUnit.SECONDS);
        sendUntilCutOff(socket, 0, new CompletableFuture<>());
        socket.closed.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
    }

    @Test
    void closesWhoNeverAnswersAPing() throws Exception {
        var socket = accepted.get(10, TimeUnit.SECONDS);
        for (int second = 5; second <= 60; second += 5) {
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(5));
            socket.tick();
        }
        var heard = new String(client.getInputStream().readNBytes(200), ISO_8859_1);
        assertThat(heard).contains("\u0089\0\u0089\0").contains("nothing heard, come back");
    }

    /** Frame after frame, each when the event loop is free, until the socket is closed. */
    private void sendUntilCutOff(Plain socket, long written, CompletableFuture<Long> taken) {
        socket.context.runOnContext(v -> {
            if (socket.ws.isClosed() || socket.waiting() > Socket.MOST_OUTGOING) {
                socket.send("x");
                taken.complete(written);
            } else {
                socket.send("x".repeat(FRAME));
                sendUntilCutOff(socket, written + FRAME, taken);
            }
        });
    }

    /** A socket with nothing behind it. */
    private final class Plain extends Socket {
        private final io.vertx.core.Context context = vertx.getOrCreateContext();
        private final CompletableFuture<Void> closed = new CompletableFuture<>();

        Plain(ServerWebSocket ws) {
            super(ws, TEXTS, 5, 10, nanos::get);
        }

        @Override
        Future<?> handle(Frame frame) {
            return Future.succeededFuture();
        }

        @Override
        boolean stores(String type) {
            return false;
        }

        @Override
        void closed() {
            closed.complete(null);
        }
    }
}
