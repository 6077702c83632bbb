package no.innom.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import no.innom.yaml.Fields;
import no.innom.yaml.Place;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlList;
import no.innom.yaml.YamlMap;
import no.innom.yaml.YamlNode;
import no.innom.yaml.YamlReader;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * Reads a flow file and tells of everything in it that does not have the right form. What its steps mean
 * together is for the checker.
 */
public final class FlowReader {

    /** The version of the format that is read. */
    public static final String FORMAT = "1";

    /** What a step, a flow, a queue may be called. */
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    static final List<String> FIELDS =
            List.of("innom", "title", "about", "languages", "start", "steps", "examples", "theme", "risk");

    /** Names that mean something else in a rule or a text. */
    static final Set<String> RESERVED = Set.of("go", "else", "skipped", "nickname");

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    /** The kinds of steps: by the field that makes a step one, what else it may have, and its reader. */
    private static final Map<String, KindOfStep> KINDS = kinds();

    private record KindOfStep(List<String> fields, Function<StepSource, @Nullable Step> reader) {}

    private static Map<String, KindOfStep> kinds() {
        Map<String, KindOfStep> kinds = new LinkedHashMap<>();
        kinds.put("say", new KindOfStep(SayStep.FIELDS, SayStep::read));
        kinds.put("ask", new KindOfStep(AskStep.FIELDS, AskStep::read));
        kinds.put("fork", new KindOfStep(ForkStep.FIELDS, ForkStep::read));
        kinds.put("run", new KindOfStep(RunStep.FIELDS, RunStep::read));
        kinds.put("handoff", new KindOfStep(HandoffStep.FIELDS, HandoffStep::read));
        kinds.put("end", new KindOfStep(EndStep.FIELDS, EndStep::read));
        return kinds;
    }

    private final Consumer<Problem> problems;
    private List<String> languages = List.of();

