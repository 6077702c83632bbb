package no.innom.escalation;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import no.innom.risk.Level;
import no.innom.yaml.Fields;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlList;
import no.innom.yaml.YamlMap;
import no.innom.yaml.YamlNode;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/** Reads what holds for all queues, and the deadlines of one. */
final class RulesReader {
    static final List<String> SILENCE_FIELDS = List.of("remind", "offer");
    static final List<String> LEVELS =
            Arrays.stream(Level.values()).map(Level::wire).toList();
    /** A chat heavier than this could be held by few. */
    static final int MOST_WEIGHT = 10;

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Consumer<Problem> tell;

    RulesReader(Consumer<Problem> tell) {
        this.tell = tell;
    }

    Rules read(Fields fields) {
        var weights = new EnumMap<Level, Integer>(Level.class);
        byLevel(fields, "weights", "queues.yaml", (level, value) -> {
            var weight = fields(value).number(level.wire(), 1, MOST_WEIGHT);
            if (weight != null) {
                weights.put(level, weight);
            }
        });
        var silence = fields.node("silence");
        var quiet = silence == null ? null : Fields.of(silence, "\"silence\"", tell);
        Duration remind = null;
        Duration offer = null;
        if (quiet != null) {
            quiet.only(SILENCE_FIELDS);
            remind = duration(quiet, quiet.needText("remind"));
            offer = duration(quiet, quiet.needText("offer"));
            if (remind != null && offer != null && offer.compareTo(remind) <= 0) {
                quiet.bad(
                        quiet.placeOf("offer"),
                        "\"offer\" must be longer than \"remind\": first a reminder, then others.");
            }
        }
        var ageing = duration(fields, fields.text("ageing"));
        return new Rules(steps(fields, "queues.yaml"), ageing, weights, secondLine(fields), remind, offer);
    }

    /** The field {@code steps}: for each level that it names, deadlines that grow. */
    Map<Level, List<Duration>> steps(Fields fields, String what) {
        var steps = new EnumMap<Level, List<Duration>>(Level.class);
        byLevel(fields, "steps", what, (level, map) -> {
            var own = durations(fields(map), level.wire());
            if (!own.isEmpty()) {
                steps.put(level, own);
            }
        });
        return steps;
    }

    private Set<Level> secondLine(Fields fields) {
        if (!fields.has("secondLine")) {
            return EnumSet.allOf(Level.class);
        }
        var levels = EnumSet.noneOf(Level.class);
        for (var name : fields.texts("secondLine")) {
            if (LEVELS.contains(name.text())) {
                levels.add(level(name.text()));
            } else {
                QueuesReader.noSuch(fields, "level", name, LEVELS);
            }
        }
        return levels;
    }

    /** Calls with every level that the map of this field names, and the map. */
    private void byLevel(Fields fields, String field, String what, BiConsumer<Level, YamlMap> each) {
        var node = fields.node(field);
        var named = node == null ? null : Fields.of(node, what + ": \"" + field + "\"", tell);
        if (named != null) {
            named.only(LEVELS);
            LEVELS.stream().filter(named::has).forEach(level -> each.accept(level(level), named.map()));
        }
    }

    private Fields fields(YamlMap map) {
        return new Fields(map, map.place(), "queues.yaml", tell);
    }

    private List<Duration> durations(Fields fields, String name) {
        var texts = fields.texts(name);
        var all = texts.stream().map(text -> duration(fields, text)).toList();
        if (all.contains(null)) {
            return List.of();
        }
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).compareTo(all.get(i - 1)) <= 0) {
                fields.bad(texts.get(i).place(), "Each deadline must be later than the one before.");
                return List.of();
            }
        }
        YamlNode node = fields.node(name);
        if (node instanceof YamlList list && list.items().isEmpty()) {
            fields.bad(node.place(), "Name at least one deadline, such as PT20S, or take the line away.");
        }
        return all;
    }

    private static @Nullable Duration duration(Fields fields, @Nullable YamlText text) {
        if (text == null) {
            return null;
        }
        try {
            var duration = Duration.parse(text.text());
            if (duration.compareTo(SHORTEST) >= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Told below.
        }
        fields.bad(
                text.place(),
                "\"" + text.text() + "\" must be a duration of at least PT1S, such as PT20S for twenty seconds"
                        + " or PT5M for five minutes.");
        return null;
    }

    private static Level level(String wire) {
        return Level.valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
