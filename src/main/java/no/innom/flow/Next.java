package no.innom.flow;

import java.util.ArrayList;
import java.util.List;
import no.innom.yaml.Place;
import no.innom.yaml.YamlMap;
import no.innom.yaml.YamlNode;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * Which answer of a question leads where.
 *
 * @param place where {@code next} stands
 * @param rules the first that fits wins; {@code else} is last wherever it stands in the file
 */
public record Next(Place place, List<Rule> rules) {

    /**
     * One way on.
     *
     * @param key what the file says: the place of the answer, or of the step where every answer leads to one
     */
    public record Rule(YamlText key, Match match, YamlText go) {}

    /** The step that an answer leads to; null where it leads nowhere. */
    @Nullable String after(Object kept) {
        for (Rule rule : rules) {
            if (rule.match().fits(kept)) {
                return rule.go().text();
            }
        }
        return null;
    }

    /** Reads {@code next} of a question; null after telling where there is none. */
    static @Nullable Next read(StepSource source, Domain domain) {
        YamlNode node = source.fields().need("next");
        Place place = source.fields().placeOf("next");
        if (node == null) {
            return null;
        }
        if (node instanceof YamlText text && !text.text().isBlank()) {
            return new Next(place, List.of(new Rule(text, new Match.Any(), text)));
        }
        if (!(node instanceof YamlMap map) || map.entries().isEmpty()) {
            source.error(place, "bad-value", "\"next\" must be a step, or a map from answers to steps.");
            return null;
        }
        List<Rule> rules = new ArrayList<>();
        List<Rule> otherwise = new ArrayList<>();
        for (YamlMap.Entry entry : map.entries().values()) {
            Match match = match(entry.key(), domain, rules, source);
            if (!(entry.value() instanceof YamlText go) || go.text().isBlank()) {
                source.error(
                        entry.value().place(),
                        "bad-value",
                        "\"next\": the answer \"" + entry.key().text() + "\" must lead to the name of a step.");
            } else if (match != null) {
                (match instanceof Match.Any ? otherwise : rules).add(new Rule(entry.key(), match, go));
            }
        }
        rules.addAll(otherwise);
        return rules.isEmpty() ? null : new Next(place, List.copyOf(rules));
    }

    private static @Nullable Match match(YamlText key, Domain domain, List<Rule> before, StepSource source) {
        if (key.text().equals("else")) {
            return new Match.Any();
        }
        Match match = domain.match(key, "\"next\"", source);
        if (match instanceof Match.Range range) {
            for (Rule rule : before) {
                if (rule.match() instanceof Match.Range other
                        && range.from() <= other.to()
                        && other.from() <= range.to()) {
                    source.error(
                            key.place(),
                            "bad-value",
                            "\"next\": " + key.text() + " overlaps "
                                    + rule.key().text() + ". Each number may lead to one step only.");
                    return null;
                }
            }
        }
        return match;
    }
}
