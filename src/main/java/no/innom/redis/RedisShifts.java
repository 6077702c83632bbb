package no.innom.redis;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import no.innom.duty.Shift;
import no.innom.duty.ShiftBook;

/** Shifts in Redis, as {@link Keys} says. */
public final class RedisShifts implements ShiftBook {
    private static final Duration KEPT = Duration.ofDays(1);

    private final RedisLink redis;
    private final RedisBus bus;
    private final InstantSource clock;

    public RedisShifts(RedisLink redis, RedisBus bus, InstantSource clock) {
        this.redis = redis;
        this.bus = bus;
        this.clock = clock;
    }

    @Override
    public Future<Void> put(Shift shift) {
        return redis.ask(r -> r.hset(Keys.SHIFTS, shift.user(), Json.write(shift)))
                .onSuccess(written -> bus.ringShift())
                .mapEmpty();
    }

    @Override
    public Future<List<Shift>> all() {
        return redis.ask(r -> r.hgetall(Keys.SHIFTS)).map(all -> {
            var oldest = clock.instant().minus(KEPT);
            var shifts = all.values().stream()
                    .map(json -> Json.read(json, Shift.class))
                    .toList();
            shifts.stream()
                    .filter(shift -> shift.until().isBefore(oldest))
                    .forEach(shift -> redis.ask(r -> r.hdel(Keys.SHIFTS, shift.user())));
            return shifts.stream()
                    .filter(shift -> !shift.until().isBefore(oldest))
                    .toList();
        });
    }

    @Override
    public void listen(Runnable listener) {
        bus.listenShifts(listener);
    }
}
