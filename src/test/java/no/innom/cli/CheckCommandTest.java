package no.innom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {

    private static final String FLOW = """
            innom: 1
            title: Prøve
            languages: [nb]
            start: a
            steps:
              a: {run: b-flyt, next: slutt}
              slutt: {end: true}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int check(Object... files) {
        return new CommandLine(new CheckCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(List.of(files).stream().map(Object::toString).toArray(String[]::new));
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void endsWithZeroAndSaysNothingWhereNothingIsWrong() {
        assertThat(check("flows/temperatur.yaml", "flows/stengt.yaml")).isZero();
        assertThat(lines()).isEmpty();
    }

    @Test
    void endsWithOneAndALineForEachErrorInTheOrderOfTheFile() throws IOException {
        Path file = write("a.yaml", FLOW.replace("slutt: {end: true}", "slutt: {ent: true}"));

        assertThat(check(file)).isEqualTo(1);
        assertThat(lines())
                .containsExactly(
                        file
                                + ":6:12: error: no-such-flow: Step \"a\" runs \"b-flyt\", and there is no flow of that name.",
                        file
                                + ":7:11: error: unknown-field: Step \"slutt\" has no field \"ent\". Did you mean \"end\"?");
    }

    @Test
    void looksForFlowsThatAreRunAmongTheNamedFilesAndThenInTheFolderOfFlows() throws IOException {
        Path a = write("a.yaml", FLOW);
        Path b = write("b-flyt.yaml", FLOW.replace("run: b-flyt", "run: stengt"));

        assertThat(check(a, b)).isZero();
        assertThat(check(a)).isEqualTo(1);
    }

    @Test
    void endsWithZeroOnWarningsAlone() throws IOException {
        Path file = write("a.yaml", FLOW.replace("run: b-flyt", "say: Har du en depresjon?"));

        assertThat(check(file)).isZero();
        assertThat(lines()).singleElement().asString().contains(":6:12: warning: word: ");
    }

    @Test
    void endsWithTwoOnWrongUsage() {
        assertThat(check(folder.resolve("none.yaml"))).isEqualTo(2);
        assertThat(check("--nonsense")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no file");
        assertThat(lines()).isEmpty();
    }

    @Test
    void checksAFileInConfByItself() {
        assertThat(check("conf/words.yaml", "conf/queues.yaml", "conf/directory.yaml"))
                .isZero();
    }

    @Test
    void survivesAFileThatIsNoText() throws IOException {
        Path file = Files.write(folder.resolve("x.yaml"), new byte[] {0, (byte) 0xFF, 1, 2});

        assertThat(check(file)).isEqualTo(1);
        assertThat(lines()).singleElement().asString().startsWith(file + ":1:1: error: yaml: ");
    }
}
