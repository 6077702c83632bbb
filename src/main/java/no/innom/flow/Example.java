package no.innom.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import no.innom.yaml.Fields;
import no.innom.yaml.Nearest;
import no.innom.yaml.Place;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlMap;
import no.innom.yaml.YamlNode;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that must go as described: one of a flow's own tests.
 *
 * @param place the line where it begins
 * @param name what it shows
 * @param answers by step, as the file has them
 * @param outcome what {@code expect} names
 * @param expected the queue or the step
 */
public record Example(
        Place place,
        String name,
        String language,
        Map<String, YamlMap.Entry> answers,
        Outcome outcome,
        YamlText expected) {

    static final List<String> FIELDS = List.of("name", "language", "answers", "expect");

    /** How an example can come out. */
    enum Outcome {
        /** The chat goes to a queue. */
        HANDOFF,
        /** The flow comes to an end. */
        END,
        /** The flow waits for an answer. */
        AT
    }

    static @Nullable Example read(YamlNode node, List<String> languages, Consumer<Problem> problems) {
        Fields fields = Fields.of(node, "An example", problems);
        if (fields == null) {
            return null;
        }
        fields.only(FIELDS);
        YamlText name = fields.needText("name");
        YamlText language = fields.text("language");
        if (language != null && !languages.isEmpty() && !languages.contains(language.text())) {
            fields.bad(
                    language.place(),
                    "An example: \"" + language.text() + "\" is none of the file's languages ("
                            + String.join(", ", languages) + ")." + Nearest.hint(language.text(), languages));
            language = null;
        }
        Map<String, YamlMap.Entry> answers = new LinkedHashMap<>();
        YamlNode given = fields.node("answers");
        if (given instanceof YamlMap map) {
            answers.putAll(map.entries());
        } else if (given != null
                && !(given instanceof YamlText text && text.text().isEmpty())) {
            fields.bad(given.place(), "An example: \"answers\" must be a map, each step: its answer.");
        }
        YamlNode expect = fields.need("expect");
        if (expect == null || name == null) {
            return null;
        }
        if (expect instanceof YamlMap map && map.entries().size() == 1) {
            YamlMap.Entry entry = map.entries().values().iterator().next();
            Outcome outcome =
                    switch (entry.key().text()) {
                        case "handoff" -> Outcome.HANDOFF;
                        case "end" -> Outcome.END;
                        case "at" -> Outcome.AT;
                        default -> null;
                    };
            if (outcome == null) {
                problems.accept(Problem.error(
                        entry.key().place(),
                        "unknown-field",
                        "An example: \"expect\" has no field \"" + entry.key().text()
                                + "\". Write {handoff: queue}, {end: step} or {at: step}."));
                return null;
            }
            if (entry.value() instanceof YamlText expected && !expected.text().isBlank()) {
                String speaks = language != null ? language.text() : languages.isEmpty() ? "nb" : languages.get(0);
                return new Example(node.place(), name.text(), speaks, Map.copyOf(answers), outcome, expected);
            }
        }
        fields.bad(expect.place(), "An example: \"expect\" must be {handoff: queue}, {end: step} or {at: step}.");
        return null;
    }
}
