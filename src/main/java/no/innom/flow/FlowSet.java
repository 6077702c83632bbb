package no.innom.flow;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import no.innom.yaml.Problem;
import no.innom.yaml.Severity;
import no.innom.yaml.YamlNode;
import no.innom.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/**
 * Flows that are checked together, because they run each other. Pure and thread-safe; not for the event loop.
 *
 * @param directory whom flows can point to
 * @param words what young people asked not to meet
 * @param queues the ids of the queues
 * @param now in the service's own zone
 * @param alarm what the free texts of examples come to
 */
public record FlowSet(Directory directory, AvoidedWords words, Set<String> queues, ZonedDateTime now, Alarm alarm) {

    /** Where the free texts of examples are taken for harmless. */
    public FlowSet(Directory directory, AvoidedWords words, Set<String> queues, ZonedDateTime now) {
        this(directory, words, queues, now, Alarm.NONE);
    }

    /**
     * A flow file's text.
     *
     * @param id the flow's id
     * @param file what problems call the file
     */
    public record Source(String id, String file, String text) {}

    /**
     * Checks texts of flows. A flow that one of them runs is looked for among them, then among the others.
     *
     * @param others flows that have been checked before
     * @return what was found, by text, in their order
     */
    public Map<Source, FlowChecker.Checked> check(List<Source> texts, Collection<Flow> others) {
        Map<String, @Nullable Flow> known = new HashMap<>();
        others.forEach(flow -> known.put(flow.id(), flow));
        Map<Source, FlowChecker.Checked> read = new LinkedHashMap<>();
        texts.forEach(one -> read.put(one, FlowChecker.read(one.id(), one.file(), one.text())));
        return check(read, Source::id, known);
    }

    /**
     * Checks a text that is to take the place of a flow, and every other flow that runs it, near or far.
     *
     * @param others all flows as they are now
     * @return the text's own findings; then the errors of those that run it
     */
    public FlowChecker.Checked checkInPlace(Source text, Collection<Flow> others) {
        List<Flow> rest =
                others.stream().filter(flow -> !flow.id().equals(text.id())).toList();
        Map<String, @Nullable Flow> known = new HashMap<>();
        rest.forEach(flow -> known.put(flow.id(), flow));
        FlowChecker.Checked read = FlowChecker.read(text.id(), text.file(), text.text());
        known.put(text.id(), read.flow());
        Surroundings around = around(known);
        if (read.flow() == null) {
            return read;
        }
        List<Flow> runners = rest.stream()
                .filter(flow -> runs(flow, text.id(), known, new HashSet<>()))
                .toList();
        List<Flow> concerned = new ArrayList<>(runners);
        concerned.add(read.flow());
        Outcomes outcomes = new Outcomes(concerned, around);
        FlowChecker.Checked own = FlowChecker.check(read, around, outcomes);
        List<Problem> problems = new ArrayList<>(own.problems());
        runners.stream()
                .map(flow -> FlowChecker.check(new FlowChecker.Checked(flow, List.of()), around, outcomes))
                .flatMap(checked -> checked.problems().stream())
                .filter(problem -> problem.severity() == Severity.ERROR)
                // That an evening is over is nothing that this text has done.
                .filter(problem -> !problem.code().equals("theme-times"))
                .forEach(problems::add);
        return new FlowChecker.Checked(own.flow(), problems);
    }

    /**
     * Walks every path of a flow that takes the place of another; empty where its answers hang together in too many
     * ways to be walked.
     *
     * @param source the text that it was read from
     * @param others all flows as they are now
     */
    public Optional<PathWalk.Walked> walk(Flow flow, String source, Collection<Flow> others) {
        Map<String, @Nullable Flow> known = new HashMap<>();
        others.forEach(other -> known.put(other.id(), other));
        known.put(flow.id(), flow);
        return PathWalk.of(flow, source, around(known));
    }

    /**
     * Whether an example of a flow that takes the place of another goes as it says.
     *
     * @param example as it would stand in the file, as YAML or JSON
     * @param others all flows as they are now
     */
    public boolean goesSo(Flow flow, String example, Collection<Flow> others) {
        Map<String, @Nullable Flow> known = new HashMap<>();
        others.forEach(other -> known.put(other.id(), other));
        known.put(flow.id(), flow);
        List<Problem> problems = new ArrayList<>();
        YamlNode node = YamlReader.read("example", example, problems::add);
        Example read = node == null ? null : Example.read(node, flow.languages(), problems::add);
        if (read != null) {
            new ExampleCheck(flow, around(known), problems::add).play(read);
        }
        return read != null && problems.isEmpty();
    }

    private Surroundings around(Map<String, @Nullable Flow> known) {
        return new Surroundings(known, directory, words, queues, now, alarm);
    }

    private static boolean runs(Flow flow, String id, Map<String, @Nullable Flow> known, Set<String> seen) {
        return seen.add(flow.id())
                && flow.steps().values().stream()
                        .flatMap(step -> step instanceof RunStep run ? Stream.of(run.flow()) : Stream.empty())
                        .anyMatch(run -> {
                            Flow next = known.get(run.text());
                            return run.text().equals(id) || (next != null && runs(next, id, known, seen));
                        });
    }

    /** Checks flows that were read, by whatever their caller knows them by. */
    <K> Map<K, FlowChecker.Checked> check(
            Map<K, FlowChecker.Checked> read, Function<K, String> ids, Map<String, @Nullable Flow> others) {
        Map<String, @Nullable Flow> known = new HashMap<>(others);
        read.forEach((key, one) -> known.put(ids.apply(key), one.flow()));
        Surroundings around = around(known);
        Outcomes all = new Outcomes(
                read.values().stream()
                        .flatMap(one -> Stream.ofNullable(one.flow()))
                        .toList(),
                around);
        Map<K, FlowChecker.Checked> checked = new LinkedHashMap<>(read);
        checked.replaceAll((key, one) -> {
            Flow flow = one.flow();
            // Two files of one name in two folders are two flows: each is checked as the one that is meant.
            return flow == null || flow.equals(known.get(flow.id()))
                    ? FlowChecker.check(one, around, all)
                    : FlowChecker.check(one, around, new Outcomes(flow, around));
        });
        return checked;
    }
}
