package no.innom.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which version is live is a function of the versions and the time. */
class HistoryTest {
    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant THURSDAY_18 = Instant.parse("2026-11-26T17:00:00Z");
    private static final Instant THURSDAY_21 = Instant.parse("2026-11-26T20:00:00Z");

    @Test
    void aTimedVersionIsLiveFromItsFirstInstantUntilItsLast() {
        var history = history(from(WEDNESDAY, null), from(THURSDAY_18, THURSDAY_21));
        assertThat(live(history, THURSDAY_18.minusMillis(1))).isEqualTo(1);
        assertThat(live(history, THURSDAY_18)).isEqualTo(2);
        assertThat(live(history, THURSDAY_21.minusMillis(1))).isEqualTo(2);
        assertThat(live(history, THURSDAY_21)).isEqualTo(1);
    }

    @Test
    void whatIsPublishedInBetweenDoesNotTakeTheEveningAway() {
        var history =
                history(from(WEDNESDAY.minusSeconds(60), null), from(THURSDAY_18, THURSDAY_21), from(WEDNESDAY, null));
        assertThat(live(history, WEDNESDAY)).isEqualTo(3);
        assertThat(live(history, THURSDAY_18)).isEqualTo(2);
        assertThat(live(history, THURSDAY_21)).isEqualTo(3);
    }

    @Test
    void whatIsPublishedDuringTheEveningTakesItsPlace() {
        var later = THURSDAY_18.plusSeconds(60);
        var history = history(from(WEDNESDAY, null), from(THURSDAY_18, THURSDAY_21), from(later, null));
        assertThat(live(history, later)).isEqualTo(3);
        assertThat(live(history, THURSDAY_21)).isEqualTo(3);
    }

    @Test
    void theNewerOfTwoThatBeginAtOnceIsLive() {
        assertThat(live(history(from(WEDNESDAY, null), from(WEDNESDAY, null)), WEDNESDAY))
                .isEqualTo(2);
    }

    @Test
    void aVersionThatWasTakenBackIsNeverLive() {
        var history = history(from(WEDNESDAY, null), new Version.Times(THURSDAY_18, null, true));
        assertThat(live(history, THURSDAY_21)).isEqualTo(1);
    }

    @Test
    void oneGoesOnFromWhatIsPlannedElseFromWhatIsLiveElseFromTheNewest() {
        var withdrawn = new Version.Times(THURSDAY_18, null, true);
        assertThat(goOnFrom(history(from(WEDNESDAY, null), from(THURSDAY_18, null))))
                .isEqualTo(2);
        assertThat(goOnFrom(history(from(THURSDAY_18, THURSDAY_21), from(WEDNESDAY, null))))
                .isEqualTo(2);
        assertThat(goOnFrom(history(from(WEDNESDAY, null), withdrawn))).isEqualTo(1);
        assertThat(goOnFrom(history(withdrawn))).isEqualTo(1);
        assertThat(History.EMPTY.toGoOnFrom(WEDNESDAY)).isEmpty();
    }

    @Test
    void beforeTheFirstVersionNothingIsLive() {
        assertThat(history(from(THURSDAY_18, null)).live(WEDNESDAY)).isEmpty();
        assertThat(History.EMPTY.live(WEDNESDAY)).isEmpty();
        assertThat(History.EMPTY.next()).isEqualTo(1);
    }

    private static int goOnFrom(History history) {
        return history.toGoOnFrom(WEDNESDAY).orElseThrow().number();
    }

    private static int live(History history, Instant now) {
        return history.live(now).orElseThrow().number();
    }

    private static Version.Times from(Instant from, @Nullable Instant until) {
        return new Version.Times(from, until, false);
    }

    private static History history(Version.Times... times) {
        var versions = new ArrayList<Version>();
        for (var one : times) {
            versions.add(new Version("f", versions.size() + 1, "kari", WEDNESDAY, "", "text", one));
        }
        return new History(versions, 0);
    }
}
