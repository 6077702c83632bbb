package no.innom.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.innom.yaml.Problem;
import org.junit.jupiter.api.Test;

class ShippedFlowsTest {

    private final List<Problem> problems = new ArrayList<>();

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-26T20:00+01:00[Europe/Oslo]");

    @Test
    void findsNothingToMendInWhatIsShipped() throws IOException {
        FlowFiles flows = FlowFiles.load(Path.of("flows"), problems::add);
        Map<String, Flow> all = new HashMap<>();
        flows.all().forEach(flow -> all.put(flow.id(), flow));
        Surroundings around = new Surroundings(
                all,
                Directory.load(Path.of("conf"), problems::add),
                AvoidedWords.load(Path.of("conf"), problems::add),
                Set.of("akutt", "samtale", "temakveld"),
                NOW);

        for (Path file : FlowFiles.list(Path.of("flows"), problems::add)) {
            problems.addAll(FlowChecker.check(FlowFiles.id(file), file.toString(), Files.readString(file), around)
                    .problems());
        }

        assertThat(problems).isEmpty();
        assertThat(all).containsKeys("temperatur", "stengt", "avslutning", "mens-du-venter");
    }
}
