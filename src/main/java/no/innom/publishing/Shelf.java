package no.innom.publishing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.innom.flow.Flow;
import no.innom.flow.FlowReader;
import no.innom.flow.Flows;

/**
 * The versions as this node knows them: a mirror of the {@link VersionBook}, read anew where something has changed.
 * Safe for any thread; answers at once.
 */
public final class Shelf implements Flows, Histories {
    /** Flows that are kept as they were read, so that a step of a chat does not read its file again. */
    private static final int MOST_READ = 512;

    private final VersionBook book;
    private final InstantSource clock;
    private final Cache<Volume, Flow> read =
            Caffeine.newBuilder().maximumSize(MOST_READ).build();
    private volatile Map<String, Kept> kept = Map.of();
    private volatile Set<Volume> leftOut = Set.of();

    private record Volume(String flow, int number) {}

    private record Kept(long revision, History history) {}

    public Shelf(VersionBook book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public Future<Void> refresh() {
        return book.revisions().compose(revisions -> {
            var now = new TreeMap<String, Kept>();
            var changed = revisions.entrySet().stream()
                    .map(entry -> {
                        var was = kept.get(entry.getKey());
                        if (was != null && was.revision() == entry.getValue()) {
                            now.put(entry.getKey(), was);
                            return Future.<Void>succeededFuture();
                        }
                        return book.history(entry.getKey()).<Void>map(history -> {
                            now.put(entry.getKey(), new Kept(entry.getValue(), history));
                            return null;
                        });
                    })
                    .toList();
            return Future.all(changed).map(all -> {
                kept = Map.copyOf(now);
                return null;
            });
        });
    }

    @Override
    public History history(String flow) {
        var one = kept.get(flow);
        return one == null ? History.EMPTY : one.history();
    }

    /** All histories, by flow. */
    public Map<String, History> histories() {
        var all = new TreeMap<String, History>();
        kept.forEach((flow, one) -> all.put(flow, one.history()));
        return all;
    }

    /** The version of a flow that is live now, also one that this node leaves out. */
    public Optional<Version> liveVersion(String flow) {
        return history(flow).live(clock.instant());
    }

    /** Every flow that is live now. */
    public Collection<Flow> all() {
        var all = new TreeMap<String, Flow>();
        kept.keySet().forEach(id -> live(id).ifPresent(flow -> all.put(id, flow)));
        return all.values();
    }

    /** Keeps versions that have errors from being begun; chats under way stay on them. */
    void leaveOut(Collection<Version> broken) {
        var all = new HashMap<String, Volume>();
        broken.forEach(version -> all.put(version.flow(), new Volume(version.flow(), version.number())));
        leftOut = Set.copyOf(all.values());
    }

    /** A version that has been read already need not be read again. */
    void seen(Version version, Flow flow) {
        read.put(new Volume(version.flow(), version.number()), flow.withVersion(version.number()));
    }

    @Override
    public Optional<Flow> live(String id) {
        return liveVersion(id)
                .filter(version -> !leftOut.contains(new Volume(id, version.number())))
                .flatMap(version -> version(id, version.number()));
    }

    @Override
    public Optional<Flow> version(String id, int number) {
        var volume = new Volume(id, number);
        var known = read.getIfPresent(volume);
        if (known != null) {
            return Optional.of(known);
        }
        var flow = history(id).version(number).flatMap(Shelf::read);
        flow.ifPresent(now -> read.put(volume, now));
        return flow;
    }

    private static Optional<Flow> read(Version version) {
        return Optional.ofNullable(FlowReader.read(version.flow(), version.name(), version.text(), problem -> {}))
                .map(flow -> flow.withVersion(version.number()));
    }
}
