package no.innom.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.ZAddArgs;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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
        // When it ends first: whoever sees that does not forget what is written after it.
        return renew(shift.user(), shift.until())
                .compose(renewed -> redis.ask(r -> r.hset(Keys.SHIFTS, shift.user(), Json.write(shift))))
                .onSuccess(written -> bus.ringShift())
                .mapEmpty();
    }

    @Override
    public Future<Void> renew(String user, Instant until) {
        return redis.ask(r -> r.zadd(
                        Keys.SHIFT_ENDS, ZAddArgs.Builder.gt(), (double) until.toEpochMilli(), user.getBytes(UTF_8)))
                .mapEmpty();
    }

    @Override
    public Future<List<Shift>> all() {
        var shifts = redis.ask(r -> r.hgetall(Keys.SHIFTS));
        var ends = redis.ask(r -> r.zrangeWithScores(Keys.SHIFT_ENDS, 0, -1));
        return Future.all(shifts, ends).map(both -> {
            var oldest = clock.instant().minus(KEPT);
            var kept = new ArrayList<Shift>();
            for (var end : ends.result()) {
                var user = new String(end.getValue(), UTF_8);
                var until = Instant.ofEpochMilli((long) end.getScore());
                byte[] json = shifts.result().get(user);
                if (until.isBefore(oldest)) {
                    forget(user, oldest);
                } else if (json != null) {
                    kept.add(Json.read(json, Shift.class).until(until));
                }
            }
            return kept;
        });
    }

    private void forget(String user, Instant oldest) {
        redis.run(
                Script.LAPSED,
                ScriptOutputType.INTEGER,
                new String[] {Keys.SHIFT_ENDS, Keys.SHIFTS},
                user.getBytes(UTF_8),
                Long.toString(oldest.toEpochMilli()).getBytes(UTF_8));
    }

    @Override
    public void listen(Runnable listener) {
        bus.listenShifts(listener);
    }
}
