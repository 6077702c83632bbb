package no.innom.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import no.innom.yaml.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, the checker answers with findings, and never with an exception. */
class HostileFilesTest {

    private static final String FLOW = """
            innom: 1
            title: Prøve
            languages: [nb]
            start: a
            steps:
              a:
                ask: Er det greit?
                choices: {ja: Ja, no: Nei, on: På, y: Y}
                next:
                  no: slutt
                  else: slutt
              slutt: {end: true}
            """;

    private static List<Problem> check(String text) {
        return FlowChecker.check("f", "f.yaml", text, FlowCheckerTest.around()).problems();
    }

    @Test
    void takesNorwegianNoAndTheLikeAsText() {
        assertThat(check(FLOW)).isEmpty();
        assertThat(check(FLOW.replace("slutt", "no"))).isEmpty();
        assertThat(check(FLOW.replace("start: a", "start: on").replace("  a:\n", "  on:\n")))
                .isEmpty();
    }

    @Test
    void takesAByteOrderMarkAndWindowsLineEnds() {
        assertThat(check("\uFEFF" + FLOW.replace("\n", "\r\n"))).isEmpty();
        assertThat(check("\uFEFF" + FLOW.replace("next:", "nekst:").replace("\n", "\r\n")))
                .extracting(problem -> problem.place().line() + " " + problem.code())
                .contains("9 unknown-field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0",
                "&a [*a]",
                "a: &a {b: *a}",
                "<<: {a: b}",
                "!!java.util.Date 1",
                "? {a: b}\n: c",
                "--- a\n--- b",
                "%YAML 1.1\n---\na: b",
                "steps: {a: {say: {{{{",
                "innom: [1, [2, [3]]]",
                "steps: [a]",
                "steps: {a: [b]}",
                "steps: {a: {ask: [x], scale: [1], next: [a]}}",
                "languages: {nb: x}\nsteps: {a: {say: {nb: [x]}}}",
                "examples: {a: b}",
                "theme: [x]",
                "risk: x",
                "steps: {a: {fork: [x, [y], {a: {b: c}, go: [d]}]}}",
                "steps: {a: {handoff: [x], closed: {b: c}}}",
                "start: a\nsteps: {a: {end: {}}}",
                "start: a\nsteps: {a: {say: [], next: a}}"
            })
    void answersWithFindingsOnly(String text) {
        assertThat(check(text)).isNotEmpty();
    }

    @Test
    void answersQuicklyToWhatIsTooLargeOrTooDeep() {
        assertThat(check("a".repeat(10_000_000)))
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo("yaml");
        assertThat(check("a: " + "[".repeat(100_000)))
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo("yaml");
    }

    /** Files as people break them: a line away, a line twice, a character in the wrong place. */
    @Property(tries = 400)
    void neverThrowsOnAFileThatWasTornApart(@ForAll Random random) throws IOException {
        List<Path> files = FlowFiles.list(Path.of("flows"), problem -> {});
        List<String> lines = new ArrayList<>(Files.readAllLines(files.get(random.nextInt(files.size()))));
        for (int i = 0; i <= random.nextInt(4); i++) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            int column = line.isEmpty() ? 0 : random.nextInt(line.length());
            switch (random.nextInt(4)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                case 2 ->
                    lines.set(
                            at,
                            line.substring(0, column)
                                    + "{}[]:,\"'-# \t&*!|>".charAt(random.nextInt(17))
                                    + line.substring(column));
                default -> lines.set(at, line.substring(0, column));
            }
        }
        String text = String.join("\n", lines);

        assertThatCode(() -> check(text)).as(text).doesNotThrowAnyException();
    }
}
