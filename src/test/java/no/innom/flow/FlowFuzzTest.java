package no.innom.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.innom.yaml.Problem;

/** Whatever stands in a flow file, it is read and checked, and what is wrong in it is told with its place. */
class FlowFuzzTest {
    private static final Surroundings AROUND = new Surroundings(
            Map.of(),
            Directory.EMPTY,
            AvoidedWords.NONE,
            Set.of("samtale"),
            ZonedDateTime.parse("2026-11-26T20:00+01:00[Europe/Oslo]"));

    @FuzzTest(maxDuration = "2m")
    void readsAndChecks(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<Problem> problems = new ArrayList<>();
        Flow flow = FlowReader.read("f", "f.yaml", text, problems::add);
        assertThat(flow == null && problems.isEmpty())
                .as("what cannot be read is told of")
                .isFalse();
        FlowChecker.Checked checked = FlowChecker.check("f", "f.yaml", text, AROUND);
        assertThat(checked.problems()).containsAll(problems).allSatisfy(problem -> {
            assertThat(problem.place().line()).isPositive();
            assertThat(problem.sentence()).isNotBlank();
        });
    }
}
