package no.innom.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import no.innom.yaml.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {
    @Test
    void thoseThatComeWithTheServiceAreInEveryLanguage() throws IOException {
        var problems = new ArrayList<Problem>();
        var phrases = Phrases.read("phrases.yaml", Files.readString(Path.of("conf/phrases.yaml")), problems::add);
        assertThat(problems).isEmpty();
        assertThat(phrases.all()).isNotEmpty().allSatisfy(phrase -> assertThat(phrase.text())
                .containsOnlyKeys("nb", "nn", "en"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            phrases: {}                                        | missing-field
            {languages: [nb], phrases: [a]}                    | bad-value
            {languages: [nb], phrases: {a: Hei}}               | bad-value
            {languages: [nb], phrases: {a: {nb: ''}}}          | bad-value
            {languages: [nb], phrases: {a: {nb: Hei, en: Hi}}} | unknown-field
            {languages: [nb, nn], phrases: {a: {nb: Hei}}}     | missing-field
            {languages: [nb], phrases: {}, more: 1}            | unknown-field
            """)
    void tellsWhatDoesNotFit(String text, String code) {
        var problems = new ArrayList<Problem>();
        Phrases.read("phrases.yaml", text.replace("''", "\"\""), problems::add);
        assertThat(problems).extracting(Problem::code).containsExactly(code);
    }

    @Test
    void aSentenceThatIsTooLongIsNoStartingPoint() {
        var problems = new ArrayList<Problem>();
        Phrases.read("p", "{languages: [nb], phrases: {a: {nb: " + "a".repeat(301) + "}}}", problems::add);
        assertThat(problems).extracting(Problem::code).containsExactly("bad-value");
    }
}
