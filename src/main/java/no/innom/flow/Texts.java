package no.innom.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import no.innom.yaml.Nearest;
import no.innom.yaml.Place;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlMap;
import no.innom.yaml.YamlNode;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * One text in every language of its file.
 *
 * @param place where to tell about the text as a whole
 * @param said by language, in the order of the file; never empty
 */
public record Texts(Place place, Map<String, YamlText> said) {

    public Texts {
        said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
    }

    /** The text in a language, or in the file's first where it lacks that one. */
    public String in(String language) {
        YamlText text = said.get(language);
        return (text == null ? said.values().iterator().next() : text).text();
    }

    /**
     * Reads a text: one string, or one string for each language. A language that lacks is told and left out.
     *
     * @param at where to tell about the text as a whole: its field's name
     * @param what the text, to begin a sentence with
     * @param languages those that the file promises; empty where that is not known
     * @return null where there is no text at all, after telling so
     */
    static @Nullable Texts read(
            YamlNode node, Place at, String what, List<String> languages, Consumer<Problem> problems) {
        Map<String, YamlText> said = new LinkedHashMap<>();
        if (node instanceof YamlText text && !text.text().isBlank()) {
            said.put(languages.isEmpty() ? "nb" : languages.get(0), text);
        } else if (node instanceof YamlMap map) {
            map.entries().values().forEach(entry -> language(entry, what, languages, said, problems));
        } else {
            String is = node instanceof YamlText ? "empty" : node.kind();
            problems.accept(Problem.error(
                    node instanceof YamlText ? at : node.place(),
                    "bad-value",
                    what + " must be a text, or a text for each language, and is " + is + "."));
            return null;
        }
        List<String> lacking = new ArrayList<>(languages);
        lacking.removeAll(said.keySet());
        if (!lacking.isEmpty()) {
            problems.accept(Problem.error(
                    at,
                    "missing-language",
                    what + " lacks " + String.join(" and ", lacking) + ". Write it in every language of the file: "
                            + String.join(", ", languages) + "."));
        }
        return said.isEmpty() ? null : new Texts(at, said);
    }

    private static void language(
            YamlMap.Entry entry,
            String what,
            List<String> languages,
            Map<String, YamlText> said,
            Consumer<Problem> problems) {
        String language = entry.key().text();
        if (!languages.isEmpty() && !languages.contains(language)) {
            boolean comma =
                    entry.value() instanceof YamlText text && text.text().isEmpty();
            problems.accept(Problem.error(
                    entry.key().place(),
                    "unknown-field",
                    what + " has \"" + language + "\", which is none of the file's languages ("
                            + String.join(", ", languages) + ")."
                            + (comma
                                    ? " A text with a comma in it needs quotes inside { }."
                                    : Nearest.hint(language, languages))));
        } else if (!(entry.value() instanceof YamlText text)) {
            problems.accept(Problem.error(
                    entry.value().place(),
                    "bad-value",
                    what + ": \"" + language + "\" must be a text, and is "
                            + entry.value().kind() + "."));
        } else if (!text.text().isBlank()) {
            said.put(language, text);
        }
    }
}
