package no.innom.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import no.innom.duty.Role;
import no.innom.yaml.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueuesTest {
    private final ArrayList<Problem> problems = new ArrayList<>();

    @TempDir
    private Path conf;

    @Test
    void theShippedQueuesAreServedAsTheContractSays() {
        var queues = Queues.load(Path.of("conf"), problems::add);
        assertThat(problems).isEmpty();
        assertThat(queues.all()).containsKeys("akutt", "samtale", "temakveld");
        assertThat(queues.risk()).isEqualTo("akutt");
        assertThat(queues.human()).isEqualTo("samtale");
        assertThat(queues.serves(Set.of(Role.FAGPERSON), "akutt")).isTrue();
        assertThat(queues.serves(Set.of(Role.LEDER), "akutt")).isTrue();
        assertThat(queues.serves(Set.of(Role.FRIVILLIG, Role.ERFARINGSKONSULENT), "akutt"))
                .isFalse();
        for (var role : Role.values()) {
            assertThat(queues.serves(Set.of(role), "samtale")).as("%s", role).isEqualTo(role != Role.EDITOR);
        }
        assertThat(queues.serves(Set.of(Role.EDITOR, Role.FRIVILLIG), "samtale"))
                .isTrue();
        // A queue that an older version of the file had: its chats must not be out of everybody's reach.
        assertThat(queues.serves(Set.of(Role.FRIVILLIG), "nedlagt")).isTrue();
        assertThat(queues.serves(Set.of(Role.EDITOR), "nedlagt")).isFalse();
    }

    @Test
    void tellsOfARoleOrAQueueThatThereIsNotWithTheNearest() throws IOException {
        write("queues:\n  akutt:\n    roles: [fagpersn]\nrisk: akut\nhuman: akutt\n");
        assertThat(Queues.load(conf, problems::add)).isNull();
        assertThat(problems.stream().map(Problem::toString))
                .anyMatch(p -> p.contains("queues.yaml:3:") && p.contains("Did you mean fagperson?"))
                .anyMatch(p -> p.contains("queues.yaml:4:") && p.contains("Did you mean akutt?"));
    }

    @Test
    void tellsWhatIsMissing() throws IOException {
        write("queues:\n  akutt:\n    role: [leder]\n");
        assertThat(Queues.load(conf, problems::add)).isNull();
        assertThat(problems.stream().map(Problem::toString))
                .anyMatch(p -> p.contains("role"))
                .anyMatch(p -> p.contains("risk"))
                .anyMatch(p -> p.contains("human"));
    }

    @Test
    void refusesAQueueThatNobodyServes() throws IOException {
        for (var roles : new String[] {"[]", "[editor]"}) {
            problems.clear();
            write("queues:\n  akutt:\n    roles: " + roles + "\nrisk: akutt\nhuman: akutt\n");
            assertThat(Queues.load(conf, problems::add)).isNull();
            assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.toString())
                    .contains("queues.yaml:3:", "akutt"));
        }
    }

    private void write(String text) throws IOException {
        Files.writeString(conf.resolve("queues.yaml"), text);
    }
}
