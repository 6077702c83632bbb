package no.innom.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import no.innom.chat.Chat;
import no.innom.chat.ChatId;
import no.innom.chat.Chats;
import no.innom.chat.Envelope;
import no.innom.chat.Spot;
import no.innom.chat.Status;
import no.innom.risk.Level;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final Instant BEGUN = Instant.parse("2026-11-26T18:00:00Z");
    private static final Order ORDER = new Order(Duration.ofMinutes(30));

    @Property
    void theOrderIsTheLevelThenTheFirstWaitingTime(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 3) Integer> levels,
            @ForAll @Size(max = 30) List<@IntRange(max = 100) Integer> seconds) {
        var queue = new ArrayList<Map.Entry<ChatId, Envelope>>();
        for (int i = 0; i < Math.min(levels.size(), seconds.size()); i++) {
            var since = BEGUN.plusSeconds(seconds.get(i));
            // Who was let go and comes back is first by the first waiting time, not by the last entry.
            var spot = new Spot("akutt", since, since.plusSeconds(1000 - i), 0);
            Chat chat = Chats.with(Chats.envelope(Status.WAITING, Level.values()[levels.get(i)], null, spot, BEGUN));
            queue.add(Map.entry(chat.id(), chat.envelope()));
        }
        queue.sort(new Order(Duration.ofSeconds(101)).at(BEGUN.plusSeconds(100)));
        for (int i = 1; i < queue.size(); i++) {
            var before = queue.get(i - 1).getValue();
            var after = queue.get(i).getValue();
            assertThat(before.level()).isGreaterThanOrEqualTo(after.level());
            if (before.level() == after.level()) {
                assertThat(before.spot().since()).isBeforeOrEqualTo(after.spot().since());
            }
        }
    }

    @Test
    void countsAChatThatWaitsLongAsGraverButNeverAsAcute() {
        assertThat(countsAs(Level.NONE, 29)).isEqualTo(Level.NONE);
        assertThat(countsAs(Level.NONE, 30)).isEqualTo(Level.WATCH);
        assertThat(countsAs(Level.NONE, 60)).isEqualTo(Level.HIGH);
        assertThat(countsAs(Level.NONE, 6000)).isEqualTo(Level.HIGH);
        assertThat(countsAs(Level.WATCH, 30)).isEqualTo(Level.HIGH);
        assertThat(countsAs(Level.HIGH, 6000)).isEqualTo(Level.HIGH);
        assertThat(countsAs(Level.ACUTE, 0)).isEqualTo(Level.ACUTE);
        // A clock that goes back makes nobody's wait shorter than nothing.
        assertThat(countsAs(Level.NONE, -100)).isEqualTo(Level.NONE);
    }

    @Test
    void takesOneWhoHasWaitedAnHourBeforeAGraverOneWhoHasJustComeButAfterWhoIsInDanger() {
        var ordinary = waiting(Level.NONE, 0);
        var grave = waiting(Level.HIGH, 61);
        var danger = waiting(Level.ACUTE, 61);
        var now = BEGUN.plus(Duration.ofMinutes(62));
        assertThat(Stream.of(grave, ordinary, danger).sorted(ORDER.at(now))).containsExactly(danger, ordinary, grave);
        assertThat(Stream.of(grave, ordinary, danger).sorted(new Order(null).at(now)))
                .containsExactly(danger, grave, ordinary);
    }

    private static Level countsAs(Level level, long minutes) {
        return ORDER.countsAs(waiting(level, 0).getValue(), BEGUN.plus(Duration.ofMinutes(minutes)));
    }

    private static Map.Entry<ChatId, Envelope> waiting(Level level, long sinceMinutes) {
        var since = BEGUN.plus(Duration.ofMinutes(sinceMinutes));
        var spot = new Spot("akutt", since, since, 0);
        var chat = Chats.with(Chats.envelope(Status.WAITING, level, null, spot, since));
        return Map.entry(chat.id(), chat.envelope());
    }
}
