package no.innom;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process will have done soon, and has no way to tell us. */
public final class Eventually {
    private static final long POLL_NANOS = Duration.ofMillis(20).toNanos();

    private Eventually() {}

    /** Looks again and again until it is so; fails when it is not so by the deadline. */
    public static void so(String what, Duration within, BooleanSupplier is) {
        long end = System.nanoTime() + within.toNanos();
        while (!is.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + within + ": " + what);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
