package no.innom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BellCountTest {
    private final BellCount count = new BellCount();

    @Test
    void beginsWhereTheStoreIs() {
        assertThat(count.counted("a", 41, count.last("a"))).isTrue();
        assertThat(count.heard("a", 42)).isTrue();
        assertThat(count.last("b")).isEqualTo(-1);
    }

    @Test
    void noticesAGapAtOnce() {
        count.counted("a", 5, -1);
        assertThat(count.heard("a", 7)).isFalse();
        assertThat(count.heard("a", 8)).isTrue();
    }

    @Test
    void givesABellOneCountToArrive() {
        count.counted("a", 5, -1);
        assertThat(count.counted("a", 6, 5)).isTrue();
        count.heard("a", 6);
        assertThat(count.counted("a", 6, 6)).isTrue();
    }

    @Test
    void noticesAtTheNextCountThatTheLastBellWasLost() {
        count.counted("a", 5, -1);
        assertThat(count.counted("a", 6, 5)).isTrue();
        assertThat(count.counted("a", 6, 5)).isFalse();
        assertThat(count.counted("a", 6, count.last("a"))).isTrue();
        assertThat(count.heard("a", 7)).isTrue();
    }

    @Test
    void isNotMisledByWhatIsHeardWhileTheQuestionIsUnderWay() {
        count.counted("a", 5, -1);
        long then = count.last("a");
        count.heard("a", 6);
        count.heard("a", 7);
        assertThat(count.counted("a", 6, then)).isTrue();
        assertThat(count.counted("a", 7, 7)).isTrue();
    }

    @Test
    void goesOnFromWhatIsKnownWithoutABell() {
        count.counted("a", 5, -1);
        count.know("a", 90);
        assertThat(count.counted("a", 90, 5)).isTrue();
        assertThat(count.heard("a", 91)).isTrue();
    }

    @Test
    void noticesThatTheStoreHasGoneBackWhereNobodyRings() {
        count.counted("a", 50, -1);
        count.know("a", 48);
        assertThat(count.counted("a", 48, 50)).isFalse();
    }

    @Test
    void noticesThatTheStoreHasGoneBack() {
        count.counted("a", 50, -1);
        assertThat(count.counted("a", 48, 50)).isFalse();
        assertThat(count.heard("a", 49)).isTrue();
    }
}
