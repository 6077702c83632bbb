package no.innom.flow;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which theme evenings there are at a moment: a function of the flows and the time alone, so that every node says
 * the same. The time is in the service's own zone; local times are read with its daylight saving.
 */
public final class Themes {

    private Themes() {}

    /**
     * A theme evening with a date.
     *
     * @param flow the flow's id
     * @param title in the language asked for
     * @param card one line about it, in the language asked for; null for none
     * @param opens the first instant at which it is open
     * @param closes the first instant at which it is closed again
     */
    public record Evening(
            String flow, String title, @Nullable String card, Instant opens, Instant closes) {

        /** Whether it is open. */
        public boolean isOpenAt(Instant now) {
            return !now.isBefore(opens) && now.isBefore(closes);
        }
    }

    /** The evenings that are open, the one that opened first before the others. */
    public static List<Evening> openAt(Collection<Flow> flows, ZonedDateTime now, String language) {
        return evenings(flows, now, language, theme -> theme.openAt(now));
    }

    /** The evenings that the front page tells of: announced or open, the one that opens first before the others. */
    public static List<Evening> announcedAt(Collection<Flow> flows, ZonedDateTime now, String language) {
        return evenings(flows, now, language, theme -> theme.announcedAt(now));
    }

    private static List<Evening> evenings(
            Collection<Flow> flows, ZonedDateTime now, String language, Predicate<Theme> which) {
        return flows.stream()
                .flatMap(flow -> evening(flow, now, language, which))
                .sorted(Comparator.comparing(Evening::opens).thenComparing(Evening::flow))
                .toList();
    }

    private static Stream<Evening> evening(Flow flow, ZonedDateTime now, String language, Predicate<Theme> which) {
        Theme theme = flow.theme();
        if (theme == null || !which.test(theme)) {
            return Stream.empty();
        }
        Instant opens = Objects.requireNonNull(theme.opensAt(now.getZone()));
        Instant closes = Objects.requireNonNull(theme.closesAt(now.getZone()));
        String speaks = flow.speaks(language);
        Texts card = theme.card();
        return Stream.of(
                new Evening(flow.id(), flow.title().in(speaks), card == null ? null : card.in(speaks), opens, closes));
    }
}
