package no.innom.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * A flow as it was read: immutable.
 *
 * @param id the file's name without {@code .yaml}
 * @param version from 1; 0 for a draft that is not published
 * @param title what visitors see it called
 * @param about for staff
 * @param languages every text has these; the first is spoken where the chat's is none of them
 * @param start the first step
 * @param steps by name, in the order of the file
 * @param theme null unless it is a theme evening
 * @param handOffFromWatch whether a message at level {@code watch} hands over at once
 */
public record Flow(
        String id,
        int version,
        Texts title,
        @Nullable String about,
        List<String> languages,
        YamlText start,
        Map<String, Step> steps,
        List<Example> examples,
        @Nullable Theme theme,
        boolean handOffFromWatch) {

    private static final int MOST_ID = 60;

    public Flow {
        languages = List.copyOf(languages);
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
        examples = List.copyOf(examples);
    }

    /** Whether a flow may be called so: a small letter a-z, then small letters, digits and hyphens; at most sixty. */
    public static boolean isId(String id) {
        return id.length() <= MOST_ID && FlowReader.NAME.matcher(id).matches();
    }

    /** The same flow, published under a number. */
    public Flow withVersion(int number) {
        return new Flow(id, number, title, about, languages, start, steps, examples, theme, handOffFromWatch);
    }

    /** The same flow, beginning at another of its steps. */
    public Flow startingAt(String step) {
        YamlText there = new YamlText(start.place(), step);
        return new Flow(id, version, title, about, languages, there, steps, examples, theme, handOffFromWatch);
    }

    /** The same flow, which is no theme evening: it can be tried at any time. */
    public Flow withoutTheme() {
        return new Flow(id, version, title, about, languages, start, steps, examples, null, handOffFromWatch);
    }

    /** The language to speak in a chat: its own where the flow has it, else the flow's first. */
    public String speaks(String language) {
        return languages.contains(language) ? language : languages.get(0);
    }
}
