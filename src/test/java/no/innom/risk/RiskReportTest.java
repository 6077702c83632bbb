package no.innom.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Measures the scanner and prints what it found. The floors only keep what is won; the figures are what counts. */
class RiskReportTest {

    /** The bar of the risk page, on sentences that neither rules nor weights have ever met. Never learn from these. */
    @Test
    void reachesTheBarOnSentencesOfAStranger() throws IOException {
        var scanner = Sentences.scanner();
        var report = new RiskReport();
        report.count(Sentences.ofStrangers(), sentence -> scanner.scan(sentence.text()));
        report.print("strangers' sentences", "risk-report-stranger.txt");
        assertThat(report.of("acute")).isGreaterThanOrEqualTo(0.98);
        assertThat(report.of("high")).isGreaterThanOrEqualTo(0.95);
        assertThat(report.of("watch")).isGreaterThanOrEqualTo(0.85);
        assertThat(report.of("none")).isGreaterThanOrEqualTo(0.94);
        for (var language : List.of("nb", "nn", "dialect", "en", "mixed")) {
            assertThat(report.of("handed over, " + language))
                    .as(language)
                    .isGreaterThanOrEqualTo(report.of("handed over") - 0.05);
        }
    }

    /**
     * Their writers' other sentences are known, which is kinder than life; but half of them hold no dangerous word, or
     * are harmless twins of dangerous ones, which is harder.
     */
    @Test
    void losesNothingOfWhatIsWonOnSentencesThatWereKeptAside() throws IOException {
        var scanner = Sentences.scanner();
        var report = new RiskReport();
        report.count(Sentences.keptAside(), sentence -> scanner.scan(sentence.text()));
        report.print("sentences kept aside", "risk-report-kept-aside.txt");
        assertThat(report.of("acute")).isGreaterThanOrEqualTo(0.90);
        assertThat(report.of("high")).isGreaterThanOrEqualTo(0.86);
        assertThat(report.of("watch")).isGreaterThanOrEqualTo(0.80);
        assertThat(report.of("none")).isGreaterThanOrEqualTo(0.84);
    }

    /**
     * Each writer in turn is left out of what the second opinion learns: what a stranger's sentences meet. It takes half a
     * minute, so it is asked for: {@code mvn test -Dtest=RiskReportTest -Drisk.strangers}.
     */
    @Test
    @EnabledIfSystemProperty(named = "risk.strangers", matches = ".*")
    void losesNothingOfWhatIsWonOnWritersItHasNeverRead() throws IOException {
        var lexicon = Sentences.lexicon();
        var rules = LexiconReader.read(Path.of("conf/risk"), problem -> {}).rules();
        var known = Sentences.known();
        var writers = new TreeSet<String>();
        known.forEach(sentence -> writers.add(sentence.writer()));
        writers.remove("rules");
        var report = new RiskReport();
        for (var writer : writers) {
            List<Corpus.Sentence> others = new ArrayList<>(known);
            others.removeIf(sentence -> sentence.writer().equals(writer));
            var opinion = Training.learn(others, rules);
            var unread = known.stream()
                    .filter(sentence -> sentence.writer().equals(writer))
                    .toList();
            var its = new RiskReport();
            its.count(unread, sentence -> scan(lexicon, opinion, sentence.text()));
            report.count(unread, sentence -> scan(lexicon, opinion, sentence.text()));
            System.out.printf(
                    "  %-10s handed over %.3f, watch %.3f, none %.3f%n",
                    writer, its.of("handed over"), its.of("watch"), its.of("none"));
        }
        report.print("writers left out", "risk-report-writers-left-out.txt");
        assertThat(report.of("acute")).isGreaterThanOrEqualTo(0.80);
        assertThat(report.of("high")).isGreaterThanOrEqualTo(0.80);
        assertThat(report.of("watch")).isGreaterThanOrEqualTo(0.70);
        assertThat(report.of("none")).isGreaterThanOrEqualTo(0.85);
    }

    private static Finding scan(Lexicon lexicon, SecondOpinion opinion, String text) {
        var tokens = lexicon.tokenize(text);
        return opinion.weigh(new Reading(lexicon, tokens).find(), text, tokens, lexicon);
    }
}
