package no.innom.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.InstantRange;

class MomentsTest {
    private static final int MANY = 20_000;

    @Property
    void areWrittenAsText(
            @ForAll @InstantRange(min = "0001-01-01T00:00:00Z", max = "9999-12-31T23:59:59Z") Instant at) {
        assertThat(written(at)).isEqualTo("[\"" + at + "\"]");
        assertThat(written(at)).isEqualTo("[\"" + at + "\"]");
    }

    @Property(tries = 1)
    void areNotTakenForEachOtherWhereThereAreMoreThanAreKept() {
        var begin = Instant.parse("2026-11-26T18:00:00Z");
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < MANY; i++) {
                var at = begin.plusMillis(i);
                assertThat(written(at)).isEqualTo("[\"" + at + "\"]");
            }
        }
    }

    private static String written(Instant at) {
        return new String(Json.write(List.of(at)), UTF_8);
    }
}
