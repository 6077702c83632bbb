package no.innom.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import no.innom.risk.Corpus.Sentence;
import no.innom.yaml.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskScannerTest {
    private static final RiskScanner SCANNER = Sentences.scanner();
    private static final Instant NOW = Instant.parse("2026-11-26T19:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jeg vil dø | jeg vil dø",
                "hei 😊 jeg vil dø nå | jeg vil dø nå",
                "S.E.L.V.M.O.R.D tenker på det | S.E.L.V.M.O.R.D tenker på det",
                "t a  l i v e t  m i t t | t a  l i v e t  m i t t",
                "𝐣𝐞𝐠 𝐯𝐢𝐥 𝐝ø | 𝐣𝐞𝐠 𝐯𝐢𝐥 𝐝ø",
            })
    void tellsWhereInTheOriginalTextTheRiskStands(String text, String expected) {
        Finding found = SCANNER.scan(text);
        assertThat(found.level().handsOver()).isTrue();
        int start = found.spans().get(0).start();
        int end = found.spans().get(found.spans().size() - 1).end();
        assertThat(expected).contains(text.substring(start, end));
        assertThat(text.substring(start, end).length()).isGreaterThanOrEqualTo(expected.length() / 2);
    }

    @Test
    void tellsWhichRulesMatched() {
        Finding found = SCANNER.scan("jeg vil dø");
        assertThat(found.rules()).contains("vil-do");
        assertThat(found.category()).isEqualTo(Category.SUICIDE);
    }

    @Test
    void findsNothingInNothing() {
        assertThat(SCANNER.scan("")).isEqualTo(Finding.NOTHING);
        assertThat(SCANNER.scan(" \n\t 😀 … ")).isEqualTo(Finding.NOTHING);
    }

    @Test
    void readsWhatIsToldInTwoMessagesTogether() {
        Earlier first = new Earlier(
                "jeg har tatt",
                NOW.minusSeconds(20),
                SCANNER.scan("jeg har tatt").level());
        assertThat(RiskScanner.byRules(Sentences.lexicon(), "alle pillene").level())
                .isNotEqualTo(Level.ACUTE);
        Finding together = SCANNER.scan("alle pillene", NOW, List.of(first));
        assertThat(together.level()).isEqualTo(Level.ACUTE);
        assertThat(together.spans()).allMatch(span -> span.end() <= "alle pillene".length());
    }

    @Test
    void doesNotFlagAHarmlessMessageForWhatTheOneBeforeItSaid() {
        Earlier before = new Earlier("jeg har lyst til å dø", NOW.minusSeconds(20), Level.HIGH);
        assertThat(SCANNER.scan("ok, jeg blir her", NOW, List.of(before)).level())
                .isEqualTo(Level.NONE);
    }

    @Test
    void doesNotReadTogetherWhatWasWrittenLongBefore() {
        Earlier first = new Earlier("jeg har tatt", NOW.minus(Duration.ofMinutes(5)), Level.NONE);
        assertThat(SCANNER.scan("alle pillene", NOW, List.of(first))).isEqualTo(SCANNER.scan("alle pillene"));
    }

    @Test
    void countsTwoHintsWithinTenMinutesAsHigh() {
        String hint = "alt er meningsløst";
        assertThat(SCANNER.scan(hint).level()).isEqualTo(Level.WATCH);
        Earlier near = new Earlier("føler meg tom", NOW.minus(Duration.ofMinutes(9)), Level.WATCH);
        Earlier far = new Earlier("føler meg tom", NOW.minus(Duration.ofMinutes(11)), Level.WATCH);
        assertThat(SCANNER.scan(hint, NOW, List.of(near)).level()).isEqualTo(Level.HIGH);
        assertThat(SCANNER.scan(hint, NOW, List.of(near)).rules()).contains(RiskScanner.TWO_WATCH);
        assertThat(SCANNER.scan(hint, NOW, List.of(far)).level()).isEqualTo(Level.WATCH);
    }

    @Test
    void keepsTheOldLexiconWhenTheNewOneDoesNotCheck(@TempDir Path folder) throws IOException {
        String classes = Sentences.NEEDED;
        Path file = folder.resolve("a.risk");
        Files.writeString(file, classes + "rule en: high suicide\n  vil dø\n  + jeg vil dø\n");
        RiskScanner scanner = RiskScanner.load(folder, problem -> {});
        List<Problem> problems = new ArrayList<>();

        Files.writeString(file, classes + "rule en: high suicide\n  vil fly\n  + jeg vil dø\n");
        assertThat(scanner.reload(problems::add)).isFalse();
        assertThat(problems).extracting(Problem::code).contains("example-fails");
        assertThat(scanner.scan("jeg vil dø").level()).isEqualTo(Level.HIGH);

        Files.writeString(file, classes + "rule en: acute suicide\n  vil dø\n  + jeg vil dø\n");
        assertThat(scanner.reload(problem -> {})).isTrue();
        assertThat(scanner.scan("jeg vil dø").level()).isEqualTo(Level.ACUTE);
    }

    @Test
    void capitalsLowerNothing() {
        lowersNothing(text -> text.toUpperCase(java.util.Locale.ROOT), 1.0);
    }

    @Test
    void spacesLowerNothing() {
        lowersNothing(text -> "  " + text.replace(" ", "   ") + " ", 1.0);
    }

    @Test
    void invisibleCharactersLowerNothing() {
        lowersNothing(text -> text.replaceAll("(\\p{L})(\\p{L})", "$1\u200B$2"), 1.0);
    }

    @Test
    void stretchedLettersLowerNothing() {
        lowersNothing(RiskScannerTest::stretch, 0.97);
    }

    @Test
    void lettersOfOtherAlphabetsLowerNothing() {
        lowersNothing(text -> text.replace('e', 'е').replace('o', 'о'), 0.99);
    }

    @Test
    void wideAndBoldLettersLowerNothing() {
        lowersNothing(RiskScannerTest::wide, 1.0);
    }

    @Test
    void aHarmlessSentenceBeforeOrAfterLowersNothing() {
        lowersNothing(text -> "hei på dere. " + text, 1.0);
        lowersNothing(text -> text + ". takk for at dere er her", 1.0);
        lowersNothing(text -> text + " haha lol", 0.99);
    }

    @Test
    void theWholeMessageTwiceLowersNothing() {
        lowersNothing(text -> text + "\n" + text, 1.0);
    }

    @Test
    void emojiAfterTheMessageLowerLittle() {
        lowersNothing(text -> text + " 😭💛", 0.95);
    }

    @Test
    void lettersWithoutTheirRingsAndStrokesLowerLittle() {
        lowersNothing(text -> text.replace('ø', 'o').replace('å', 'a').replace("æ", "ae"), 0.9);
    }

    @Test
    void digitsForLettersLowerLittle() {
        lowersNothing(text -> text.replace('o', '0').replace('e', '3'), 0.9);
    }

    @Test
    void looseAccentsLowerNothing() {
        lowersNothing(text -> java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD), 1.0);
    }

    @Test
    void emojiBetweenLettersOfTheWordLowersNothing() {
        for (String text :
                List.of("vil d💀ø", "s💀e💀l💀v💀m💀o💀r💀d er det eneste jeg tenker på", "k.u.t.t.e.r meg hver dag")) {
            assertThat(SCANNER.scan(text).level().handsOver()).as(text).isTrue();
        }
    }

    /** Of the sentences that are found, at least a share must be found as high when written otherwise. */
    private static void lowersNothing(UnaryOperator<String> otherwise, double share) {
        int kept = 0;
        List<String> lowered = new ArrayList<>();
        for (Sentence sentence : Sentences.keptAside()) {
            Level before = SCANNER.scan(sentence.text()).level();
            if (before == Level.NONE || sentence.level() == Level.NONE) {
                continue;
            }
            String changed = otherwise.apply(sentence.text());
            Level after = SCANNER.scan(changed).level();
            if (after.compareTo(before) < 0 && !(before == Level.ACUTE && after == Level.HIGH)) {
                lowered.add(before + " to " + after + ": " + changed);
            } else {
                kept++;
            }
        }
        assertThat(kept / (double) (kept + lowered.size()))
                .as(String.join("\n", lowered))
                .isGreaterThanOrEqualTo(share);
    }

    private static String stretch(String text) {
        return text.replaceAll("([aeiouyæøå])(\\p{L}*)(\\s|$)", "$1$1$1$1$2$3");
    }

    private static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        text.codePoints().forEach(c -> wide.appendCodePoint(c >= 'a' && c <= 'z' ? c - 'a' + 0xFF41 : c));
        return wide.toString();
    }
}
