package no.innom.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.SetArgs;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.innom.publishing.PanelBook;
import no.innom.publishing.PanelLink;
import org.jspecify.annotations.Nullable;

/** A youth panel's links, comments and votes in Redis, as {@link Keys} says. */
public final class RedisPanel implements PanelBook {
    private static final int MOST_LINKS = 50;
    private static final int MOST_COMMENTS = 1_000;

    private final RedisLink redis;
    private final InstantSource clock;

    public RedisPanel(RedisLink redis, InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
    }

    @Override
    public Future<Boolean> open(PanelLink link) {
        return links(link.flow()).compose(there -> {
            if (there.size() >= MOST_LINKS) {
                return Future.succeededFuture(false);
            }
            var json = Json.write(link);
            return redis.ask(r -> r.set(
                            Keys.panel(link.token()),
                            json,
                            SetArgs.Builder.pxAt(link.expires().toEpochMilli())))
                    .compose(set -> redis.ask(r -> r.hset(Keys.panels(link.flow()), link.token(), json)))
                    .map(true);
        });
    }

    @Override
    public Future<Optional<PanelLink>> link(String token) {
        return redis.ask(r -> r.get(Keys.panel(token))).map(json -> Optional.ofNullable(json)
                .map(one -> Json.read(one, PanelLink.class))
                .filter(link -> link.expires().isAfter(clock.instant())));
    }

    @Override
    public Future<List<PanelLink>> links(String flow) {
        return redis.ask(r -> r.hgetall(Keys.panels(flow))).compose(all -> {
            var now = clock.instant();
            var links = all.values().stream()
                    .map(json -> Json.read(json, PanelLink.class))
                    .sorted(Comparator.comparing(PanelLink::at).reversed())
                    .toList();
            var over = links.stream()
                    .filter(link -> !link.expires().isAfter(now))
                    .map(PanelLink::token)
                    .toArray(String[]::new);
            var left =
                    links.stream().filter(link -> link.expires().isAfter(now)).toList();
            return over.length == 0
                    ? Future.succeededFuture(left)
                    : redis.ask(r -> r.hdel(Keys.panels(flow), over)).map(left);
        });
    }

    @Override
    public Future<Boolean> close(String flow, String token) {
        return redis.ask(r -> r.hdel(Keys.panels(flow), token))
                .compose(had -> had == 0
                        ? Future.succeededFuture(false)
                        : redis.ask(r -> r.del(Keys.panel(token))).map(true));
    }

    @Override
    public Future<Boolean> comment(String flow, Comment comment) {
        var key = Keys.comments(flow);
        return redis.ask(r -> r.hlen(key))
                .compose(there -> there >= MOST_COMMENTS
                        ? Future.succeededFuture(false)
                        : redis.ask(r -> r.hset(key, comment.id(), Json.write(comment)))
                                .map(true));
    }

    @Override
    public Future<List<Comment>> comments(String flow) {
        return redis.ask(r -> r.hgetall(Keys.comments(flow))).map(all -> all.values().stream()
                .map(json -> Json.read(json, Comment.class))
                .sorted(Comparator.comparing(Comment::at))
                .toList());
    }

    @Override
    public Future<Boolean> remove(String flow, String id) {
        return redis.ask(r -> r.hdel(Keys.comments(flow), id)).map(gone -> gone > 0);
    }

    /** A field is {@code STEP up} or {@code STEP down}; no step has a name with a space. */
    @Override
    public Future<Void> vote(String flow, @Nullable String step, boolean up) {
        var field = (step == null ? "" : step) + (up ? " up" : " down");
        return redis.ask(r -> r.hincrby(Keys.votes(flow), field, 1)).mapEmpty();
    }

    @Override
    public Future<List<Votes>> votes(String flow) {
        return redis.ask(r -> r.hgetall(Keys.votes(flow))).map(all -> {
            Map<String, Votes> byStep = new TreeMap<>();
            all.forEach((field, count) -> {
                var parts = field.split(" ", 2);
                var step = parts[0].isEmpty() ? null : parts[0];
                int number = Integer.parseInt(new String(count, UTF_8));
                boolean up = parts[1].equals("up");
                byStep.merge(
                        parts[0],
                        new Votes(step, up ? number : 0, up ? 0 : number),
                        (one, other) -> new Votes(step, one.up() + other.up(), one.down() + other.down()));
            });
            return List.copyOf(byStep.values());
        });
    }
}
