package no.innom.publishing;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import no.innom.duty.OpeningHours;
import no.innom.flow.Alarm;
import no.innom.flow.AvoidedWords;
import no.innom.flow.Directory;
import no.innom.flow.Flow;
import no.innom.flow.FlowChecker;
import no.innom.flow.FlowReader;
import no.innom.flow.FlowSet;
import no.innom.flow.Outline;
import no.innom.flow.PathWalk;
import no.innom.flow.ReadingLevel;
import no.innom.flow.Translations;
import no.innom.flow.WordPlaces;
import org.jspecify.annotations.Nullable;

/** Checks a text as what it would be: a flow's next version, among all that is live. Thread-safe; not for the event loop. */
public final class Checks {
    private final Shelf shelf;
    private final Supplier<Directory> directory;
    private final Supplier<AvoidedWords> words;
    private final Supplier<OpeningHours> hours;
    private final Set<String> queues;
    private final Alarm alarm;
    private final InstantSource clock;

    /**
     * @param queues the ids of the queues
     * @param alarm what the free texts of examples come to
     */
    public Checks(
            Shelf shelf,
            Supplier<Directory> directory,
            Supplier<AvoidedWords> words,
            Supplier<OpeningHours> hours,
            Set<String> queues,
            Alarm alarm,
            InstantSource clock) {
        this.shelf = shelf;
        this.directory = directory;
        this.words = words;
        this.hours = hours;
        this.queues = Set.copyOf(queues);
        this.alarm = alarm;
        this.clock = clock;
    }

    /**
     * All that an editor is told of a text.
     *
     * @param source what was checked
     * @param flow null where the text cannot be read that far; what follows is then empty
     * @param stale texts whose first language has changed since the live version while they have not
     */
    public record Report(
            FlowSet.Source source,
            FlowChecker.Checked checked,
            @Nullable Flow flow,
            List<Outline.Part> parts,
            List<ReadingLevel> reading,
            List<Translations.Gap> missing,
            List<Translations.Gap> stale,
            List<WordPlaces.Found> words) {}

    /** What is wrong with a text; then the errors that it would bring to the flows that run it. */
    public FlowChecker.Checked check(String flow, String text) {
        return set().checkInPlace(source(flow, text), shelf.all());
    }

    /** The same, with all that an editor is shown beside it. */
    public Report report(String id, String text) {
        var source = source(id, text);
        var checked = set().checkInPlace(source, shelf.all());
        var flow = checked.flow();
        if (flow == null || flow.languages().isEmpty()) {
            return new Report(source, checked, null, List.of(), List.of(), List.of(), List.of(), List.of());
        }
        return new Report(
                source,
                checked,
                flow,
                Outline.of(flow, text, checked.problems()),
                ReadingLevel.of(flow),
                Translations.missing(flow),
                shelf.live(id).map(live -> Translations.stale(flow, live)).orElse(List.of()),
                WordPlaces.of(flow, text, words.get()));
    }

    /** Every path of a text; empty where it cannot be read so far, or walked. */
    public Optional<PathWalk.Walked> walk(String id, String text) {
        var flow = read(id, text);
        return flow.isEmpty() ? Optional.empty() : set().walk(flow.get(), text, shelf.all());
    }

    /** A text as a flow, also with errors; empty where it cannot be read so far. */
    public Optional<Flow> read(String id, String text) {
        return Optional.ofNullable(FlowReader.read(id, id + ".yaml", text, problem -> {}))
                .filter(flow -> !flow.languages().isEmpty());
    }

    /** Whether an example, as it would stand in the file, goes as it says. */
    public boolean goesSo(Flow flow, String example) {
        return set().goesSo(flow, example, shelf.all());
    }

    private static FlowSet.Source source(String flow, String text) {
        return new FlowSet.Source(flow, flow + ".yaml", text);
    }

    /** What flows are checked against now. */
    public FlowSet set() {
        return new FlowSet(
                directory.get(),
                words.get(),
                queues,
                clock.instant().atZone(hours.get().zone()),
                alarm);
    }

    /** Whom flows can point to, now. */
    public Directory directory() {
        return directory.get();
    }
}
