package no.innom.publishing;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import no.innom.duty.OpeningHours;
import no.innom.duty.Phrases;
import no.innom.flow.AvoidedWords;
import no.innom.flow.Directory;
import no.innom.flow.Flow;
import no.innom.flow.FlowSet;
import no.innom.yaml.Problem;
import no.innom.yaml.Severity;

/**
 * The {@link Paper}s as this node knows them: a mirror of their versions, read anew where something has changed, and
 * what they say. A version that cannot be read leaves what was there. Safe for any thread; answers at once.
 */
public final class Papers implements Histories {
    private final VersionBook book;
    private final InstantSource clock;
    private final Work work;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private volatile Directory directory;
    private volatile AvoidedWords words;
    private volatile OpeningHours hours;
    private volatile Phrases phrases;

    private record Kept(long revision, History history) {}

    /** Does what takes longer than an event loop may. */
    public interface Work {
        <T> Future<T> later(Callable<T> what);
    }

    /** What the files of a folder say, for as long as nothing newer is published. */
    public record First(Directory directory, AvoidedWords words, OpeningHours hours, Phrases phrases) {}

    public Papers(VersionBook book, First first, Work work, InstantSource clock) {
        this.book = book;
        this.clock = clock;
        this.work = work;
        this.directory = first.directory();
        this.words = first.words();
        this.hours = first.hours();
        this.phrases = first.phrases();
    }

    public Directory directory() {
        return directory;
    }

    public AvoidedWords words() {
        return words;
    }

    public OpeningHours hours() {
        return hours;
    }

    public Phrases phrases() {
        return phrases;
    }

    @Override
    public History history(String id) {
        var one = kept.get(id);
        return one == null ? History.EMPTY : one.history();
    }

    @Override
    public Future<Void> refresh() {
        return book.revisions().compose(revisions -> {
            var changed = revisions.entrySet().stream()
                    .filter(entry -> Paper.named(entry.getKey()).isPresent())
                    .filter(entry -> {
                        var was = kept.get(entry.getKey());
                        return was == null || was.revision() != entry.getValue();
                    })
                    .map(entry -> book.history(entry.getKey())
                            .compose(history -> take(entry.getKey(), new Kept(entry.getValue(), history))))
                    .toList();
            return Future.all(changed).mapEmpty();
        });
    }

    private Future<Void> take(String id, Kept now) {
        var live = now.history().live(clock.instant());
        return live.isEmpty()
                ? Future.succeededFuture()
                : work.<Void>later(() -> {
                    read(Paper.named(id).orElseThrow(), live.get().text());
                    kept.put(id, now);
                    return null;
                });
    }

    private void read(Paper paper, String text) {
        var problems = new ArrayList<Problem>();
        var read = paper.read(paper.id() + ".yaml", text, problems::add);
        if (read == null || !isSound(problems)) {
            return;
        }
        switch (paper) {
            case DIRECTORY -> directory = (Directory) read;
            case WORDS -> words = (AvoidedWords) read;
            case HOURS -> hours = (OpeningHours) read;
            case PHRASES -> phrases = (Phrases) read;
        }
    }

    private static boolean isSound(List<Problem> problems) {
        return problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /**
     * What is wrong with a text that is to be a paper, and what it would break in a flow; takes a while.
     *
     * @param flows all that are live
     * @param texts their texts, by id
     * @param set what flows are checked against now
     */
    public List<Problem> check(
            Paper paper, String text, Collection<Flow> flows, Map<String, String> texts, FlowSet set) {
        var problems = new ArrayList<Problem>();
        var file = paper.id() + ".yaml";
        var read = paper.read(file, text, problems::add);
        if (read instanceof Directory other) {
            problems.addAll(other.unchecked(set.now().toLocalDate()));
        }
        if (read instanceof Directory other && isSound(problems)) {
            var sources = flows.stream()
                    .filter(flow -> texts.containsKey(flow.id()))
                    .map(flow -> new FlowSet.Source(flow.id(), flow.id() + ".yaml", texts.getOrDefault(flow.id(), "")))
                    .toList();
            new FlowSet(other, AvoidedWords.NONE, set.queues(), set.now(), set.alarm())
                    .check(sources, List.of())
                    .values()
                    .forEach(checked -> checked.problems().stream()
                            .filter(problem -> problem.code().equals("no-such-contact"))
                            .forEach(problems::add));
        }
        return problems.stream().sorted(Problem.IN_ORDER).toList();
    }
}
