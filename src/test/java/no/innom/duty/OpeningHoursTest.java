package no.innom.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import no.innom.yaml.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningHoursTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private final ArrayList<Problem> problems = new ArrayList<>();

    @TempDir
    private Path conf;

    @Test
    void findsTheStretchUnderWayOrTheNextOne() throws IOException {
        var hours = hours("""
                zone: Europe/Oslo
                week: {monday: "09:00-11:00, 15:00-21:00", tuesday: closed, wednesday: "18:00-01:00"}
                """);
        // 23 November 2026 is a Monday.
        assertNext(hours, "2026-11-23T08:59", "2026-11-23T09:00", "2026-11-23T11:00");
        assertNext(hours, "2026-11-23T09:00", "2026-11-23T09:00", "2026-11-23T11:00");
        assertNext(hours, "2026-11-23T11:00", "2026-11-23T15:00", "2026-11-23T21:00");
        assertNext(hours, "2026-11-23T21:00", "2026-11-25T18:00", "2026-11-26T01:00");
        assertNext(hours, "2026-11-26T00:59", "2026-11-25T18:00", "2026-11-26T01:00");
        assertNext(hours, "2026-11-26T01:00", "2026-11-30T09:00", "2026-11-30T11:00");
    }

    @Test
    void findsTheFirstStretchOfADayInWhateverOrderTheyAreWritten() throws IOException {
        var hours = hours("zone: Europe/Oslo\nweek: {monday: \"15:00-21:00, 09:00-11:00\"}\n");
        assertNext(hours, "2026-11-23T08:00", "2026-11-23T09:00", "2026-11-23T11:00");
        assertNext(hours, "2026-11-23T12:00", "2026-11-23T15:00", "2026-11-23T21:00");
    }

    @Test
    void letsADateGoBeforeTheWeek() throws IOException {
        var hours = hours("""
                zone: Europe/Oslo
                week: {thursday: "15:00-21:00"}
                days: {2026-12-24: closed, 2026-12-25: "12:00-24:00"}
                """);
        assertNext(hours, "2026-12-24T15:30", "2026-12-25T12:00", "2026-12-26T00:00");
        assertNext(hours, "2026-12-17T15:30", "2026-12-17T15:00", "2026-12-17T21:00");
    }

    @Test
    void countsTheHoursThatTheClockChangeTakesAndGives() throws IOException {
        var hours = hours("zone: Europe/Oslo\nweek: {saturday: \"22:00-06:00\"}\n");
        var spring = hours.nowOrNext(at("2026-03-28T23:00")).orElseThrow();
        assertThat(Duration.between(spring.opens(), spring.closes())).isEqualTo(Duration.ofHours(7));
        var autumn = hours.nowOrNext(at("2026-10-24T23:00")).orElseThrow();
        assertThat(Duration.between(autumn.opens(), autumn.closes())).isEqualTo(Duration.ofHours(9));
    }

    @Test
    void isNeverOpenWhereEverythingIsClosed() throws IOException {
        assertThat(hours("zone: Europe/Oslo\nweek: {monday: closed}\n").nowOrNext(at("2026-11-23T12:00")))
                .isEmpty();
    }

    @Test
    void tellsWhereAMistakeIs() throws IOException {
        write("""
                zone: Europe/Olso
                week:
                  mandag: 15:00-21:00
                  tuesday: 15-21
                  friday: 15:00-25:00
                days:
                  2026-13-01: closed
                opening: never
                """);
        assertThat(OpeningHours.load(conf, problems::add)).isNull();
        assertThat(problems.stream().map(problem -> problem.place().line()))
                .containsExactlyInAnyOrder(1, 3, 4, 5, 7, 8);
    }

    @Test
    void readsTheShippedFile() {
        assertThat(OpeningHours.load(Path.of("conf"), problems::add)).isNotNull();
        assertThat(problems).isEmpty();
    }

    private static void assertNext(OpeningHours hours, String now, String opens, String closes) {
        assertThat(hours.nowOrNext(at(now))).as("at %s", now).contains(new OpeningHours.Stretch(at(opens), at(closes)));
    }

    private static java.time.Instant at(String local) {
        return LocalDateTime.parse(local).atZone(OSLO).toInstant();
    }

    private OpeningHours hours(String text) throws IOException {
        write(text);
        var hours = OpeningHours.load(conf, problems::add);
        assertThat(problems).isEmpty();
        return hours;
    }

    private void write(String text) throws IOException {
        Files.writeString(conf.resolve("hours.yaml"), text);
    }
}
