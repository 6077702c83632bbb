package no.innom.duty;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Who is on duty, as this node knows it: a mirror of the {@link ShiftBook}, refreshed when a shift changes and once a
 * second. It answers at once, so that no message waits for it.
 */
public final class OnDuty {
    private final ShiftBook book;
    private final InstantSource clock;
    private final Map<String, Shift> shifts = new ConcurrentHashMap<>();
    private final AtomicInteger writes = new AtomicInteger();
    private volatile Runnable listener = () -> {};

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
        return book.all()
                .onSuccess(all -> {
                    // What was read before the last write here could take that back.
                    if (writes.get() == begun) {
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
        writes.incrementAndGet();
        return book.put(shift).onComplete(done -> writes.incrementAndGet());
    }

    /** Somebody's console is still open: they are counted as here until then. */
    public Future<Void> renew(String user, Instant until) {
        shifts.computeIfPresent(user, (u, shift) -> shift.until(until));
        writes.incrementAndGet();
        return book.renew(user, until).onComplete(done -> writes.incrementAndGet());
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

    /** Everybody on duty, by name. */
    public List<Shift> all() {
        var now = clock.instant();
        return shifts.values().stream()
                .filter(shift -> shift.onDutyAt(now))
                .sorted(Comparator.comparing(Shift::name))
                .toList();
    }
}
