package no.innom.risk;

import java.util.List;
import java.util.Set;
import no.innom.yaml.Place;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the lexicon, as it stands in its file.
 *
 * @param level what it gives (a rule), lowers to (a lower) or raises to (a raise); none for an idiom
 * @param category of a rule; null for the others
 * @param categories which categories a lower or raise concerns; all when empty
 * @param wholeMessage whether a lower or raise reaches over sentence ends (never over "men")
 * @param firm whether no context takes a rule back but an idiom
 * @param others whether a lower leaves alone what the visitor says of themselves
 * @param mustFlag sentences that must be found at the rule's level or above
 * @param mustNot sentences that must not be found by it or anything else
 */
record Rule(
        Kind kind,
        String id,
        Place place,
        Level level,
        @Nullable Category category,
        Set<Category> categories,
        boolean wholeMessage,
        boolean firm,
        boolean others,
        List<Line> phrases,
        List<Line> mustFlag,
        List<Line> mustNot) {

    /** What a rule does. */
    enum Kind {
        /** Finds risk. */
        RULE,
        /** Is no risk, whatever stands in it: a figure of speech. */
        IDIOM,
        /** Makes less of what stands beside it. */
        LOWER,
        /** Makes more of what stands beside it. */
        RAISE
    }

    /** A line of the file, with its place. */
    record Line(Place place, String text) {}

    /** Another one when somebody has changed what it finds, or how bad it is. */
    int print() {
        return (id + level.name() + phrases.stream().map(Line::text).toList()).hashCode();
    }

    boolean concerns(@Nullable Category other) {
        return categories.isEmpty() || (other != null && categories.contains(other));
    }
}
