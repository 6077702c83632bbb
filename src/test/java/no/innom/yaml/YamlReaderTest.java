package no.innom.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    private final List<Problem> problems = new ArrayList<>();

    private YamlNode read(String text) {
        return YamlReader.read("f.yaml", text, problems::add);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "yes",
                "on",
                "off",
                "true",
                "null",
                "~",
                "007",
                "0x1F",
                "1e3",
                "1_000",
                "2026-11-26T18:00",
                "12:30:45",
                "0-2",
                ".5",
                ".inf"
            })
    void keepsEveryScalarAsTheTextThatItIs(String scalar) {
        YamlNode root = read("a: " + scalar + "\nb: [" + scalar + "]\n" + scalar + ": x\n");

        assertThat(problems).isEmpty();
        YamlMap map = (YamlMap) root;
        assertThat(((YamlText) map.get("a")).text()).isEqualTo(scalar);
        assertThat(((YamlText) ((YamlList) map.get("b")).items().get(0)).text()).isEqualTo(scalar);
        assertThat(map.entries()).containsKey(scalar);
    }

    @Test
    void takesAQuestionMarkInBraces() {
        YamlMap map = (YamlMap) read("title: {nb: Hvordan har du det?, nn: Korleis har du det?, en: How are you?}");

        assertThat(problems).isEmpty();
        assertThat(((YamlText) ((YamlMap) map.get("title")).get("nb")).text()).isEqualTo("Hvordan har du det?");
    }

    @Test
    void knowsTheLineAndColumnOfEveryKeyAndValue() {
        YamlMap map = (YamlMap) read("a: 1\nliste:\n  - {b: æ, c: \"to\"}\n");

        assertThat(map.get("a").place()).hasToString("f.yaml:1:4");
        YamlList list = (YamlList) map.get("liste");
        YamlMap inner = (YamlMap) list.items().get(0);
        assertThat(inner.place()).hasToString("f.yaml:3:5");
        assertThat(inner.entries().get("c").key().place()).hasToString("f.yaml:3:12");
        assertThat(inner.get("c").place()).hasToString("f.yaml:3:15");
    }

    @Test
    void takesAByteOrderMarkAndWindowsLineEnds() {
        YamlMap map = (YamlMap) read("\uFEFFa: 1\r\nb: to\r\n");

        assertThat(problems).isEmpty();
        assertThat(((YamlText) map.get("b")).text()).isEqualTo("to");
        assertThat(map.get("b").place().line()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a: 1\\nb: 2\\na: 3|3:1|twice",
                "a: &x 1\\nb: *x|1:4|anchor",
                "a: &x 1\\nb: *x|2:4|alias",
                "a: !!int 1|1:4|tag",
                "a: !mine 1|1:4|tag",
                "a: {nb: hei|1:4|brace",
                "{a: b}: c|1:1|a map stands",
                "a: ! x|1:4|tag",
                "a: \"hei|1:4|quote",
                "a: b: c|1:5|colon",
                "a:\\n\\tb: c|2:1|tab",
                "a: 1\\n---\\nb: 2|2:1|second document",
                "a: \\0|1:4|cannot be seen",
                "a: @hei|1:4|quotes",
                "''|1:1|empty",
            })
    void saysWhatIsWrongAndWhere(String text, String at, String word) {
        read(text.replace("\\n", "\n").replace("\\t", "\t").replace("\\0", "\0"));

        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("yaml");
            assertThat(problem.severity()).isEqualTo(Severity.ERROR);
            assertThat(problem.place()).hasToString("f.yaml:" + at);
            assertThat(problem.sentence()).contains(word);
        });
    }

    @Test
    void refusesAFileThatIsTooLargeOrTooDeep() {
        assertThat(read("a: " + "x".repeat(YamlReader.MAX_BYTES))).isNull();
        assertThat(read("[".repeat(200_000))).isNull();
        assertThat(read("- ".repeat(100_000) + "x")).isNull();

        assertThat(problems).hasSize(3).allMatch(problem -> problem.code().equals("yaml"));
        assertThat(problems.get(0).sentence()).contains("256 KiB");
        assertThat(problems.get(1).sentence()).contains("deep");
    }

    @Test
    void laughsAtABillionLaughs() {
        StringBuilder bomb = new StringBuilder("a0: &a0 ha\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)));
        }

        read(bomb.toString());

        assertThat(problems).isNotEmpty().allMatch(problem -> problem.code().equals("yaml"));
    }

    @Test
    void readsAFileFromTheDiskAndSaysWhyItCannot(@TempDir Path folder) throws Exception {
        Path good = Files.writeString(folder.resolve("good.yaml"), "a: ø");
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xF8});

        assertThat(YamlReader.read(good, "good.yaml", problems::add)).isNotNull();
        assertThat(problems).isEmpty();
        assertThat(YamlReader.read(latin, "latin.yaml", problems::add)).isNull();
        assertThat(YamlReader.read(folder.resolve("none.yaml"), "none.yaml", problems::add))
                .isNull();
        assertThat(problems)
                .extracting(Problem::sentence)
                .anyMatch(s -> s.contains("UTF-8"))
                .anyMatch(s -> s.contains("no such file"));
    }

    @Property(tries = 2000)
    void neverThrowsWhateverItIsGiven(@ForAll @StringLength(max = 200) String text) {
        assertThatCode(() -> read(text)).doesNotThrowAnyException();
    }

    @Property(tries = 2000)
    void neverThrowsOnWhatLooksLikeYaml(
            @ForAll
                    @StringLength(max = 60)
                    @net.jqwik.api.constraints.Chars({
                        'a', ':', ' ', '\n', '-', '{', '}', '[', ']', ',', '"', '\'', '&', '*', '!', '|', '>', '#', '%',
                        '\t', '?'
                    })
                    String text) {
        assertThatCode(() -> read(text)).doesNotThrowAnyException();
    }
}
