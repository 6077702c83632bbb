package no.innom.redis;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.XAddArgs;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import no.innom.publishing.ChangeRecord;
import org.jspecify.annotations.Nullable;

/** The record of changes in Redis, as {@link Keys} says: the last five thousand. */
public final class RedisRecord implements ChangeRecord {
    private static final int MOST = 5_000;
    private static final String FIELD = "m";

    private final RedisLink redis;

    public RedisRecord(RedisLink redis) {
        this.redis = redis;
    }

    @Override
    public Future<Void> add(Entry entry) {
        var args = XAddArgs.Builder.maxlen(MOST).approximateTrimming();
        return redis.ask(r -> r.xadd(Keys.RECORD, args, Map.of(FIELD, Json.write(entry))))
                .mapEmpty();
    }

    @Override
    public Future<List<Entry>> last(@Nullable String flow, int most) {
        var limit = Limit.from(flow == null ? most : MOST);
        return redis.ask(r -> r.xrevrange(Keys.RECORD, Range.unbounded(), limit))
                .map(entries -> entries.stream()
                        .map(entry -> Json.read(entry.getBody().getOrDefault(FIELD, new byte[0]), Entry.class))
                        .filter(entry -> flow == null || flow.equals(entry.flow()))
                        .limit(most)
                        .toList());
    }
}
