package no.innom.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsTest {

    private final List<Problem> problems = new ArrayList<>();

    private Fields fields(String text) {
        YamlNode node = YamlReader.read("f.yaml", text, problems::add);
        return Fields.of(node, "The file", problems::add);
    }

    @Test
    void tellsOfUnknownAndMissingFieldsWithTheNearestName() {
        Fields fields = fields("nme: x\nzzzzzz: y\n").only(List.of("name", "age"));
        assertThat(fields.needText("name")).isNull();

        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "f.yaml:1:1: error: unknown-field: The file has no field \"nme\". Did you mean \"name\"?",
                        "f.yaml:2:1: error: unknown-field: The file has no field \"zzzzzz\". It can have: name, age.",
                        "f.yaml:1:1: error: missing-field: The file needs the field \"name\".");
    }

    @Test
    void readsTextsNumbersAndYes() {
        Fields fields = fields("a: no\nb: 7\nc: true\nd: [x, y]\ne: z\n");

        assertThat(fields.text("a").text()).isEqualTo("no");
        assertThat(fields.number("b", 0, 10)).isEqualTo(7);
        assertThat(fields.yes("c", false)).isTrue();
        assertThat(fields.texts("d")).extracting(YamlText::text).containsExactly("x", "y");
        assertThat(fields.texts("e")).extracting(YamlText::text).containsExactly("z");
        assertThat(problems).isEmpty();
    }

    @Test
    void tellsOfValuesThatDoNotFit() {
        Fields fields = fields("a: [1]\nb: 70\nc: no\nd: ''\n");
        fields.text("a");
        fields.number("b", 0, 10);
        fields.yes("c", false);
        fields.text("d");

        assertThat(problems).hasSize(4).allMatch(problem -> problem.code().equals("bad-value"));
        assertThat(problems).extracting(problem -> problem.place().line()).containsExactly(1, 2, 3, 4);
    }
}
