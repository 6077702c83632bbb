package no.innom.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.function.Consumer;
import no.innom.yaml.Fields;
import no.innom.yaml.Place;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlNode;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * What makes a flow a theme evening. Without times it is one that has no date yet: it is never open.
 *
 * @param closesPlace where {@code closes} stands
 * @param opens local time; null with {@code closes}
 * @param closes local time; null with {@code opens}
 * @param card one line on the front page
 * @param announce how long before it opens the front page tells of it
 */
public record Theme(
        Place place,
        Place closesPlace,
        @Nullable LocalDateTime opens,
        @Nullable LocalDateTime closes,
        @Nullable Texts card,
        TemporalAmount announce) {

    static final List<String> FIELDS = List.of("opens", "closes", "card", "announce");

    /**
     * When it opens; null without a date. An hour that the clock skips in spring is the one after it, an hour
     * that it shows twice in autumn is the first.
     */
    public @Nullable Instant opensAt(ZoneId zone) {
        return opens == null ? null : opens.atZone(zone).toInstant();
    }

    /** When it closes; null without a date. An hour that the clock shows twice in autumn is the second. */
    public @Nullable Instant closesAt(ZoneId zone) {
        return closes == null
                ? null
                : closes.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }

    /** Whether it has times at all. */
    public boolean dated() {
        return opens != null && closes != null;
    }

    /** Whether it is open: from the minute when it opens until the one when it closes. */
    public boolean openAt(ZonedDateTime now) {
        Instant opens = opensAt(now.getZone());
        Instant closes = closesAt(now.getZone());
        return opens != null
                && closes != null
                && !now.toInstant().isBefore(opens)
                && now.toInstant().isBefore(closes);
    }

    /** Whether the front page tells of it: from {@code announce} before it opens until it closes. */
    public boolean announcedAt(ZonedDateTime now) {
        Instant closes = closesAt(now.getZone());
        return opens != null
                && closes != null
                && !now.toInstant()
                        .isBefore(opens.minus(announce).atZone(now.getZone()).toInstant())
                && now.toInstant().isBefore(closes);
    }

    static @Nullable Theme read(YamlNode node, Place at, List<String> languages, Consumer<Problem> problems) {
        Fields fields = Fields.of(node, "\"theme\"", problems);
        if (fields == null) {
            return null;
        }
        fields.only(FIELDS);
        LocalDateTime opens = time(fields, "opens");
        LocalDateTime closes = time(fields, "closes");
        if (fields.has("opens") != fields.has("closes")) {
            String lacking = fields.has("opens") ? "closes" : "opens";
            problems.accept(Problem.error(
                    at,
                    "missing-field",
                    "\"theme\" needs the field \"" + lacking
                            + "\" too. Give both times, or none while the evening has no date."));
        }
        YamlNode card = fields.node("card");
        Texts line = card == null
                ? null
                : Texts.read(card, fields.placeOf("card"), "\"theme\": \"card\"", languages, problems);
        boolean whole = opens != null && closes != null;
        return new Theme(
                at, fields.placeOf("closes"), whole ? opens : null, whole ? closes : null, line, announce(fields));
    }

    private static @Nullable LocalDateTime time(Fields fields, String name) {
        YamlText text = fields.text(name);
        if (text == null) {
            return null;
        }
        try {
            return LocalDateTime.parse(text.text().strip().replace(' ', 'T'));
        } catch (DateTimeParseException e) {
            fields.bad(
                    text.place(),
                    "\"theme\": \"" + name + "\" must be a local time such as 2026-11-26T18:00, and is \"" + text.text()
                            + "\".");
            return null;
        }
    }

    private static TemporalAmount announce(Fields fields) {
        YamlText text = fields.text("announce");
        if (text == null) {
            return Period.ZERO;
        }
        try {
            TemporalAmount amount = text.text().contains("T") ? Duration.parse(text.text()) : Period.parse(text.text());
            if (!text.text().contains("-")) {
                return amount;
            }
        } catch (DateTimeParseException e) {
            // Told below, in the same words as one that is negative.
        }
        fields.bad(
                text.place(),
                "\"theme\": \"announce\" must be how long before, such as P7D (seven days) or PT12H (twelve hours),"
                        + " and is \"" + text.text() + "\".");
        return Period.ZERO;
    }
}