    private FlowReader(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /**
     * Reads the text of a flow file.
     *
     * @param id the flow's id: the file's name without {@code .yaml}
     * @param file what problems call the file
     * @return the flow with version 0, also where there are problems, as far as it can be read; null where that
     *     is not far enough to have steps
     */
    public static @Nullable Flow read(String id, String file, String text, Consumer<Problem> problems) {
        YamlNode root = YamlReader.read(file, text, problems);
        return root == null ? null : new FlowReader(problems).flow(id, file, root);
    }

    /** The names of the kinds of steps, in the order of the format's page. */
    static Set<String> stepKinds() {
        return KINDS.keySet();
    }

    private @Nullable Flow flow(String id, String file, YamlNode root) {
        Fields top = Fields.of(root, "A flow file", problems);
        if (top == null) {
            return null;
        }
        top.only(FIELDS);
        YamlText format = top.needText("innom");
        if (format != null && !format.text().equals(FORMAT)) {
            top.bad(
                    format.place(),
                    "\"innom\" is the version of the format and must be 1, and is \"" + format.text() + "\".");
        }
        languages = languages(top);
        YamlNode title = top.need("title");
        Texts called = title == null ? null : Texts.read(title, top.placeOf("title"), "\"title\"", languages, problems);
        YamlText about = top.text("about");
        YamlText start = top.needText("start");
        Map<String, Step> steps = steps(top);
        List<Example> examples = examples(top);
        YamlNode evening = top.node("theme");
        Theme theme = evening == null ? null : Theme.read(evening, top.placeOf("theme"), languages, problems);
        boolean earlier = handOffFromWatch(top);
        if (steps.isEmpty() || start == null) {
            return null;
        }
        YamlText name = new YamlText(Place.startOf(file), id);
        return new Flow(
                id,
                0,
                called != null ? called : new Texts(name.place(), Map.of("nb", name)),
                about == null ? null : about.text(),
                languages.isEmpty() ? List.of("nb") : languages,
                start,
                steps,
                examples,
                theme,
                earlier);
    }

    private List<String> languages(Fields top) {
        if (top.need("languages") == null) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (YamlText text : top.texts("languages")) {
            if (!LANGUAGE.matcher(text.text()).matches()) {
                top.bad(
                        text.place(),
                        "\"languages\" takes short codes such as nb, nn and en, and has \"" + text.text() + "\".");
            } else if (found.contains(text.text())) {
                top.bad(text.place(), "\"languages\" names \"" + text.text() + "\" twice.");
            } else {
                found.add(text.text());
            }
        }
        if (top.node("languages") instanceof YamlList list && list.items().isEmpty()) {
            top.bad(list.place(), "\"languages\" is empty. Name at least one: [nb].");
        }
        return found;
    }

    private Map<String, Step> steps(Fields top) {
        Map<String, Step> steps = new LinkedHashMap<>();
        Map<String, StepSource> sources = new LinkedHashMap<>();
        YamlNode node = top.need("steps");
        if (node == null) {
            return steps;
        }
        if (!(node instanceof YamlMap map) || map.entries().isEmpty()) {
            top.bad(node.place(), "\"steps\" must be a map, each name: a step.");
            return steps;
        }
        for (YamlMap.Entry entry : map.entries().values()) {
            String name = entry.key().text();
            Place place = entry.key().place();
            tellName(name, place, top);
            if (!(entry.value() instanceof YamlMap fields)) {
                top.bad(
                        entry.value() instanceof YamlText
                                ? place
                                : entry.value().place(),
                        "Step \"" + name + "\" must be a map with one of: " + String.join(", ", KINDS.keySet()) + ".");
                steps.put(name, new BrokenStep(name, place));
                continue;
            }
            StepSource source = new StepSource(
                    name, place, new Fields(fields, place, "Step \"" + name + "\"", problems), languages, problems);
            sources.put(name, source);
            Step step = step(source);
            steps.put(name, step == null ? new BrokenStep(name, place) : step);
        }
        steps.replaceAll((name, step) -> {
            StepSource source = sources.get(name);
            return step instanceof ForkStep fork && source != null ? fork.bound(steps, source) : step;
        });
        return steps;
    }

    private static void tellName(String name, Place place, Fields top) {
        if (RESERVED.contains(name)) {
            top.bad(place, "No step may be called \"" + name + "\", as that means something else in a rule or a text.");
        } else if (!NAME.matcher(name).matches()) {
            top.bad(
                    place,
                    "The step's name \"" + name + "\" must begin with a small letter a-z and hold small letters a-z,"
                            + " digits and hyphens only.");
        }
    }

    private @Nullable Step step(StepSource source) {
        Set<String> has = source.fields().map().entries().keySet();
        List<String> kinds = KINDS.keySet().stream().filter(has::contains).toList();
        if (kinds.isEmpty()) {
            source.fields().only(allFields());
            boolean misspelt = has.stream().anyMatch(field -> !allFields().contains(field));
            if (!misspelt) {
                source.error(
                        source.place(),
                        "missing-field",
                        "a step needs exactly one of: " + String.join(", ", KINDS.keySet()) + ".");
            }
            return null;
        }
        String first = has.stream().filter(KINDS::containsKey).findFirst().orElseThrow();
        for (String other : kinds) {
            if (!other.equals(first)) {
                source.error(
                        source.fields().placeOf(other),
                        "bad-value",
                        "a step is one thing, and this has both \"" + first + "\" and \"" + other
                                + "\". Make two steps of it.");
            }
        }
        KindOfStep kind = KINDS.get(first);
        if (kind == null || kinds.size() > 1) {
            return null;
        }
        source.fields().only(kind.fields());
        return kind.reader().apply(source);
    }

    private static List<String> allFields() {
        return KINDS.values().stream()
                .flatMap(kind -> kind.fields().stream())
                .distinct()
                .toList();
    }

    private List<Example> examples(Fields top) {
        List<Example> examples = new ArrayList<>();
        YamlNode node = top.node("examples");
        if (node instanceof YamlList list) {
            for (YamlNode item : list.items()) {
                Example example = Example.read(item, languages, problems);
                if (example != null) {
                    examples.add(example);
                }
            }
        } else if (node != null) {
            top.bad(node.place(), "\"examples\" must be a list.");
        }
        return examples;
    }

    private boolean handOffFromWatch(Fields top) {
        YamlNode node = top.node("risk");
        Fields risk = node == null ? null : Fields.of(node, "\"risk\"", problems);
        if (risk == null) {
            return false;
        }
        YamlText from = risk.only(List.of("hand-off-from")).needText("hand-off-from");
        if (from != null && !from.text().equals("watch")) {
            risk.bad(
                    from.place(),
                    "\"hand-off-from\" can only be \"watch\": a flow may hand over earlier than usual, never later.");
            return false;
        }
        return from != null;
    }
}
