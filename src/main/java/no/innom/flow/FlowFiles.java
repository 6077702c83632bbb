package no.innom.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.innom.yaml.Place;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlReader;

/** The flows of a folder, each as version 1. Immutable. */
public final class FlowFiles implements Flows {

    private static final String SUFFIX = ".yaml";

    private final Map<String, Flow> flows;

    public FlowFiles(Collection<Flow> flows) {
        Map<String, Flow> byId = new TreeMap<>();
        flows.forEach(flow -> byId.put(flow.id(), flow.version() == 0 ? flow.withVersion(1) : flow));
        this.flows = Map.copyOf(byId);
    }

    /**
     * Reads every flow file of a folder, without checking what it means; blocks. A flow with an error of form is
     * left out.
     */
    public static FlowFiles load(Path folder, Consumer<Problem> problems) {
        List<Flow> flows = new java.util.ArrayList<>();
        for (Path file : list(folder, problems)) {
            List<Problem> found = new java.util.ArrayList<>();
            String text = YamlReader.text(file, file.toString(), found::add);
            Flow flow = text == null ? null : FlowReader.read(id(file), file.toString(), text, found::add);
            if (flow != null && found.isEmpty()) {
                flows.add(flow);
            }
            found.forEach(problems);
        }
        return new FlowFiles(flows);
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

    @Override
    public Optional<Flow> live(String id) {
        return Optional.ofNullable(flows.get(id));
    }

    @Override
    public Optional<Flow> version(String id, int version) {
        return live(id).filter(flow -> flow.version() == version);
    }
}
