package no.innom.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.innom.yaml.Problem;

/** Whatever stands in a lexicon file, it is read, and what is wrong in it is told with its place. */
class LexiconFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void readsCompilesAndChecks(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<Problem> problems = new ArrayList<>();
        LexiconReader.Source source = LexiconReader.readText("x.risk", text, problems::add);
        Lexicon lexicon = new Lexicon(source, problems::add);
        LexiconChecker.check(source, lexicon, problems::add);
        int lines = text.split("\n", -1).length;
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.place().line()).isBetween(1, lines);
            assertThat(problem.sentence()).isNotBlank();
        });
        assertThat(RiskScanner.byRules(lexicon, text)).isNotNull();
    }
}
