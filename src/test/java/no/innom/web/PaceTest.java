package no.innom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {
    private long now = -5;
    private final Pace pace = new Pace(5, 10, () -> now);

    @Test
    void takesTheBurstAndThenTheRate() {
        for (int i = 0; i < 10; i++) {
            assertThat(pace.take()).isZero();
        }
        assertThat(pace.take()).isEqualTo(200);
        pass(199);
        assertThat(pace.take()).isBetween(1L, 2L);
        pass(1);
        assertThat(pace.take()).isZero();
        assertThat(pace.take()).isPositive();
        pass(1000);
        for (int i = 0; i < 5; i++) {
            assertThat(pace.take()).isZero();
        }
        assertThat(pace.take()).isPositive();
    }

    @Test
    void holdsNoMoreThanTheBurstHoweverLongItRests() {
        pass(3_600_000);
        for (int i = 0; i < 10; i++) {
            assertThat(pace.take()).isZero();
        }
        assertThat(pace.take()).isPositive();
    }

    @Test
    void takesNothingForWhatItRefuses() {
        for (int i = 0; i < 10; i++) {
            pace.take();
        }
        for (int i = 0; i < 100; i++) {
            assertThat(pace.take()).isEqualTo(200);
        }
        pass(200);
        assertThat(pace.take()).isZero();
    }

    private void pass(long milliseconds) {
        now += TimeUnit.MILLISECONDS.toNanos(milliseconds);
    }
}
