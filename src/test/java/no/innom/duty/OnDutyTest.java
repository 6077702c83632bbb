package no.innom.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OnDutyTest {
    private static final Instant NOW = Instant.parse("2026-11-26T18:00:00Z");
    private final List<Shift> stored = new ArrayList<>();
    private Instant now = NOW;
    private boolean away;
    private @Nullable Promise<Void> writing;
    private final OnDuty duty = new OnDuty(
            new ShiftBook() {
                @Override
                public Future<Void> put(Shift shift) {
                    if (writing != null) {
                        return writing.future();
                    }
                    stored.removeIf(other -> other.user().equals(shift.user()));
                    stored.add(shift);
                    return Future.succeededFuture();
                }

                @Override
                public Future<Void> renew(String user, Instant until) {
                    stored.replaceAll(shift -> shift.user().equals(user) ? shift.until(until) : shift);
                    return Future.succeededFuture();
                }

                @Override
                public Future<List<Shift>> all() {
                    return away ? Future.failedFuture("away") : Future.succeededFuture(List.copyOf(stored));
                }

                @Override
                public void listen(Runnable listener) {
                    // Refreshed by hand here.
                }
            },
            new InstantSource() {
                @Override
                public Instant instant() {
                    return now;
                }
            });

    @Test
    void keepsWhatIsBeingWrittenOverAReadInTheMiddleOfIt() {
        duty.put(shift("kari", false, NOW.plusSeconds(30)));
        writing = Promise.promise();
        duty.put(shift("kari", true, NOW.plusSeconds(30)));
        duty.refresh();
        assertThat(duty.open()).isTrue();
    }

    @Test
    void isOpenWhileSomebodyOnDutyIsHere() {
        assertThat(duty.open()).isFalse();
        duty.put(shift("kari", true, NOW.plusSeconds(30)));
        assertThat(duty.open()).isTrue();
        now = NOW.plusSeconds(29);
        assertThat(duty.open()).isTrue();
        now = NOW.plusSeconds(30);
        assertThat(duty.open()).isFalse();
        assertThat(duty.of("kari")).isNull();
    }

    @Test
    void missesSomebodyOnlyWhenTheirConsoleMustBeGoneAndBeforeTheLeaseIsOver() {
        for (int lease : new int[] {2, 3, 6, 12, 30, 120}) {
            now = NOW;
            var whole = Duration.ofSeconds(lease);
            duty.put(shift("kari", true, NOW.plus(whole)));
            // The next renewal is due after a third.
            now = NOW.plus(whole.dividedBy(3));
            assertThat(duty.unheardOf(whole)).as("a third of %s s", lease).isEmpty();
            now = NOW.plus(whole.multipliedBy(9).dividedBy(10));
            assertThat(duty.unheardOf(whole)).as("nearly %s s", lease).containsExactly("kari");
            assertThat(duty.of("kari")).isNotNull();
        }
    }

    @Test
    void isNotOpenForSomebodyWhoOnlyHasTheConsoleOpen() {
        duty.put(shift("kari", false, NOW.plusSeconds(30)));
        assertThat(duty.open()).isFalse();
        assertThat(duty.of("kari")).isNotNull();
        assertThat(duty.all()).isEmpty();
    }

    @Test
    void countsAsHereWhoseConsoleIsHeardOfAgain() {
        duty.put(shift("kari", true, NOW.plusSeconds(30)));
        duty.renew("kari", NOW.plusSeconds(60));
        now = NOW.plusSeconds(45);
        assertThat(duty.open()).isTrue();
        duty.renew("nobody", NOW.plusSeconds(90));
        assertThat(duty.all()).hasSize(1);
    }

    @Test
    void followsWhatTheBookSays() {
        stored.add(shift("per", true, NOW.plusSeconds(30)));
        duty.refresh();
        assertThat(duty.open()).isTrue();
        stored.clear();
        duty.refresh();
        assertThat(duty.open()).isFalse();
    }

    @Test
    void doesNotKnowWhoIsGoneUntilTheConsolesHaveHadTimeToSpeakAfterTheBookWasAway() {
        var lease = Duration.ofSeconds(30);
        assertThat(duty.knowsWhoIsGone(lease)).isTrue();
        away = true;
        duty.refresh();
        assertThat(duty.knowsWhoIsGone(lease)).isFalse();
        away = false;
        now = NOW.plusSeconds(120);
        duty.refresh();
        now = NOW.plusSeconds(134);
        duty.refresh();
        assertThat(duty.knowsWhoIsGone(lease)).isFalse();
        now = NOW.plusSeconds(135);
        assertThat(duty.knowsWhoIsGone(lease)).isTrue();
    }

    private static Shift shift(String user, boolean on, Instant until) {
        return new Shift(user, user, Set.of(Role.FAGPERSON), on, 3, Set.of(), until);
    }
}
