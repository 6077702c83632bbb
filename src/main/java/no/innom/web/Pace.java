package no.innom.web;

import java.util.function.LongSupplier;

/** How fast one visitor may send: a bucket that holds the burst and fills at the rate. Safe for any thread. */
public final class Pace {
    private static final double NANOS = 1e9;

    private final LongSupplier nanos;
    private final double perNano;
    private final double burst;
    private double left;
    private long seen;

    /**
     * @param perSecond how many a second
     * @param burst how many at once
     * @param nanos a clock that never goes back, in nanoseconds
     */
    public Pace(int perSecond, int burst, LongSupplier nanos) {
        this.nanos = nanos;
        this.perNano = perSecond / NANOS;
        this.burst = burst;
        this.left = burst;
        this.seen = nanos.getAsLong();
    }

    /** Takes one; answers 0, or how many milliseconds to wait when there is none, and then takes nothing. */
    public synchronized long take() {
        long now = nanos.getAsLong();
        left = Math.min(burst, left + (now - seen) * perNano);
        seen = now;
        if (left >= 1) {
            left -= 1;
            return 0;
        }
        return (long) Math.ceil((1 - left) / perNano / 1e6);
    }
}
