package no.innom.risk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scan found, and why.
 *
 * @param level how much risk
 * @param category what it is about; null when the level is {@link Level#NONE}
 * @param spans where in the original text, in order, not overlapping
 * @param rules the ids of the rules that matched, heaviest first
 */
public record Finding(Level level, @Nullable Category category, List<Span> spans, List<String> rules) {
    /** Nothing found. */
    public static final Finding NOTHING = new Finding(Level.NONE, null, List.of(), List.of());

    /** Copies the lists. */
    public Finding {
        spans = List.copyOf(spans);
        rules = List.copyOf(rules);
    }
}
