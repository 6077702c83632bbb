package no.innom.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import no.innom.yaml.Problem;
import no.innom.yaml.Severity;
import org.junit.jupiter.api.Test;

class LexiconCheckerTest {
    @Test
    void everySentenceOfTheLexiconThatShipsHolds() {
        List<Problem> problems = new ArrayList<>();
        LexiconChecker.check(Sentences.LEXICON, problems::add);
        assertThat(problems).filteredOn(p -> p.severity() == Severity.ERROR).isEmpty();
    }

    @Test
    void tellsOfAClassThatDoesNotExistWithTheNearest() {
        assertThat(check("class PILL\n  pille\nrule a: high overdose\n  ta PILLS\n"))
                .anyMatch(p -> p.toString().startsWith("x.risk:4:3: error: unknown-class: There is no class PILLS.")
                        && p.sentence().contains("PILL?"));
    }

    @Test
    void tellsOfAPhraseThatCanNeverMatch() {
        assertThat(codes("rule a: high suicide\n  [vil] [dø]\n")).contains("never-matches");
        assertThat(codes("rule a: high suicide\n  vil [dø]\n")).contains("never-matches");
    }

    @Test
    void tellsOfAPhraseThatWaitsForAClassWithoutWords() {
        assertThat(check("class PILL\n  CURE\nclass CURE\n  PILL\nrule a: high overdose\n  ta PILL|CURE\n"))
                .anyMatch(p ->
                        p.toString().startsWith("x.risk:6:3: error: never-matches: There is no word in PILL|CURE"));
        assertThat(codes("class PILL\n  CURE\nclass CURE\n  pille\nrule a: high overdose\n  ta PILL\n  + ta pille\n"))
                .isEmpty();
    }

    @Test
    void tellsOfAClassThatTheScannerCannotDoWithout() {
        List<Problem> problems = new ArrayList<>();
        LexiconReader.Source source =
                LexiconReader.readText("x.risk", Sentences.NEEDED.replace("class NOT ", "class NOTT "), problems::add);
        LexiconChecker.check(source, new Lexicon(source, problems::add), problems::add);
        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.toString())
                .contains("unknown-class", "The class NOT is missing"));
    }

    @Test
    void tellsOfTwoPhrasesTheSame() {
        assertThat(codes("rule a: high suicide\n  vil dø\nrule b: high suicide\n  vil dø\n"))
                .contains("same-rule");
    }

    @Test
    void tellsOfSentencesThatFail() {
        assertThat(codes("rule a: high suicide\n  vil dø\n  + vil leve\n")).contains("example-fails");
        assertThat(codes("rule a: high suicide\n  vil dø\n  - jeg vil dø\n")).contains("example-fails");
        assertThat(codes("rule a: high suicide\n  vil dø\n  + jeg vil dø\n  - jeg vil leve\n"))
                .isEmpty();
    }

    @Test
    void tellsOfALineThatIsNoRule() {
        assertThat(codes("rul a: high suicide\n  vil dø\n")).containsExactly("lexicon");
        assertThat(codes("rule a: hihg suicide\n  vil dø\n")).contains("lexicon");
    }

    private static List<String> codes(String text) {
        return check(text).stream().map(Problem::code).toList();
    }

    private static List<Problem> check(String text) {
        List<Problem> problems = new ArrayList<>();
        LexiconReader.Source source = LexiconReader.readText("x.risk", text + Sentences.NEEDED, problems::add);
        LexiconChecker.check(source, new Lexicon(source, problems::add), problems::add);
        return problems;
    }
}
