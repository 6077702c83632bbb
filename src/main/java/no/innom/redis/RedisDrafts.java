package no.innom.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.Range;
import io.lettuce.core.ScriptOutputType;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.innom.publishing.Draft;
import no.innom.publishing.DraftBook;

/** Drafts in Redis, as {@link Keys} says: at most five hundred. */
public final class RedisDrafts implements DraftBook {
    private static final int MOST = 500;
    private static final int MOST_LISTED = 200;

    private final RedisLink redis;
    private final InstantSource clock;

    public RedisDrafts(RedisLink redis, InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** What stands beside the revision. */
    private record Head(int base, String by, Instant at) {}

    @Override
    public Future<Optional<Draft>> draft(String flow) {
        var head = redis.ask(r -> r.hget(Keys.DRAFTS, flow));
        var text = redis.ask(r -> r.get(Keys.draft(flow)));
        return Future.all(head, text).map(both -> {
            byte[] one = head.result();
            byte[] other = text.result();
            return one == null || other == null ? Optional.empty() : Optional.of(draft(flow, one, other));
        });
    }

    @Override
    public Future<Map<String, Draft.Head>> all() {
        return redis.ask(r -> r.hgetall(Keys.DRAFTS)).map(heads -> {
            var all = new TreeMap<String, Draft.Head>();
            heads.forEach(
                    (flow, head) -> all.put(flow, draft(flow, head, new byte[0]).head()));
            return all;
        });
    }

    @Override
    public Future<Saved> save(Draft draft) {
        var flow = draft.flow();
        var keys = new String[] {Keys.DRAFTS, Keys.draft(flow), Keys.DRAFT_REVISIONS};
        return redis.<List<Object>>run(
                        Script.DRAFT,
                        ScriptOutputType.MULTI,
                        keys,
                        bytes(flow),
                        bytes(Long.toString(draft.rev())),
                        Json.write(new Head(draft.base(), draft.by(), draft.at())),
                        bytes(draft.text()),
                        bytes(Integer.toString(MOST)))
                .compose(answer -> {
                    long rev = (Long) answer.get(0);
                    if (rev > 0) {
                        byte[] before = (byte[]) answer.get(1);
                        return Future.succeededFuture(new Saved.Done(
                                rev,
                                before.length == 0
                                        ? null
                                        : draft(flow, before, new byte[0]).by()));
                    }
                    return rev < 0 ? Future.succeededFuture(new Saved.Full()) : conflict(draft);
                });
    }

    private Future<Saved> conflict(Draft mine) {
        return draft(mine.flow()).compose(found -> {
            if (found.isEmpty()) {
                // It was thrown away in between: nobody's words are in the way any more.
                return save(mine);
            }
            var theirs = found.get();
            // Saved before, and only the answer was lost.
            return Future.succeededFuture(
                    theirs.text().equals(mine.text())
                            ? new Saved.Done(theirs.rev(), theirs.by())
                            : new Saved.Conflict(theirs));
        });
    }

    @Override
    public Future<Void> finish(String flow) {
        return away(flow, 0).mapEmpty();
    }

    @Override
    public Future<Boolean> drop(String flow) {
        return away(flow, keptUntil());
    }

    /** @param until ms; 0 for what is not kept aside */
    private Future<Boolean> away(String flow, long until) {
        var keys = new String[] {Keys.DRAFTS, Keys.draft(flow), Keys.dropped(flow), Keys.DROPPED};
        return redis.<Long>run(
                        Script.DROP,
                        ScriptOutputType.INTEGER,
                        keys,
                        bytes(flow),
                        bytes(Long.toString(clock.millis())),
                        bytes(Long.toString(until)),
                        bytes(Integer.toString(MOST_LISTED)))
                .map(done -> done == 1);
    }

    private long keptUntil() {
        return clock.instant().plus(KEPT).toEpochMilli();
    }

    @Override
    public Future<List<Dropped>> dropped() {
        var alive = Range.create((double) clock.millis(), Double.MAX_VALUE);
        return redis.ask(r -> r.zrangebyscoreWithScores(Keys.DROPPED, alive)).compose(listed -> {
            var reads = new ArrayList<Future<Optional<Dropped>>>();
            for (var one : listed) {
                var flow = new String(one.getValue(), UTF_8);
                var until = Instant.ofEpochMilli((long) one.getScore());
                reads.add(0, aside(flow).map(found -> found.map(draft -> new Dropped(draft, until))));
            }
            return Future.all(reads).map(all -> reads.stream()
                    .flatMap(read -> read.result().stream())
                    .toList());
        });
    }

    /** What is kept aside of a flow. */
    private Future<Optional<Draft>> aside(String flow) {
        return redis.ask(r -> r.hgetall(Keys.dropped(flow))).map(aside -> {
            byte[] head = aside.get("head");
            byte[] text = aside.get("text");
            return head == null || text == null ? Optional.empty() : Optional.of(draft(flow, head, text));
        });
    }

    @Override
    public Future<Optional<Draft>> restore(String flow) {
        var keys = new String[] {
            Keys.DRAFTS, Keys.draft(flow), Keys.DRAFT_REVISIONS, Keys.dropped(flow), Keys.DROPPED,
        };
        return redis.<Long>run(
                        Script.RESTORE,
                        ScriptOutputType.INTEGER,
                        keys,
                        bytes(flow),
                        bytes(Long.toString(keptUntil())),
                        bytes(Integer.toString(MOST)))
                .compose(rev -> rev > 0 ? draft(flow) : Future.succeededFuture(Optional.empty()));
    }

    /** A head is stored as {@code REV JSON}. */
    private static Draft draft(String flow, byte[] stored, byte[] text) {
        var parts = new String(stored, UTF_8).split(" ", 2);
        var head = Json.read(bytes(parts[1]), Head.class);
        return new Draft(flow, new String(text, UTF_8), Long.parseLong(parts[0]), head.base(), head.by(), head.at());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
