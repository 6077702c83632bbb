package no.innom.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.innom.chat.Spot;
import no.innom.duty.Role;
import no.innom.risk.Level;
import no.innom.yaml.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueuesTest {
    private final ArrayList<Problem> problems = new ArrayList<>();

    @TempDir
    private Path conf;

    @Test
    void theShippedQueuesAreServedAsTheContractSays() {
        var queues = Queues.load(Path.of("conf"), problems::add);
        assertThat(problems).isEmpty();
        assertThat(queues.all()).containsKeys("akutt", "samtale", "temakveld");
        assertThat(queues.all().get("samtale").title())
                .containsOnlyKeys("nb", "nn", "en")
                .containsEntry("nb", "Vil snakke med noen");
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

    @Test
    void theShippedRulesKeepTheSettingsDeadlinesAndThreeOrdinaryChatsForThreeSeats() {
        var rules = Queues.load(Path.of("conf"), problems::add).rules();
        assertThat(rules.steps()).isEmpty();
        assertThat(rules.weight(Level.NONE)).isEqualTo(1);
        assertThat(rules.weight(Level.HIGH)).isEqualTo(1);
        assertThat(rules.weight(Level.ACUTE)).isEqualTo(2);
        assertThat(rules.ageing()).isEqualTo(Duration.ofMinutes(30));
        assertThat(rules.secondLine()).contains(Level.values());
        assertThat(rules.remind()).isEqualTo(Duration.ofMinutes(3));
        assertThat(rules.offer()).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void aQueuesOwnDeadlinesGoBeforeThoseOfAllAndThoseBeforeTheSettings() throws IOException {
        write("""
                queues:
                  akutt: {roles: [leder], steps: {acute: [PT5S, PT10S]}}
                  samtale: {roles: [leder]}
                risk: akutt
                human: samtale
                steps: {acute: PT7S, high: [PT8S]}
                """);
        var timetable = new Timetable(Queues.load(conf, problems::add), List.of(Duration.ofSeconds(20)));
        assertThat(problems).isEmpty();
        assertThat(next(timetable, "akutt", Level.ACUTE)).isEqualTo(5);
        assertThat(next(timetable, "akutt", Level.HIGH)).isEqualTo(8);
        assertThat(next(timetable, "samtale", Level.ACUTE)).isEqualTo(7);
        assertThat(next(timetable, "samtale", Level.NONE)).isEqualTo(20);
        assertThat(next(timetable, "nedlagt", Level.NONE)).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ageing: 30 minutter | queues.yaml:4:9: | PT5M",
                "ageing: PT0S | queues.yaml:4:9: | at least PT1S",
                "agein: PT30M | queues.yaml:4:1: | \"ageing\"",
                "weights: {akute: 2} | queues.yaml:4:11: | \"acute\"",
                "weights: {acute: 0} | queues.yaml:4:18: | from 1 to 10",
                "weights: 2 | queues.yaml:4:10: | map",
                "secondLine: [hig] | queues.yaml:4:14: | Did you mean high?",
                "steps: {acute: [PT20S, PT10S]} | queues.yaml:4:24: | later",
                "steps: {acute: []} | queues.yaml:4:16: | at least one",
                "steps: {acut: [PT20S]} | queues.yaml:4:9: | \"acute\"",
                "silence: {remind: PT6M, offer: PT3M} | queues.yaml:4:25: | longer",
                "silence: {remind: PT6M} | queues.yaml:4:10: | \"offer\"",
            })
    void tellsWhereARuleIsWrongAndWhatWouldBeRight(String line, String place, String hint) throws IOException {
        write("queues: {a: {roles: [leder]}}\nrisk: a\nhuman: a\n" + line + "\n");
        assertThat(Queues.load(conf, problems::add)).isNull();
        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.toString())
                .contains(place.strip(), hint.strip()));
    }

    private static long next(Timetable timetable, String queue, Level level) {
        var now = Instant.EPOCH;
        return timetable.next(new Spot(queue, now, now, 0), level).getEpochSecond();
    }

    private void write(String text) throws IOException {
        Files.writeString(conf.resolve("queues.yaml"), text);
    }
}
