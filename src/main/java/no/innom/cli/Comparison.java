package no.innom.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import no.innom.risk.Finding;
import no.innom.risk.RiskScanner;

/** What another lexicon would flag differently, sentence by sentence, told for people to read; used once. */
final class Comparison {
    private final RiskScanner now;
    private final RiskScanner then;
    private final PrintWriter out;
    private final Map<String, Integer> changes = new TreeMap<>();
    private int sentences;
    private int different;
    private int handedOverNow;
    private int handedOverThen;

    Comparison(RiskScanner now, RiskScanner then, PrintWriter out) {
        this.now = now;
        this.then = then;
        this.out = out;
    }

    /** Scans a sentence with both; writes only where they differ in level or category. */
    void compare(String sentence) {
        if (sentence.isBlank()) {
            return;
        }
        var before = now.scan(sentence);
        var after = then.scan(sentence);
        sentences++;
        handedOverNow += before.level().handsOver() ? 1 : 0;
        handedOverThen += after.level().handsOver() ? 1 : 0;
        if (before.level() == after.level() && before.category() == after.category()) {
            return;
        }
        different++;
        var change = name(before) + " -> " + name(after);
        changes.merge(change, 1, Integer::sum);
        out.println(sentence.replace('\t', ' '));
        out.println("  " + change);
        tell("now ", sentence, before);
        tell("then", sentence, after);
        out.println();
    }

    private void tell(String when, String sentence, Finding finding) {
        if (!finding.rules().isEmpty()) {
            out.println("  " + when + "  \"" + ScanCommand.phrases(sentence, finding) + "\"  "
                    + String.join(", ", finding.rules()));
        }
    }

    private static String name(Finding finding) {
        var category = finding.category();
        return finding.level().wire() + (category == null ? "" : " " + category.wire());
    }

    /** Writes how much changed, after the last sentence. */
    void sum() {
        if (different == 0) {
            out.println("No difference in " + sentences + " sentences.");
        } else {
            out.println(different + " of " + sentences + " sentences would be flagged differently:");
            changes.forEach((change, count) -> out.printf("  %5d  %s%n", count, change));
        }
        out.println("Handed over to a person: " + handedOverNow + " now, " + handedOverThen + " then.");
    }
}
