package no.innom.publishing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import no.innom.duty.OpeningHours;
import no.innom.flow.Flow;
import no.innom.flow.Outline;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who publishes should know first, and may know better: it holds nothing back.
 *
 * @param code {@code overlap}, {@code outside-hours}, {@code past}, {@code nobody-on-duty} or {@code newer}
 * @param about the title of the other evening, or the id of the queue, that it is about; else null
 * @param sentence for a person
 */
public record Advice(String code, @Nullable String about, String sentence) {
    private static final Duration SOON = Duration.ofHours(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d.M.yyyy 'at' HH:mm");

    /**
     * What surrounds an evening.
     *
     * @param others every other flow that is live or planned
     * @param onDuty whether somebody is on duty now
     * @param answered whether anybody on the staff list takes chats from a queue
     * @param now in the service's own zone
     */
    public record Around(
            Collection<Flow> others,
            OpeningHours hours,
            boolean onDuty,
            Predicate<String> answered,
            ZonedDateTime now) {}

    /** Advice about a flow that is to be published. */
    public static List<Advice> on(Flow flow, Around around) {
        var all = new ArrayList<Advice>();
        Outline.queues(flow).stream()
                .filter(queue -> !around.answered().test(queue))
                .forEach(queue -> all.add(new Advice(
                        "nobody-on-duty",
                        queue,
                        "Nobody on the staff list takes chats from the queue \"" + queue
                                + "\". Add somebody with a role that does, or choose another queue.")));
        var theme = flow.theme();
        if (theme != null && theme.dated()) {
            var zone = around.now().getZone();
            var opens = Objects.requireNonNull(theme.opensAt(zone));
            var closes = Objects.requireNonNull(theme.closesAt(zone));
            evening(opens, closes, around, all);
            around.others().stream()
                    .filter(other -> overlaps(other, opens, closes, around))
                    .forEach(other -> all.add(new Advice(
                            "overlap",
                            other.title().in("nb"),
                            "\"" + other.title().in("nb") + "\" (" + other.id()
                                    + ") is open at the same time. Are there enough people for both?")));
        }
        return all;
    }

    private static void evening(Instant opens, Instant closes, Around around, List<Advice> all) {
        var now = around.now().toInstant();
        var zone = around.now().getZone();
        if (!closes.isAfter(now)) {
            all.add(new Advice(
                    "past", null, "The evening is over: it closed on " + TIME.format(closes.atZone(zone)) + "."));
            return;
        }
        if (opens.isBefore(now)) {
            all.add(new Advice(
                    "past",
                    null,
                    "The evening has begun already, on " + TIME.format(opens.atZone(zone))
                            + ": it is open as soon as it is published."));
        }
        if (!around.hours().covers(opens, closes)) {
            all.add(new Advice(
                    "outside-hours",
                    null,
                    "Some of the evening lies outside the opening hours. Make sure that somebody is on duty, or mend"
                            + " the hours."));
        }
        if (!around.onDuty() && opens.isBefore(now.plus(SOON))) {
            all.add(new Advice(
                    "nobody-on-duty",
                    null,
                    "Nobody is on duty now, and the evening opens within the hour. Until somebody is, those who come"
                            + " are told that nobody is here."));
        }
    }

    private static boolean overlaps(Flow other, Instant opens, Instant closes, Around around) {
        var theme = other.theme();
        if (theme == null || !theme.dated()) {
            return false;
        }
        var zone = around.now().getZone();
        return Objects.requireNonNull(theme.opensAt(zone)).isBefore(closes)
                && Objects.requireNonNull(theme.closesAt(zone)).isAfter(opens);
    }
}
