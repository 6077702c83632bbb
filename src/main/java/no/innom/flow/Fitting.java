package no.innom.flow;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * Makes a new flow's text of a pattern: another title, times and queue, in their places. All else, comments too, stays
 * as it was written.
 */
public final class Fitting {
    private static final Pattern TIMES = Pattern.compile("\\s+(opens|closes):.*");
    private static final Pattern TIMES_INLINE = Pattern.compile("\\b(opens|closes):[^,}]*,?\\s*");
    private static final int MOST_TITLE = 120;

    private final Flow pattern;
    private final List<String> lines;

    private Fitting(Flow pattern, String text) {
        this.pattern = pattern;
        this.lines = new ArrayList<>(List.of(text.split("\n", -1)));
    }

    /**
     * What is asked for.
     *
     * @param title by language; empty to keep the pattern's
     * @param opens null for an evening without a date
     * @param queue who answers: takes the place of every queue but those of {@code keep}; null to keep the pattern's
     * @param keep queues that are never replaced, such as the one for risk
     */
    public record Wishes(
            Map<String, String> title,
            @Nullable LocalDateTime opens,
            @Nullable LocalDateTime closes,
            @Nullable String queue,
            Set<String> keep) {}

    /**
     * The pattern's text as wished.
     *
     * @param pattern as it was read from {@code text}
     */
    public static String of(Flow pattern, String text, Wishes wishes) {
        Fitting fitting = new Fitting(pattern, text);
        String queue = wishes.queue();
        if (queue != null) {
            fitting.queue(queue, wishes.keep());
        }
        // From the end of the file to its top, so that no place moves before it is used.
        boolean themeFirst = pattern.theme() != null
                && pattern.theme().place().line() < pattern.title().place().line();
        if (themeFirst) {
            fitting.title(wishes.title());
            fitting.times(wishes.opens(), wishes.closes());
        } else {
            fitting.times(wishes.opens(), wishes.closes());
            fitting.title(wishes.title());
        }
        return String.join("\n", fitting.lines);
    }

    /** The text with answers that were counted under the pattern's own name counted under the new flow's. */
    public static String counted(String text, String pattern, String id) {
        return Pattern.compile("(\\bcount:\\s*)" + Pattern.quote(pattern) + "(?![a-z0-9])")
                .matcher(text)
                .replaceAll("$1" + id);
    }

    private void queue(String queue, Set<String> keep) {
        List<YamlText> places = new ArrayList<>();
        for (Step step : pattern.steps().values()) {
            if (step instanceof HandoffStep handoff) {
                places.add(handoff.queue());
            }
        }
        pattern.examples().stream()
                .filter(example -> example.outcome() == Example.Outcome.HANDOFF)
                .forEach(example -> places.add(example.expected()));
        places.removeIf(place -> keep.contains(place.text()));
        places.sort(Comparator.comparing(YamlText::place).reversed());
        places.forEach(place -> replace(place, queue));
    }

    private void replace(YamlText old, String with) {
        String line = lines.get(old.place().line() - 1);
        int at = line.indexOf(old.text(), Math.max(0, old.place().column() - 1));
        if (at >= 0) {
            lines.set(
                    old.place().line() - 1,
                    line.substring(0, at)
                            + with
                            + line.substring(at + old.text().length()));
        }
    }

    private void title(Map<String, String> title) {
        int line = pattern.title().place().line();
        if (title.isEmpty() || !lines.get(line - 1).startsWith("title")) {
            return;
        }
        int last = Outline.lastLine(lines, pattern.title().place());
        lines.subList(line - 1, last).clear();
        lines.add(
                line - 1,
                title.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + quoted(entry.getValue()))
                        .collect(Collectors.joining(", ", "title: {", "}")));
    }

    private void times(@Nullable LocalDateTime opens, @Nullable LocalDateTime closes) {
        boolean dated = opens != null && closes != null;
        List<String> times = dated ? List.of("  opens: " + opens, "  closes: " + closes) : List.of();
        Theme theme = pattern.theme();
        if (theme == null) {
            int steps = lines.indexOf("steps:");
            if (dated && steps >= 0) {
                lines.addAll(steps, List.of("theme:", times.get(0), times.get(1), ""));
            }
            return;
        }
        int line = theme.place().line();
        String head = lines.get(line - 1);
        int brace = head.indexOf('{');
        if (brace >= 0) {
            String rest = TIMES_INLINE.matcher(head.substring(brace + 1)).replaceAll("");
            String inline = dated ? "opens: " + opens + ", closes: " + closes + (rest.startsWith("}") ? "" : ", ") : "";
            lines.set(line - 1, head.substring(0, brace + 1) + inline + rest);
            return;
        }
        List<String> block = lines.subList(line, Outline.lastLine(lines, theme.place()));
        block.removeIf(one -> TIMES.matcher(one).matches());
        lines.addAll(line, times);
    }

    /** A text in double quotes, as YAML reads them. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .filter(c -> !Character.isISOControl(c) && (c < 0xD800 || c > 0xDFFF))
                .limit(MOST_TITLE)
                .forEach(c -> {
                    if (c == '"' || c == '\\') {
                        quoted.append('\\');
                    }
                    quoted.appendCodePoint(c);
                });
        return quoted.append('"').toString();
    }
}
