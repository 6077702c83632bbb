package no.innom.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import no.innom.yaml.Fields;
import no.innom.yaml.Place;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlList;
import no.innom.yaml.YamlNode;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * What the kinds of steps are read from.
 *
 * @param name the step's name
 * @param place the line of its name
 * @param languages those that the file promises
 */
record StepSource(String name, Place place, Fields fields, List<String> languages, Consumer<Problem> problems) {

    /** How a sentence about the step begins. */
    String what() {
        return "Step \"" + name + "\"";
    }

    /** The texts of a field; null where there is none, or none that can be used (told). */
    @Nullable Texts texts(String field) {
        YamlNode node = fields.node(field);
        return node == null ? null : texts(node, fields.placeOf(field), "\"" + field + "\"");
    }

    /** A text that stands anywhere in the step. */
    @Nullable Texts texts(YamlNode node, Place at, String called) {
        return Texts.read(node, at, what() + ": " + called, languages, problems);
    }

    /** A text, or a list of texts; empty where none can be used (told). */
    List<Texts> manyTexts(String field) {
        List<Texts> many = new ArrayList<>();
        if (fields.node(field) instanceof YamlList list && !list.items().isEmpty()) {
            for (YamlNode item : list.items()) {
                Texts texts = texts(item, item.place(), "\"" + field + "\"");
                if (texts != null) {
                    many.add(texts);
                }
            }
        } else {
            Texts texts = texts(field);
            if (texts != null) {
                many.add(texts);
            }
        }
        return many;
    }

    /** The one step that is named by {@code next}; null after telling where there is none. */
    @Nullable YamlText next() {
        return fields.needText("next");
    }

    @Nullable Signpost contacts() {
        YamlNode node = fields.node("contacts");
        return node == null ? null : Signpost.read(node, what(), problems);
    }

    void error(Place at, String code, String sentence) {
        problems.accept(Problem.error(at, code, what() + ": " + sentence));
    }
}
