package no.innom.web;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Whether anybody is still at the other end: a line that has died half-way says nothing, not even that it is gone.
 * Safe for any thread.
 */
final class Heartbeat {
    /** How often somebody must ask. */
    static final long ASK_EVERY_MS = TimeUnit.SECONDS.toMillis(5);

    /** Not everybody in the same moment: thousands of pings at once would keep the others waiting. */
    static final int TURNS = 20;

    private static final long PING_EVERY_NANOS = TimeUnit.SECONDS.toNanos(20);
    /** Found dead a minute after the last sign of life at the latest, however unevenly it is asked. */
    private static final long SILENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(60_000 - ASK_EVERY_MS);

    private final LongSupplier nanos;
    private volatile long heard;
    private volatile long pinged;

    /** What is to be done now. */
    enum Beat {
        NOTHING,
        PING,
        DEAD
    }

    /** @param nanos a clock that never goes back, in nanoseconds */
    Heartbeat(LongSupplier nanos) {
        this.nanos = nanos;
        this.heard = nanos.getAsLong();
        this.pinged = heard;
    }

    /** In which of the {@value #TURNS} turns the socket is asked. */
    static int turnOf(Socket socket) {
        return Math.floorMod(socket.hashCode(), TURNS);
    }

    /** A sign of life has come. */
    void heard() {
        heard = nanos.getAsLong();
    }

    /** Asked every {@value #ASK_EVERY_MS} ms. */
    Beat beat() {
        long now = nanos.getAsLong();
        if (now - heard > SILENCE_NANOS) {
            return Beat.DEAD;
        }
        if (now - pinged < PING_EVERY_NANOS) {
            return Beat.NOTHING;
        }
        pinged = now;
        return Beat.PING;
    }
}
