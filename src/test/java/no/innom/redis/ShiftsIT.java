package no.innom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import no.innom.Eventually;
import no.innom.duty.Role;
import no.innom.duty.Shift;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is on duty, in the store that all nodes read. */
class ShiftsIT {
    private static final Instant YESTERDAY = Instant.parse("2026-11-26T18:00:00Z");
    private static final Instant NOW = YESTERDAY.plus(Duration.ofDays(2));

    @AutoClose
    private OwnStore store;

    private RedisShifts shifts;

    @BeforeEach
    void open() {
        store = new OwnStore();
        var bus = new RedisBus(store.vertx, store.link, store.chats, store.nodes);
        shifts = new RedisShifts(store.link, bus, () -> NOW);
    }

    @Test
    void keepsWhoComesBackInTheMomentThatTheirLastShiftIsForgotten() {
        shifts.put(shift(YESTERDAY)).await();
        var reading = shifts.all();
        var coming = shifts.put(shift(NOW.plusSeconds(30)));
        assertThat(reading.await()).as("what was there before").isEmpty();
        coming.await();
        assertThat(shifts.all().await()).containsExactly(shift(NOW.plusSeconds(30)));
    }

    @Test
    void forgetsALongLapsedShift() {
        shifts.put(shift(YESTERDAY)).await();
        assertThat(shifts.all().await()).isEmpty();
        Eventually.so(
                "nothing is left of it",
                Duration.ofSeconds(20),
                () -> store.link
                                .ask(r -> r.exists(Keys.SHIFTS, Keys.SHIFT_ENDS))
                                .await()
                        == 0);
    }

    private static Shift shift(Instant until) {
        return new Shift("kari", "Kari", Set.of(Role.FAGPERSON), true, 3, Set.of(), until);
    }
}
