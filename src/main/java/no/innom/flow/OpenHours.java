package no.innom.flow;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.innom.yaml.Fields;
import no.innom.yaml.YamlMap;
import no.innom.yaml.YamlNode;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * When somebody in the directory answers, week after week.
 *
 * @param always day and night; the week is then empty
 * @param week the spans of each day; a day without any is closed
 */
record OpenHours(boolean always, Map<DayOfWeek, List<Span>> week) {

    /** From a time to another; past midnight where it ends before it begins. 24:00 is written as 00:00. */
    record Span(LocalTime from, LocalTime to) {

        boolean pastMidnight() {
            return !to.isAfter(from);
        }

        @Override
        public String toString() {
            return from + "–" + (to.equals(LocalTime.MIDNIGHT) ? "24:00" : to.toString());
        }
    }

    static final OpenHours ALWAYS = new OpenHours(true, Map.of());

    boolean openAt(ZonedDateTime now) {
        if (always) {
            return true;
        }
        LocalTime time = now.toLocalTime();
        for (Span span : on(now.getDayOfWeek())) {
            if (!time.isBefore(span.from()) && (span.pastMidnight() || time.isBefore(span.to()))) {
                return true;
            }
        }
        for (Span span : on(now.getDayOfWeek().minus(1))) {
            if (span.pastMidnight() && time.isBefore(span.to())) {
                return true;
            }
        }
        return false;
    }

    private List<Span> on(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    /**
     * In words, such as "mandag–fredag 08:30–22:30, lørdag 12:00–20:30".
     *
     * @param day what stands before the hours that are the same every day, such as "hver dag"
     */
    String inWords(Locale locale, String day) {
        List<String> parts = new ArrayList<>();
        DayOfWeek[] days = DayOfWeek.values();
        for (int first = 0; first < days.length; first++) {
            List<Span> spans = on(days[first]);
            int last = first;
            while (last + 1 < days.length && on(days[last + 1]).equals(spans)) {
                last++;
            }
            if (!spans.isEmpty()) {
                String when = last - first == days.length - 1 ? day : name(days[first], locale);
                if (last > first && last - first < days.length - 1) {
                    when += "–" + name(days[last], locale);
                }
                parts.add(when + " "
                        + String.join(", ", spans.stream().map(Span::toString).toList()));
            }
            first = last;
        }
        return String.join(", ", parts);
    }

    static String name(DayOfWeek day, Locale locale) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }

    /** Reads {@code always}, or a map from days ({@code monday}, {@code monday-friday}, {@code daily}) to hours. */
    static @Nullable OpenHours read(Fields fields, String what) {
        YamlNode node = fields.node("hours");
        if (node == null) {
            return null;
        }
        if (node instanceof YamlText text && text.text().equals("always")) {
            return ALWAYS;
        }
        if (!(node instanceof YamlMap map)) {
            fields.bad(
                    node.place(),
                    what + ": \"hours\" must be \"always\", or days and hours such as {monday-friday: 08:30-22:30}.");
            return null;
        }
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (YamlMap.Entry entry : map.entries().values()) {
            List<DayOfWeek> days = days(entry.key().text());
            List<Span> spans = entry.value() instanceof YamlText text ? spans(text.text()) : List.of();
            if (days.isEmpty()) {
                fields.bad(
                        entry.key().place(),
                        what + ": \"" + entry.key().text() + "\" must be a day, days such as monday-friday, or daily.");
            }
            if (spans.isEmpty()) {
                fields.bad(entry.value().place(), what + ": hours are written as 08:30-22:30.");
            }
            days.forEach(day -> week.put(day, spans));
        }
        return new OpenHours(false, week);
    }

    static List<DayOfWeek> days(String text) {
        if (text.equals("daily")) {
            return List.of(DayOfWeek.values());
        }
        List<DayOfWeek> days = new ArrayList<>();
        String[] ends = text.split("-", -1);
        try {
            DayOfWeek day = DayOfWeek.valueOf(ends[0].toUpperCase(Locale.ROOT));
            DayOfWeek last = DayOfWeek.valueOf(ends[ends.length - 1].toUpperCase(Locale.ROOT));
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        } catch (IllegalArgumentException e) {
            return List.of();
        }
        return ends.length <= 2 ? days : List.of();
    }

    private static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] ends = part.strip().split("-", -1);
            if (ends.length != 2) {
                return List.of();
            }
            try {
                spans.add(new Span(
                        LocalTime.parse(ends[0].strip()),
                        ends[1].strip().equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(ends[1].strip())));
            } catch (DateTimeParseException e) {
                return List.of();
            }
        }
        return spans;
    }
}
