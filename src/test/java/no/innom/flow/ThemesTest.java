package no.innom.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemesTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private static Flow evening(String theme) {
        return FlowReader.read(
                "kveld",
                "kveld.yaml",
                "innom: 1\ntitle: {nb: Kveld, en: Evening}\nlanguages: [nb, en]\nstart: a\ntheme: " + theme
                        + "\nsteps: {a: {end: true}}\n",
                problem -> {
                    throw new AssertionError(problem);
                });
    }

    private static ZonedDateTime at(String instant) {
        return Instant.parse(instant).atZone(OSLO);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T16:59:59.999Z, false",
        "2026-11-26T17:00:00Z, true",
        "2026-11-26T19:59:59.999Z, true",
        "2026-11-26T20:00:00Z, false",
    })
    void opensAndClosesOnItsMinute(String instant, boolean open) {
        List<Flow> flows = List.of(evening("{opens: 2026-11-26T18:00, closes: 2026-11-26T21:00}"));

        assertThat(Themes.openAt(flows, at(instant), "nb")).hasSize(open ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        // Summer time: an hour earlier in UTC.
        "2026-07-01T18:00, 2026-07-01T21:00, 2026-07-01T16:00:00Z, 2026-07-01T19:00:00Z",
        // The night when 02:00 becomes 03:00: 02:30 does not exist, and is the hour after.
        "2026-03-29T02:30, 2026-03-29T04:00, 2026-03-29T01:30:00Z, 2026-03-29T02:00:00Z",
        // The night when 03:00 becomes 02:00: 02:30 comes twice. It opens at the first and closes at the second.
        "2026-10-25T02:30, 2026-10-25T02:45, 2026-10-25T00:30:00Z, 2026-10-25T01:45:00Z",
        // Across the change an evening is as long as the clock on the wall does not say.
        "2026-10-24T20:00, 2026-10-25T08:00, 2026-10-24T18:00:00Z, 2026-10-25T07:00:00Z",
    })
    void readsLocalTimesWithDaylightSaving(String opens, String closes, String from, String to) {
        List<Flow> flows = List.of(evening("{opens: " + opens + ", closes: " + closes + ", announce: P30D}"));

        Themes.Evening evening = Themes.announcedAt(
                        flows, Instant.parse(from).minusSeconds(1).atZone(OSLO), "en")
                .get(0);

        assertThat(evening.opens()).isEqualTo(from);
        assertThat(evening.closes()).isEqualTo(to);
        assertThat(evening.title()).isEqualTo("Evening");
        assertThat(evening.isOpenAt(Instant.parse(from))).isTrue();
        assertThat(evening.isOpenAt(Instant.parse(to))).isFalse();
    }

    @Test
    void isAnnouncedSoLongBeforeAndUntilItCloses() {
        List<Flow> flows = List.of(evening("{opens: 2026-11-26T18:00, closes: 2026-11-26T21:00, announce: P7D}"));

        assertThat(Themes.announcedAt(flows, at("2026-11-19T16:59:59Z"), "nb")).isEmpty();
        assertThat(Themes.announcedAt(flows, at("2026-11-19T17:00:00Z"), "nb")).hasSize(1);
        assertThat(Themes.announcedAt(flows, at("2026-11-26T19:59:59Z"), "nb")).hasSize(1);
        assertThat(Themes.announcedAt(flows, at("2026-11-26T20:00:00Z"), "nb")).isEmpty();
    }

    @Test
    void isNeverOpenWithoutADate() {
        List<Flow> flows = List.of(evening("{announce: P7D}"));

        assertThat(Themes.announcedAt(flows, at("2026-11-26T19:00:00Z"), "nb")).isEmpty();
    }
}
