package no.innom.flow;

import java.util.Map;
import no.innom.yaml.Nearest;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * What can be answered to a question.
 *
 * @param choices the choices' values with their labels, in the order of the file; empty unless the kind has them
 * @param from the lowest number of a scale
 * @param to the highest number of a scale
 */
public record Domain(Kind kind, boolean optional, Map<String, Texts> choices, int from, int to) {

    /**
     * Reads what an answer is held against: a choice's value, a number or range, {@code skipped}.
     *
     * @return null after telling that no such answer can be given
     */
    @Nullable Match match(YamlText key, String where, StepSource source) {
        return match(key, where, source.name(), source);
    }

    /** The same, for a rule about the answer to another step. */
    @Nullable Match match(YamlText key, String where, String step, StepSource source) {
        String text = key.text();
        if (text.equals("skipped")) {
            if (!optional) {
                source.error(
                        key.place(),
                        "bad-value",
                        where + ": \"" + step + "\" cannot be skipped. Delete \"skipped\", or give that step"
                                + " \"optional: true\".");
                return null;
            }
            return new Match.Skip();
        }
        switch (kind) {
            case CHOICE, MULTI -> {
                if (choices.containsKey(text)) {
                    return new Match.Value(text);
                }
                source.error(
                        key.place(),
                        "bad-value",
                        where + ": \"" + text + "\" is no choice of \"" + step + "\"."
                                + Nearest.to(text, choices.keySet())
                                        .map(near -> " Did you mean \"" + near + "\"?")
                                        .orElse(" The choices are: " + String.join(", ", choices.keySet()) + "."));
            }
            case SCALE -> {
                Match.Range range = Match.range(text).orElse(null);
                if (range != null && range.from() >= from && range.to() <= to) {
                    return range;
                }
                source.error(
                        key.place(),
                        "bad-value",
                        where + ": \"" + text + "\" must be a number or a range from " + from + " to " + to
                                + ", such as " + from + "-" + (from + to) / 2 + ".");
            }
            case TEXT ->
                source.error(
                        key.place(),
                        "bad-value",
                        where + ": \"" + step + "\" takes free text, so no answer can be named but "
                                + (optional ? "\"skipped\" and " : "") + "\"else\".");
        }
        return null;
    }

    /** Whether such an answer can be given. */
    boolean takes(Match match) {
        if (match instanceof Match.Skip) {
            return optional;
        }
        if (match instanceof Match.Value value) {
            return choices.containsKey(value.value());
        }
        return match instanceof Match.Any
                || (kind == Kind.SCALE
                        && match instanceof Match.Range range
                        && range.from() >= from
                        && range.to() <= to);
    }
}
