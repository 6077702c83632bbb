package no.innom.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.ScriptOutputType;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.innom.publishing.History;
import no.innom.publishing.Version;
import no.innom.publishing.VersionBook;
import org.jspecify.annotations.Nullable;

/** The versions of the flows in Redis, as {@link Keys} says: the newest five hundred of each. */
public final class RedisVersions implements VersionBook {
    private static final int MOST = 500;
    private static final String AGREED = "agreed";
    private static final String TIMES = ".times";

    private final RedisLink redis;

    private final String of;
    private final String revisions;

    /** The versions of the flows. */
    public RedisVersions(RedisLink redis) {
        this(redis, Keys.FLOWS_OF, Keys.FLOW_REVISIONS);
    }

    private RedisVersions(RedisLink redis, String of, String revisions) {
        this.redis = redis;
        this.of = of;
        this.revisions = revisions;
    }

    /** The versions of the files of settings. */
    public static RedisVersions ofPapers(RedisLink redis) {
        return new RedisVersions(redis, Keys.PAPERS_OF, Keys.PAPER_REVISIONS);
    }

    /** What never changes of a version. */
    private record Entry(@Nullable String author, Instant at, String reason, String text) {}

    @Override
    public Future<Map<String, Long>> revisions() {
        return redis.ask(r -> r.hgetall(revisions)).map(all -> {
            var known = new HashMap<String, Long>();
            all.forEach((flow, revision) -> known.put(flow, Long.parseLong(new String(revision, UTF_8))));
            return known;
        });
    }

    @Override
    public Future<History> history(String flow) {
        return redis.ask(r -> r.hgetall(of + flow)).map(fields -> {
            var versions = new ArrayList<Version>();
            fields.forEach((field, json) -> {
                var times = fields.get(field + TIMES);
                if (times != null) {
                    var entry = Json.read(json, Entry.class);
                    versions.add(new Version(
                            flow,
                            Integer.parseInt(field),
                            entry.author(),
                            entry.at(),
                            entry.reason(),
                            entry.text(),
                            Json.read(times, Version.Times.class)));
                }
            });
            versions.sort(Comparator.comparing(Version::number));
            byte[] agreed = fields.get(AGREED);
            return new History(versions, agreed == null ? 0 : Integer.parseInt(new String(agreed, UTF_8)));
        });
    }

    @Override
    public Future<Boolean> add(Version version, boolean agreed) {
        var number = String.valueOf(version.number());
        var entry = new Entry(version.author(), version.at(), version.reason(), version.text());
        var args = new ArrayList<byte[]>(List.of(
                bytes("new"),
                bytes(version.flow()),
                bytes(number),
                bytes(String.valueOf(version.number() - MOST)),
                bytes(number),
                Json.write(entry),
                bytes(number + TIMES),
                Json.write(version.times())));
        if (agreed) {
            args.add(bytes(AGREED));
            args.add(bytes(number));
        }
        return change(version.flow(), args);
    }

    @Override
    public Future<Void> agree(String flow, int number) {
        var field = String.valueOf(number);
        return change(flow, List.of(bytes("old"), bytes(flow), bytes(field), bytes(""), bytes(AGREED), bytes(field)))
                .mapEmpty();
    }

    @Override
    public Future<Boolean> reschedule(String flow, int number, Version.Times times) {
        var field = String.valueOf(number);
        return change(
                flow,
                List.of(bytes("old"), bytes(flow), bytes(field), bytes(""), bytes(field + TIMES), Json.write(times)));
    }

    private Future<Boolean> change(String flow, List<byte[]> args) {
        var keys = new String[] {of + flow, revisions};
        return redis.<Long>run(Script.VERSION, ScriptOutputType.INTEGER, keys, args.toArray(byte[][]::new))
                .map(done -> done == 1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
