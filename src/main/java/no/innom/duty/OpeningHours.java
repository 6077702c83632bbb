package no.innom.duty;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import no.innom.yaml.Fields;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlMap;
import no.innom.yaml.YamlReader;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * When the service expects to have people on duty, from {@code conf/hours.yaml}. It only says what to expect: whether
 * somebody answers is decided by who is on duty.
 *
 * @param zone the service's own
 * @param week by day; a day that is not there is closed
 * @param days dates that are not as the week says
 */
public record OpeningHours(ZoneId zone, Map<DayOfWeek, List<Span>> week, Map<LocalDate, List<Span>> days) {
    private static final int MOST_DAYS_AHEAD = 14;
    private static final String CLOSED = "closed";

    /**
     * One stretch of a day.
     *
     * @param to not later than {@code from}: it ends on the next day
     */
    public record Span(LocalTime from, LocalTime to) {
        private Stretch on(LocalDate day, ZoneId zone) {
            var begins = ZonedDateTime.of(day, from, zone);
            var ends = ZonedDateTime.of(to.isAfter(from) ? day : day.plusDays(1), to, zone);
            return new Stretch(begins.toInstant(), ends.toInstant());
        }
    }

    /** From and to, in time itself. */
    public record Stretch(Instant opens, Instant closes) {}

    /** Reads the file; blocks. Gives null after telling what is wrong. */
    public static @Nullable OpeningHours load(Path conf, Consumer<Problem> problems) {
        var file = conf.resolve("hours.yaml");
        var text = YamlReader.text(file, file.toString(), problems);
        return text == null ? null : read(file.toString(), text, problems);
    }

    /** Reads hours that are in memory. Gives null after telling what is wrong. */
    public static @Nullable OpeningHours read(String file, String text, Consumer<Problem> problems) {
        boolean[] sound = {true};
        Consumer<Problem> tell = problem -> {
            sound[0] = false;
            problems.accept(problem);
        };
        var tree = YamlReader.read(file, text, tell);
        var fields = tree == null ? null : Fields.of(tree, "hours.yaml", tell);
        if (fields == null) {
            return null;
        }
        fields.only(Set.of("zone", "week", "days"));
        var zone = zone(fields);
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        each(fields, "week", (key, value) -> week.put(DayOfWeek.valueOf(key.toUpperCase(Locale.ROOT)), spans(value)));
        var days = new HashMap<LocalDate, List<Span>>();
        each(fields, "days", (key, value) -> days.put(LocalDate.parse(key), spans(value)));
        return sound[0] ? new OpeningHours(zone, week, days) : null;
    }

    /** The stretch that is under way, or else the next one within two weeks. */
    public Optional<Stretch> nowOrNext(Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        for (int ahead = -1; ahead <= MOST_DAYS_AHEAD; ahead++) {
            var day = today.plusDays(ahead);
            var found = spans(day).stream()
                    .map(span -> span.on(day, zone))
                    .filter(stretch -> stretch.closes().isAfter(now))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Whether all of a time lies within the opening hours. */
    public boolean covers(Instant from, Instant to) {
        var covered = from;
        while (covered.isBefore(to)) {
            var stretch = nowOrNext(covered);
            if (stretch.isEmpty() || stretch.get().opens().isAfter(covered)) {
                return false;
            }
            covered = stretch.get().closes();
        }
        return true;
    }

    private List<Span> spans(LocalDate day) {
        var other = days.get(day);
        return other != null ? other : week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    private static ZoneId zone(Fields fields) {
        var name = fields.needText("zone");
        if (name != null) {
            try {
                return ZoneId.of(name.text());
            } catch (DateTimeException e) {
                fields.bad(name.place(), "There is no time zone " + name.text() + ". Write it as Europe/Oslo.");
            }
        }
        return ZoneId.of("Europe/Oslo");
    }

    private interface Take {
        void day(String key, String value);
    }

    private static void each(Fields fields, String field, Take take) {
        if (!(fields.node(field) instanceof YamlMap map)) {
            return;
        }
        for (var entry : map.entries().values()) {
            try {
                if (!(entry.value() instanceof YamlText value)) {
                    throw new IllegalArgumentException("no text");
                }
                take.day(entry.key().text(), value.text());
            } catch (IllegalArgumentException | DateTimeParseException e) {
                fields.bad(
                        entry.key().place(),
                        "Write a day as monday or 2026-12-24, and its hours as 15:00-21:00, several with commas, or closed.");
            }
        }
    }

    private static List<Span> spans(String value) {
        if (value.strip().equals(CLOSED)) {
            return List.of();
        }
        var spans = new ArrayList<Span>();
        for (var part : value.split(",")) {
            var ends = part.strip().split("-");
            if (ends.length != 2) {
                throw new IllegalArgumentException("not from and to");
            }
            spans.add(new Span(time(ends[0]), time(ends[1])));
        }
        spans.sort(Comparator.comparing(Span::from));
        return spans;
    }

    private static LocalTime time(String text) {
        return text.strip().equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text.strip());
    }
}
