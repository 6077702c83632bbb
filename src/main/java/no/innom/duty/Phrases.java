package no.innom.duty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import no.innom.yaml.Fields;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlMap;
import no.innom.yaml.YamlReader;
import no.innom.yaml.YamlText;

/**
 * Canned sentences for staff, from {@code conf/phrases.yaml}: starting points that they make their own before they
 * send them, never said by themselves.
 *
 * @param all in the order of the file
 */
public record Phrases(List<Phrase> all) {
    /** The file's name in the folder of settings. */
    public static final String FILE = "phrases.yaml";

    /** None at all. */
    public static final Phrases NONE = new Phrases(List.of());

    /** Longer than this is no starting point. */
    private static final int MOST_CHARACTERS = 300;

    /**
     * One sentence.
     *
     * @param about when it is of use, for staff; may be empty
     * @param text by language
     */
    public record Phrase(String id, String about, Map<String, String> text) {}

    /** Reads phrases that are in memory; what can be read is kept, the rest told. */
    public static Phrases read(String file, String text, Consumer<Problem> problems) {
        var tree = YamlReader.read(file, text, problems);
        var top = tree == null ? null : Fields.of(tree, "The file of phrases", problems);
        if (top == null) {
            return NONE;
        }
        top.only(List.of("languages", "phrases"));
        top.need("languages");
        var languages = top.texts("languages").stream().map(YamlText::text).toList();
        var all = new ArrayList<Phrase>();
        var given = top.need("phrases");
        if (given instanceof YamlMap map) {
            for (var entry : map.entries().values()) {
                all.add(phrase(entry, languages, problems));
            }
        } else if (given != null) {
            top.bad(given.place(), "\"phrases\" must be a map, each name: a sentence in every language.");
        }
        return new Phrases(List.copyOf(all));
    }

    private static Phrase phrase(YamlMap.Entry entry, List<String> languages, Consumer<Problem> problems) {
        var id = entry.key().text();
        var said = new LinkedHashMap<String, String>();
        var about = "";
        var fields = Fields.of(entry.value(), "The phrase \"" + id + "\"", problems);
        if (fields != null) {
            var allowed = new ArrayList<>(languages);
            allowed.add("about");
            fields.only(allowed);
            var when = fields.text("about");
            about = when == null ? "" : when.text();
            for (var language : languages) {
                var text = fields.needText(language);
                if (text != null && text.text().length() > MOST_CHARACTERS) {
                    fields.bad(
                            text.place(),
                            "The phrase \"" + id + "\" has more than " + MOST_CHARACTERS
                                    + " characters. Staff make it their own: keep it short.");
                } else if (text != null) {
                    said.put(language, text.text());
                }
            }
        }
        return new Phrase(id, about, said);
    }
}
