package no.innom.redis;

import io.lettuce.core.XAddArgs;
import io.vertx.core.Future;
import java.util.Map;
import no.innom.escalation.Mark;
import no.innom.escalation.Marks;

/** Marks in Redis, the last ten thousand. */
public final class RedisMarks implements Marks {
    private static final long MOST = 10_000;

    private final RedisLink redis;

    public RedisMarks(RedisLink redis) {
        this.redis = redis;
    }

    @Override
    public Future<Void> add(Mark mark) {
        var args = XAddArgs.Builder.maxlen(MOST).approximateTrimming();
        return redis.ask(r -> r.xadd(Keys.MARKS, args, Map.of("m", Json.write(mark))))
                .mapEmpty();
    }
}
