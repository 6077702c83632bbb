package no.innom.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one map and tells what does not fit, with the codes {@code unknown-field},
 * {@code missing-field} and {@code bad-value}. Reading goes on after a problem, so that one run tells all.
 */
public final class Fields {

    private final YamlMap map;
    private final Place place;
    private final String what;
    private final Consumer<Problem> problems;

    /**
     * @param place where to tell about a field that is missing
     * @param what what the map is, to begin a sentence with: {@code Step "hei"}
     */
    public Fields(YamlMap map, Place place, String what, Consumer<Problem> problems) {
        this.map = map;
        this.place = place;
        this.what = what;
        this.problems = problems;
    }

    /** The same, for a node that must be a map; null after telling that it is none. */
    public static @Nullable Fields of(YamlNode node, String what, Consumer<Problem> problems) {
        if (node instanceof YamlMap map) {
            return new Fields(map, map.place(), what, problems);
        }
        problems.accept(Problem.error(
                node.place(), "bad-value", what + " must be a map (name: value), and is " + node.kind() + "."));
        return null;
    }

    /** Tells of every field that is none of these. */
    public Fields only(Collection<String> names) {
        for (YamlMap.Entry entry : map.entries().values()) {
            String name = entry.key().text();
            if (!names.contains(name)) {
                problems.accept(Problem.error(
                        entry.key().place(),
                        "unknown-field",
                        what + " has no field \"" + name + "\"."
                                + Nearest.to(name, names)
                                        .map(near -> " Did you mean \"" + near + "\"?")
                                        .orElse(" It can have: " + String.join(", ", names) + ".")));
            }
        }
        return this;
    }

    /** The map itself. */
    public YamlMap map() {
        return map;
    }

    /** Whether the field stands there. */
    public boolean has(String name) {
        return map.entries().containsKey(name);
    }

    /** Where the field's name stands, or the map where there is no such field. */
    public Place placeOf(String name) {
        YamlMap.Entry entry = map.entries().get(name);
        return entry == null ? place : entry.key().place();
    }

    /** The field's value, or null. */
    public @Nullable YamlNode node(String name) {
        return map.get(name);
    }

    /** The field's value; tells where there is none, and gives null. */
    public @Nullable YamlNode need(String name) {
        YamlNode node = map.get(name);
        if (node == null) {
            problems.accept(Problem.error(place, "missing-field", what + " needs the field \"" + name + "\"."));
        }
        return node;
    }

    /** The field's text; null where there is none, or where it is no text (told). */
    public @Nullable YamlText text(String name) {
        YamlNode node = map.get(name);
        return node == null ? null : asText(node, "\"" + name + "\"");
    }

    /** The field's text; null after telling where it is missing or no text. */
    public @Nullable YamlText needText(String name) {
        YamlNode node = need(name);
        return node == null ? null : asText(node, "\"" + name + "\"");
    }

    /** A whole number from the field; null where there is none, or where it does not fit (told). */
    public @Nullable Integer number(String name, int least, int most) {
        YamlText text = text(name);
        if (text == null) {
            return null;
        }
        try {
            int number = Integer.parseInt(text.text());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, in the same words as a number out of range.
        }
        bad(
                text.place(),
                "\"" + name + "\" must be a whole number from " + least + " to " + most + ", and is \"" + text.text()
                        + "\".");
        return null;
    }

    /** True or false from the field; the given value where there is none, or where it does not fit (told). */
    public boolean yes(String name, boolean otherwise) {
        YamlText text = text(name);
        if (text == null) {
            return otherwise;
        }
        if (text.text().equals("true") || text.text().equals("false")) {
            return text.text().equals("true");
        }
        bad(text.place(), "\"" + name + "\" must be true or false, and is \"" + text.text() + "\".");
        return otherwise;
    }

    /** The texts of a list, or one text as a list of one; empty where there is no such field. */
    public List<YamlText> texts(String name) {
        YamlNode node = map.get(name);
        if (node == null) {
            return List.of();
        }
        List<YamlText> texts = new ArrayList<>();
        List<YamlNode> items = node instanceof YamlList list ? list.items() : List.of(node);
        for (YamlNode item : items) {
            YamlText text = asText(item, "\"" + name + "\"");
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Tells of a value that does not fit. */
    public void bad(Place where, String sentence) {
        problems.accept(Problem.error(where, "bad-value", sentence));
    }

    private @Nullable YamlText asText(YamlNode node, String name) {
        if (node instanceof YamlText text && !text.text().isBlank()) {
            return text;
        }
        bad(
                node.place(),
                what + ": " + name + " must be a text, and is " + (node instanceof YamlText ? "empty" : node.kind())
                        + ".");
        return null;
    }
}
