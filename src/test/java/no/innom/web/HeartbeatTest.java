package no.innom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import no.innom.web.Heartbeat.Beat;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);

    private long now = 77;
    private final Heartbeat heartbeat = new Heartbeat(() -> now);

    @Property
    void findsOutWithinAMinuteThatNobodyIsThere(@ForAll @IntRange(max = 4_999) int first) {
        now = 77;
        var line = new Heartbeat(() -> now);
        now += 3_000 * MS;
        line.heard();
        long last = now;
        now += first * MS;
        while (line.beat() != Beat.DEAD) {
            now += Heartbeat.ASK_EVERY_MS * MS;
        }
        assertThat(now - last).isBetween(55_000 * MS, 60_000 * MS);
    }

    @Test
    void asksEveryTwentySecondsAndKeepsALineThatAnswers() {
        int pings = 0;
        for (int i = 0; i < 720; i++) {
            now += Heartbeat.ASK_EVERY_MS * MS;
            var beat = heartbeat.beat();
            assertThat(beat).isNotEqualTo(Beat.DEAD);
            if (beat == Beat.PING) {
                pings++;
                heartbeat.heard();
            }
        }
        assertThat(pings).isEqualTo(3600 / 20);
    }
}
