package no.innom.duty;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is on duty, as this node knows it: a mirror of the {@link ShiftBook}, refreshed when a shift changes and once a
 * second. It answers at once, so that no message waits for it.
 */
public final class OnDuty {
    /** How old this node's picture of another node's consoles can be, and a little more. */
    private static final Duration LAG = Duration.ofSeconds(2);

    private final ShiftBook book;
    private final InstantSource clock;
    private final Map<String, Shift> shifts = new ConcurrentHashMap<>();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile Runnable listener = () -> {};
    private volatile boolean away;
    private volatile @Nullable Instant backSince;

    public OnDuty(ShiftBook book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
        book.listen(this::refresh);
    }

    /** Calls the listener after each refresh. There is one listener: the staff board of this node. */
    public void onRefresh(Runnable then) {
        listener = then;
    }

    /** Reads all shifts anew. */
    public Future<Void> refresh() {
        int begun = writes.get();
        boolean settled = underWay.get() == 0;
        return book.all()
                .onFailure(e -> away = true)
                .onSuccess(all -> {
                    if (away) {
                        away = false;
                        backSince = clock.instant();
                    }
                    // What was read before or in the middle of the last write here could take that back.
                    if (settled && writes.get() == begun) {
                        shifts.keySet().retainAll(all.stream().map(Shift::user).toList());
                        all.forEach(shift -> shifts.put(shift.user(), shift));
                        listener.run();
                    }
                })
                .mapEmpty();
    }

    /** Writes somebody's shift, here at once and then for all. */
    public Future<Void> put(Shift shift) {
        shifts.put(shift.user(), shift);
        return written(() -> book.put(shift));
    }

    /** Somebody's console is still open: they are counted as here until then. */
    public Future<Void> renew(String user, Instant until) {
        shifts.computeIfPresent(user, (u, shift) -> shift.until(until));
        return written(() -> book.renew(user, until));
    }

    private Future<Void> written(Supplier<Future<Void>> write) {
        underWay.incrementAndGet();
        writes.incrementAndGet();
        return write.get().onComplete(done -> {
            writes.incrementAndGet();
            underWay.decrementAndGet();
        });
    }

    /** Whether a person is on duty now. */
    public boolean open() {
        var now = clock.instant();
        return shifts.values().stream().anyMatch(shift -> shift.onDutyAt(now));
    }

    /** Somebody's shift, while their console is open. */
    public @Nullable Shift of(String user) {
        var shift = shifts.get(user);
        return shift != null && shift.here(clock.instant()) ? shift : null;
    }

    /**
     * Whether those whose lease is over are gone indeed: not just after the book could not be read, when consoles that
     * were open all the while have had no time to say so.
     */
    public boolean knowsWhoIsGone(Duration lease) {
        var since = backSince;
        return !away && (since == null || !clock.instant().isBefore(since.plus(lease.dividedBy(2))));
    }

    /**
     * Who has not been heard of for so long that they have probably lost their connection, though their lease has not
     * run out; with those whose lease has.
     *
     * @param lease a console that is open renews its shift three times within this
     */
    public Set<String> unheardOf(Duration lease) {
        var least = clock.instant().plus(leastLeft(lease));
        return shifts.values().stream()
                .filter(shift -> shift.until().isBefore(least))
                .map(Shift::user)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Two thirds are left while a console is open, less what a mirror lags; never so much that all seem lost. */
    private static Duration leastLeft(Duration lease) {
        var half = lease.dividedBy(2);
        var healthy = lease.multipliedBy(2).dividedBy(3).minus(LAG);
        var least = healthy.compareTo(half) < 0 ? healthy : half;
        return least.compareTo(lease.dividedBy(6)) < 0 ? lease.dividedBy(6) : least;
    }

    /** Everybody on duty, by name. */
    public List<Shift> all() {
        var now = clock.instant();
        return shifts.values().stream()
                .filter(shift -> shift.onDutyAt(now))
                .sorted(Comparator.comparing(Shift::name))
                .toList();
    }
}
