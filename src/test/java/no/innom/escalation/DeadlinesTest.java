package no.innom.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import no.innom.chat.Spot;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private static final Instant ENTERED = Instant.parse("2026-11-26T18:00:00Z");

    @Test
    void countsFromTheEntryAndGoesOnAtTheLastInterval() {
        assertThat(dues(new Deadlines(seconds(20, 60, 120)))).startsWith(20L, 60L, 120L, 180L, 240L);
        assertThat(dues(new Deadlines(seconds(5)))).startsWith(5L, 10L, 15L, 20L, 25L);
        assertThat(dues(new Deadlines(seconds(1, 2)))).startsWith(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void passesOverAllRepetitionsThatWereMissedAtOnceButNotOverAStepThatCallsSomebodyElse() {
        var deadlines = new Deadlines(seconds(20, 60, 120));
        var late = ENTERED.plusSeconds(3600);
        var spot = new Spot("akutt", ENTERED, ENTERED, 0);
        var steps = new java.util.ArrayList<Integer>();
        for (int i = 0; i < 4; i++) {
            spot = deadlines.further(spot, late);
            steps.add(spot.step());
        }
        assertThat(steps).startsWith(1, 2, 61);
        assertThat(deadlines.next(deadlines.further(new Spot("akutt", ENTERED, ENTERED, 2), late)))
                .isEqualTo(late.plusSeconds(60));
    }

    @Test
    void goesOnByOneWhenNoneWasMissed() {
        var deadlines = new Deadlines(seconds(20, 60, 120));
        for (int step = 0; step < 6; step++) {
            var spot = new Spot("akutt", ENTERED, ENTERED, step);
            assertThat(deadlines.further(spot, deadlines.next(spot)).step()).isEqualTo(step + 1);
        }
    }

    @Test
    void refusesStepsThatDoNotGrow() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Deadlines(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Deadlines(seconds(2, 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Deadlines(seconds(3, 2)));
    }

    private static Stream<Long> dues(Deadlines deadlines) {
        return Stream.of(0, 1, 2, 3, 4).map(step -> Duration.between(
                        ENTERED, deadlines.next(new Spot("akutt", ENTERED.minusSeconds(500), ENTERED, step)))
                .toSeconds());
    }

    private static List<Duration> seconds(long... all) {
        return java.util.Arrays.stream(all).mapToObj(Duration::ofSeconds).toList();
    }
}
