package no.innom.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import no.innom.chat.StoreAwayException;
import no.innom.config.Texts;
import no.innom.conversation.Refusal;
import no.innom.conversation.RefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What both sockets share: one frame in flight, the pace, errors in words, the pings, the goodbye. Runs on the event
 * loop that the socket was opened on; {@link #tick} and {@link #close} may come from others.
 */
abstract class Socket {
    private static final Logger LOG = LoggerFactory.getLogger(Socket.class);
    private static final int MOST_NONSENSE = 20;
    private static final int FRAMES_A_SECOND = 50;
    private static final int MOST_TOGETHER = 64;
    /** A store that does not answer is said to be away within two seconds. */
    private static final long ANSWER_WITHIN_MS = 1900;

    private static final long RETRY_AFTER_MS = 2000;
    /** A log is read on only while less than this waits to be sent. */
    private static final int LOG_PAUSES_AT_BYTES = 64 * 1024;
    /** How many characters wait for a client at most, and one frame more; a client that is slower is cut off and comes back. */
    static final int MOST_OUTGOING = 1024 * 1024;

    final ServerWebSocket ws;
    private final Texts texts;
    private final Pace frames;
    private Pace stores;
    private final Heartbeat heartbeat;
    private final AtomicInteger outgoing = new AtomicInteger();
    private int nonsense;
    private String language;

    Socket(ServerWebSocket ws, Texts texts, int rate, int burst, LongSupplier nanos) {
        this.ws = ws;
        this.texts = texts;
        this.language = texts.speak(null);
        this.frames = new Pace(FRAMES_A_SECOND, FRAMES_A_SECOND, nanos);
        this.stores = new Pace(rate, burst, nanos);
        this.heartbeat = new Heartbeat(nanos);
    }

    /** Begins to listen. */
    final void open() {
        if (ws instanceof WebSocketInternal inside) {
            // What one round of the event loop says to a client leaves together.
            inside.channelHandlerContext().pipeline().addFirst(new FlushConsolidationHandler(MOST_TOGETHER, true));
        }
        ws.setWriteQueueMaxSize(LOG_PAUSES_AT_BYTES);
        ws.textMessageHandler(text -> receive(() -> Frame.read(text)));
        ws.binaryMessageHandler(bytes -> receive(() -> {
            throw new RefusedException(Refusal.BAD_FRAME);
        }));
        ws.pongHandler(pong -> heartbeat.heard());
        ws.exceptionHandler(e -> {
            LOG.debug("A socket failed: {}", e.getClass().getSimpleName());
            if (isTooBig(e)) {
                close(Goodbye.TOO_BIG);
            }
        });
        ws.closeHandler(closed -> closed());
    }

    /** Does what the frame asks for. Throws or fails with what is said to the client. */
    abstract Future<?> handle(Frame frame);

    /** Whether frames of that type store something and so count against the visitor's pace. */
    abstract boolean stores(String type);

    /** The socket is closed, by whichever side. */
    abstract void closed();

    /** How fast what stores something has come so far. */
    final Pace pace() {
        return stores;
    }

    /** Goes on at a pace that began on another socket of the same visitor. */
    final void pace(Pace begun) {
        stores = begun;
    }

    /** Speaks this language from now on. */
    final void speak(String to) {
        language = to;
    }

    final void send(ObjectNode frame) {
        send(Wire.text(frame));
    }

    /**
     * Sends a frame that is written out already, or cuts off a client for which too much waits.
     *
     * @return done when the frame has left this server
     */
    final Future<Void> send(String frame) {
        if (ws.isClosed()) {
            return Future.failedFuture("closed");
        }
        if (outgoing.get() > MOST_OUTGOING) {
            close(Goodbye.SLOW);
            return Future.failedFuture("too slow");
        }
        outgoing.addAndGet(frame.length());
        return ws.writeTextMessage(frame).onComplete(written -> outgoing.addAndGet(-frame.length()));
    }

    /** How many characters wait to be sent. */
    final int waiting() {
        return outgoing.get();
    }

    /** Whether a log should wait; the socket drains when it is so no longer. */
    final boolean full() {
        return ws.writeQueueFull();
    }

    final void close(Goodbye goodbye) {
        if (!ws.isClosed()) {
            ws.close(goodbye.code(), goodbye.reason());
        }
    }

    /** Called in each turn; the socket's own comes every {@value Heartbeat#ASK_EVERY_MS} ms. */
    final void tick(int turn) {
        if (turn == Heartbeat.turnOf(this)) {
            tick();
        }
    }

    /** Pings, and closes a socket that is silent for too long. */
    final void tick() {
        if (ws.isClosed()) {
            return;
        }
        switch (heartbeat.beat()) {
            case DEAD -> close(Goodbye.SILENT);
            case PING -> ws.writePing(Buffer.buffer());
            case NOTHING -> {}
        }
    }

    /** The log could not be read on: the client comes back and reads it from where it is. */
    final void lost(Throwable e) {
        if (!(e instanceof StoreAwayException)) {
            LOG.error("A log could not be read", Clean.of(e));
        }
        close(Goodbye.BEHIND);
    }

    final void refuse(Refusal refusal, @Nullable String id) {
        send(Wire.error(refusal.wire(), words(refusal, ""), id));
    }

    private void receive(java.util.function.Supplier<Frame> read) {
        heartbeat.heard();
        String[] id = {null};
        Future<?> done;
        try {
            // Read before it is paced: one that is refused for its haste must say which it was, to be sent again.
            var frame = read.get();
            nonsense = 0;
            id[0] = frame.idIfAny();
            paced(frames);
            if (stores(frame.type())) {
                paced(stores);
            }
            ws.pause();
            done = handle(frame);
        } catch (RuntimeException e) {
            done = Future.failedFuture(e);
        }
        (done.isComplete() ? done : done.timeout(ANSWER_WITHIN_MS, TimeUnit.MILLISECONDS)).onComplete(result -> {
            if (result.failed()) {
                fail(result.cause(), id[0]);
            }
            ws.resume();
        });
    }

    /** One frame over the limit is refused by the decoder, several that make one message by what puts them together. */
    private static boolean isTooBig(Throwable e) {
        return e instanceof IllegalStateException
                || (e instanceof CorruptedWebSocketFrameException broken
                        && broken.closeStatus().code() == Goodbye.TOO_BIG.code());
    }

    private static void paced(Pace pace) {
        long wait = pace.take();
        if (wait > 0) {
            throw new TooFastException(wait);
        }
    }

    private void fail(Throwable e, @Nullable String id) {
        if (e instanceof TooFastException fast) {
            send(error(Refusal.SLOW_DOWN, "", id).put("retryAfterMs", fast.waitMs));
        } else if (e instanceof RefusedException refused) {
            if (refused.refusal() == Refusal.BAD_FRAME && ++nonsense >= MOST_NONSENSE) {
                close(Goodbye.NONSENSE);
                return;
            }
            var field = refused.field();
            send(error(refused.refusal(), field == null ? "" : field, id));
        } else {
            if (!(e instanceof StoreAwayException || e instanceof TimeoutException)) {
                LOG.error("A frame could not be handled", Clean.of(e));
            }
            send(error(Refusal.UNAVAILABLE, "", id).put("retryAfterMs", RETRY_AFTER_MS));
        }
    }

    private ObjectNode error(Refusal refusal, String about, @Nullable String id) {
        return Wire.error(refusal.wire(), words(refusal, about), id);
    }

    private String words(Refusal refusal, String about) {
        return texts.get(language, "error-" + refusal.wire())
                .replace("{field}", about)
                .replace("{type}", about);
    }

    private static final class TooFastException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final long waitMs;

        TooFastException(long waitMs) {
            super("too fast", null, false, false);
            this.waitMs = waitMs;
        }
    }
}
