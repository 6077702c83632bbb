package no.innom.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innom.yaml.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the checker over {@code src/test/resources/flow/broken}. In such a file a comment tells what must be found on
 * its line ({@code # error bad-value}); {@code #! 8 error yaml} tells it of line 8. Nothing else may be found.
 */
class FlowCheckerTest {

    private static final Path FOLDER = Path.of("src/test/resources/flow/broken");
    private static final Pattern HERE = Pattern.compile("# (error|warning) ([a-z-]+)");
    private static final Pattern THERE = Pattern.compile("#! (\\d+) (error|warning) ([a-z-]+)");
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-22T12:00+01:00[Europe/Oslo]");

    static Surroundings around() {
        Map<String, Flow> others = new HashMap<>();
        FlowFiles.load(Path.of("src/test/resources/flow/others"), problem -> {})
                .all()
                .forEach(flow -> others.put(flow.id(), flow));
        // So that a flow in the folder may be run by another one, as in a folder of flows.
        others.put(
                "flow-loop",
                FlowReader.read("flow-loop", "flow-loop.yaml", text(FOLDER.resolve("flow-loop.yaml")), p -> {}));
        return new Surroundings(
                others,
                Directory.load(Path.of("conf"), problem -> {}),
                AvoidedWords.read("words.yaml", "words: {nb: {depresjon*: trist}}", problem -> {}),
                Set.of("akutt", "samtale"),
                NOW,
                (said, fromWatch) -> said.get(said.size() - 1).contains("vil dø")
                                || (fromWatch && said.get(said.size() - 1).contains("orker ikke"))
                        ? Optional.of("akutt")
                        : Optional.empty());
    }

    static Stream<Path> broken() throws IOException {
        return Files.list(FOLDER).sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void findsExactlyWhatIsBroken(Path file) {
        String text = text(file);

        List<Problem> problems =
                FlowChecker.check(FlowFiles.id(file), "f.yaml", text, around()).problems();

        Set<String> found = new TreeSet<>();
        problems.forEach(problem ->
                found.add(problem.place().line() + " " + problem.severity().wire() + " " + problem.code()));
        assertThat(found)
                .as(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")))
                .isEqualTo(expected(text));
        assertThat(problems).isSortedAccordingTo(Problem.IN_ORDER);
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.sentence()).endsWith(problem.sentence().endsWith("?") ? "?" : ".");
            assertThat(problem.sentence()).doesNotContain("\n").hasSizeBetween(20, 400);
        });
    }

    @Test
    void provesAnExampleThatEndsInRisk() {
        String flow = """
                innom: 1
                title: T
                languages: [nb]
                start: a
                risk: {hand-off-from: watch}
                steps:
                  a: {ask: "Hva er det?", choices: {ja: Ja, nei: Nei}, next: b}
                  b: {ask: "Fortell", text: {}, next: slutt}
                  slutt: {end: Ha det}
                examples:
                  - {name: Skrevet som svar, answers: {a: ja, b: Jeg vil dø}, expect: {handoff: akutt}}
                  - {name: Skrevet i stedet for et svar, answers: {a: Jeg vil dø}, expect: {handoff: akutt}}
                  - {name: Flyten henter tidligere, answers: {a: ja, b: Jeg orker ikke}, expect: {handoff: akutt}}
                """;

        assertThat(FlowChecker.check("f", "f.yaml", flow, around()).problems()).isEmpty();
        assertThat(FlowChecker.check("f", "f.yaml", flow.replace("risk: {hand-off-from: watch}\n", ""), around())
                        .problems())
                .extracting(Problem::code)
                .containsExactly("example-fails");
    }

    @Test
    void hasBrokenFilesForEveryCodeOfThePage() throws IOException {
        Set<String> codes = new TreeSet<>();
        broken().forEach(file -> expected(text(file)).forEach(line -> codes.add(line.split(" ")[2])));

        assertThat(broken()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(codes)
                .containsExactlyInAnyOrder(
                        "yaml",
                        "unknown-field",
                        "missing-field",
                        "bad-value",
                        "no-such-step",
                        "no-such-flow",
                        "no-such-queue",
                        "no-such-contact",
                        "answer-uncovered",
                        "answer-shadowed",
                        "dead-end",
                        "loop-without-question",
                        "flow-loop",
                        "unset-answer",
                        "no-closed-way",
                        "unreachable",
                        "missing-language",
                        "theme-times",
                        "example-fails",
                        "word",
                        "hard-to-read");
    }

    private static TreeSet<String> expected(String text) {
        TreeSet<String> expected = new TreeSet<>();
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int i = 0; i < lines.size(); i++) {
            Matcher there = THERE.matcher(lines.get(i));
            if (there.find()) {
                expected.add(there.group(1) + " " + there.group(2) + " " + there.group(3));
                continue;
            }
            Matcher here = HERE.matcher(lines.get(i));
            while (here.find()) {
                expected.add((i + 1) + " " + here.group(1) + " " + here.group(2));
            }
        }
        return expected;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
