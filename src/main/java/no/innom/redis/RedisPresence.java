package no.innom.redis;

import io.lettuce.core.Range;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import no.innom.publishing.Presence;

/** Who has a flow open in the editor, in Redis as {@link Keys} says. Bounded by the number of staff. */
public final class RedisPresence implements Presence {
    private static final Duration GONE_AFTER = Duration.ofSeconds(30);

    private final RedisLink redis;
    private final InstantSource clock;

    public RedisPresence(RedisLink redis, InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
    }

    private record Member(String user, String name) {}

    @Override
    public Future<List<Editor>> here(String flow, String user, String name) {
        var key = Keys.here(flow);
        double now = clock.millis();
        return redis.ask(r -> r.zadd(key, now, Json.write(new Member(user, name))))
                .compose(added -> redis.ask(r -> r.pexpire(key, GONE_AFTER)))
                .compose(
                        kept -> redis.ask(r -> r.zremrangebyscore(key, Range.create(0.0, now - GONE_AFTER.toMillis()))))
                .compose(gone -> all(flow));
    }

    @Override
    public Future<List<Editor>> all(String flow) {
        double since = clock.millis() - GONE_AFTER.toMillis();
        return redis.ask(r -> r.zrangebyscoreWithScores(Keys.here(flow), Range.create(since, Double.MAX_VALUE)))
                .map(all -> all.stream()
                        .map(one -> {
                            var member = Json.read(one.getValue(), Member.class);
                            return new Editor(
                                    member.user(), member.name(), Instant.ofEpochMilli((long) one.getScore()));
                        })
                        .sorted(Comparator.comparing(Editor::name))
                        .toList());
    }
}
