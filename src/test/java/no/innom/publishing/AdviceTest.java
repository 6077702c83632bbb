package no.innom.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;
import no.innom.duty.OpeningHours;
import no.innom.flow.Flow;
import no.innom.flow.FlowReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {
    /** A Sunday at noon. */
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-22T12:00:00+01:00[Europe/Oslo]");

    private static final OpeningHours HOURS = OpeningHours.read(
            "hours.yaml",
            "zone: Europe/Oslo\nweek: {thursday: \"15:00-19:00, 19:00-21:00\", friday: \"20:00-02:00\"}",
            problem -> {
                throw new IllegalStateException(problem.toString());
            });

    @ParameterizedTest
    @CsvSource(textBlock = """
            # opens, closes, somebody on duty, somebody answers the queue, advice
            2026-11-26T18:00, 2026-11-26T20:00, false, true, ''
            2026-11-26T14:00, 2026-11-26T20:00, false, true, outside-hours
            2026-11-26T20:00, 2026-11-26T22:00, false, true, outside-hours
            2026-11-27T22:00, 2026-11-28T01:00, false, true, ''
            2026-11-28T18:00, 2026-11-28T20:00, false, true, outside-hours
            2026-11-21T18:00, 2026-11-21T20:00, true, true, past
            2026-11-22T11:00, 2026-11-22T13:00, true, true, past;outside-hours
            2026-11-22T12:30, 2026-11-22T13:00, false, true, outside-hours;nobody-on-duty
            2026-11-26T18:00, 2026-11-26T20:00, true, false, nobody-on-duty
            """)
    void saysWhatSomebodyShouldKnowFirst(String opens, String closes, boolean onDuty, boolean answered, String codes) {
        var around = new Advice.Around(List.of(), HOURS, onDuty, queue -> answered, NOW);
        assertThat(Advice.on(evening("en", opens, closes), around))
                .extracting(Advice::code)
                .containsExactlyElementsOf(codes.isEmpty() ? List.of() : List.of(codes.split(";")));
    }

    @Test
    void eveningsThatTouchDoNotOverlapAndThoseThatShareAMinuteDo() {
        var others = List.of(
                evening("foer", "2026-11-26T16:00", "2026-11-26T18:00"),
                evening("under", "2026-11-26T19:59", "2026-11-26T22:00"),
                undated());
        var around = new Advice.Around(others, HOURS, true, queue -> true, NOW);
        var advice = Advice.on(evening("en", "2026-11-26T18:00", "2026-11-26T20:00"), around);
        assertThat(advice).extracting(Advice::code).containsExactly("overlap");
        assertThat(advice.get(0).sentence()).contains("under");
        assertThat(advice.get(0).about()).isEqualTo("T");
        assertThat(Advice.on(undated(), around)).isEmpty();
    }

    private static Flow evening(String id, String opens, String closes) {
        return flow(id, "theme: {opens: " + opens + ", closes: " + closes + "}\n");
    }

    private static Flow undated() {
        return flow("uten-dato", "");
    }

    private static Flow flow(String id, String theme) {
        return FlowReader.read(
                id,
                id,
                "innom: 1\ntitle: {nb: T}\nlanguages: [nb]\nstart: a\n" + theme
                        + "steps:\n  a: {handoff: {queue: temakveld}, closed: b}\n  b: {end: Ha det}\n",
                problem -> {
                    throw new IllegalStateException(problem.toString());
                });
    }
}
