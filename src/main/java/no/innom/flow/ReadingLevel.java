package no.innom.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * How hard a flow is to read as a whole, in one language.
 *
 * @param measure always {@code LIX}, also for English: see {@link Readability}
 * @param score under 25 is for children, 35 is the most that a text should have
 */
public record ReadingLevel(String language, String measure, long score) {

    /** By language, in the order of the flow; one with too few words to measure is left out. */
    public static List<ReadingLevel> of(Flow flow) {
        List<ReadingLevel> levels = new ArrayList<>();
        for (String language : flow.languages()) {
            List<String> said = flow.steps().values().stream()
                    .flatMap(step -> TextCheck.bubbles(step).stream())
                    .filter(texts -> texts.said().containsKey(language))
                    .map(texts -> texts.in(language))
                    .toList();
            Readability.lix(said).ifPresent(lix -> levels.add(new ReadingLevel(language, "LIX", lix)));
        }
        return levels;
    }
}
