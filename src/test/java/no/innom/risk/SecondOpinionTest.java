package no.innom.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the second opinion may take back of what the rules found, held against sentences that it never learnt from. */
class SecondOpinionTest {
    private static final RiskScanner SCANNER = Sentences.scanner();
    private static final Lexicon LEXICON = Sentences.lexicon();
    private static final String NEVER_MET = " qvxat wobzuk zzurpo";

    @Test
    void makesAHintOfSomeFindingsAndNeverNothing() {
        assertThat(spared()).as("spared").hasSizeGreaterThan(50);
        for (var sentence : Sentences.keptAside()) {
            if (byRules(sentence.text()).handsOver()) {
                assertThat(SCANNER.scan(sentence.text()).level())
                        .as(sentence.text())
                        .isNotEqualTo(Level.NONE);
            }
        }
    }

    @Test
    void takesNothingBackOfWhatIsSaidInWordsThatItNeverMet() {
        for (var text : spared()) {
            var strange = text + "." + NEVER_MET.repeat(1 + text.split(" ").length);
            assertThat(SCANNER.scan(strange).level()).as(strange).isGreaterThanOrEqualTo(byRules(strange));
        }
    }

    private static List<String> spared() {
        return Sentences.keptAside().stream()
                .map(Corpus.Sentence::text)
                .filter(text ->
                        byRules(text).handsOver() && !SCANNER.scan(text).level().handsOver())
                .toList();
    }

    private static Level byRules(String text) {
        return RiskScanner.byRules(LEXICON, text).level();
    }
}
