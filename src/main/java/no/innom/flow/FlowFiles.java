package no.innom.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.innom.yaml.Place;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/** The flows of a folder, each as version 1. Immutable. */
public final class FlowFiles implements Flows {

    private static final String SUFFIX = ".yaml";

    private final Map<String, Flow> flows;
    private final Map<String, String> texts;

    public FlowFiles(Collection<Flow> flows) {
        this(flows, Map.of());
    }

    private FlowFiles(Collection<Flow> flows, Map<String, String> texts) {
        Map<String, Flow> byId = new TreeMap<>();
        flows.forEach(flow -> byId.put(flow.id(), flow.version() == 0 ? flow.withVersion(1) : flow));
        this.flows = Map.copyOf(byId);
        this.texts = Map.copyOf(texts);
    }

    /**
     * Reads every flow file of a folder, without checking what it means; blocks. A flow with an error of form is
     * left out.
     */
    public static FlowFiles load(Path folder, Consumer<Problem> problems) {
        List<Flow> flows = new ArrayList<>();
        for (Path file : list(folder, problems)) {
            FlowChecker.Checked read = read(file);
            if (read.flow() != null && read.problems().isEmpty()) {
                flows.add(read.flow());
            }
            read.problems().forEach(problems);
        }
        return new FlowFiles(flows);
    }

    /**
     * Reads and checks every flow file of a folder; blocks. Every finding is told; a flow with an error is left
     * out.
     *
     * @param queues the ids of the queues
     * @param now in the service's own zone
     * @param alarm what the free texts of examples come to
     */
    public static FlowFiles checked(
            Path folder,
            Directory directory,
            AvoidedWords words,
            Set<String> queues,
            ZonedDateTime now,
            Alarm alarm,
            Consumer<Problem> problems) {
        List<FlowSet.Source> sources = new ArrayList<>();
        for (Path file : list(folder, problems)) {
            String text = YamlReader.text(file, file.toString(), problems);
            if (text != null) {
                sources.add(new FlowSet.Source(id(file), file.toString(), text));
            }
        }
        List<Flow> good = new ArrayList<>();
        Map<String, String> texts = new HashMap<>();
        new FlowSet(directory, words, queues, now, alarm)
                .check(sources, List.of())
                .forEach((source, one) -> {
                    one.problems().forEach(problems);
                    if (one.flow() != null && !one.hasErrors()) {
                        good.add(one.flow());
                        texts.put(source.id(), source.text());
                    }
                });
        return new FlowFiles(good, texts);
    }

    /**
     * Checks some flow files; blocks. A flow that one of them runs is looked for among them, then among the others.
     *
     * @return what was found, by file, in the order of the files
     */
    public static Map<Path, FlowChecker.Checked> check(
            List<Path> files,
            List<Path> others,
            Directory directory,
            AvoidedWords words,
            Set<String> queues,
            ZonedDateTime now,
            Alarm alarm) {
        Map<String, @Nullable Flow> known = new HashMap<>();
        others.forEach(file -> known.put(id(file), read(file).flow()));
        Map<Path, FlowChecker.Checked> read = new LinkedHashMap<>();
        files.forEach(file -> read.put(file, read(file)));
        return new FlowSet(directory, words, queues, now, alarm).check(read, FlowFiles::id, known);
    }

    private static FlowChecker.Checked read(Path file) {
        List<Problem> unreadable = new ArrayList<>();
        String text = YamlReader.text(file, file.toString(), unreadable::add);
        return text == null
                ? new FlowChecker.Checked(null, unreadable)
                : FlowChecker.read(id(file), file.toString(), text);
    }

    /** The flow files of a folder, by name; told where the folder cannot be read. */
    public static List<Path> list(Path folder, Consumer<Problem> problems) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.accept(Problem.error(
                    Place.startOf(folder.toString()), YamlReader.CODE, "There is no folder of flows here."));
            return List.of();
        }
    }

    /** A flow's id: its file's name without {@code .yaml}. */
    public static String id(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /** Every flow. */
    public Collection<Flow> all() {
        return flows.values();
    }

    /** The files' texts, by flow; only those that {@link #checked} found without errors. */
    public Map<String, String> texts() {
        return texts;
    }

    @Override
    public Optional<Flow> live(String id) {
        return Optional.ofNullable(flows.get(id));
    }

    @Override
    public Optional<Flow> version(String id, int version) {
        return live(id).filter(flow -> flow.version() == version);
    }
}
