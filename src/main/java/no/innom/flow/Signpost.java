package no.innom.flow;

import java.util.List;
import java.util.function.Consumer;
import no.innom.yaml.Fields;
import no.innom.yaml.Place;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlMap;
import no.innom.yaml.YamlNode;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * {@code contacts}: whom to point to. Either by id, or by what the visitor needs; a word in braces is the answer
 * to that step.
 *
 * @param ids of the directory's entries, in the order in which to show them; empty for a selection
 * @param topics what the contacts should know about; empty for any
 * @param urgent only those who can be reached now
 * @param age only those who are there for that age; null for any
 * @param town only those who are there for that place, or for all; null for any
 */
public record Signpost(
        Place place,
        List<YamlText> ids,
        List<YamlText> topics,
        boolean urgent,
        @Nullable YamlText age,
        @Nullable YamlText town) {

    static final List<String> FIELDS = List.of("topics", "urgent", "age", "place");

    static @Nullable Signpost read(YamlNode node, String what, Consumer<Problem> problems) {
        if (node instanceof YamlMap map) {
            Fields fields = new Fields(map, map.place(), what + ": \"contacts\"", problems).only(FIELDS);
            return new Signpost(
                    node.place(),
                    List.of(),
                    fields.texts("topics"),
                    fields.yes("urgent", false),
                    fields.text("age"),
                    fields.text("place"));
        }
        YamlMap.Entry alone = new YamlMap.Entry(new YamlText(node.place(), "contacts"), node);
        Fields fields = new Fields(
                new YamlMap(node.place(), java.util.Map.of("contacts", alone)), node.place(), what, problems);
        List<YamlText> ids = fields.texts("contacts");
        return ids.isEmpty() ? null : new Signpost(node.place(), List.copyOf(ids), List.of(), false, null, null);
    }

    /** Every text that may name a step in braces. */
    List<YamlText> selectors() {
        List<YamlText> all = new java.util.ArrayList<>(topics);
        if (age != null) {
            all.add(age);
        }
        if (town != null) {
            all.add(town);
        }
        return all;
    }

    /** The step that a text in braces names; null where the text stands for itself. */
    static @Nullable String step(String text) {
        return text.startsWith("{") && text.endsWith("}") && text.length() > 2
                ? text.substring(1, text.length() - 1).strip()
                : null;
    }
}
