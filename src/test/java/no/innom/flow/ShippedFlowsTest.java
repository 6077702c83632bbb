package no.innom.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.innom.yaml.Problem;
import org.junit.jupiter.api.Test;

class ShippedFlowsTest {

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void readsEveryFlowAndTheDirectoryWithoutAProblem() {
        FlowFiles flows = FlowFiles.load(Path.of("flows"), problems::add);
        Directory.load(Path.of("conf"), problems::add);

        assertThat(problems).isEmpty();
        assertThat(flows.all()).extracting(Flow::id).contains("temperatur", "stengt", "avslutning", "mens-du-venter");
    }
}
