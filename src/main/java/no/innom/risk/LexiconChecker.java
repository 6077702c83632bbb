package no.innom.risk;

import java.nio.file.Path;
import java.util.function.Consumer;
import no.innom.risk.Rule.Kind;
import no.innom.risk.Rule.Line;
import no.innom.yaml.Problem;

/**
 * Proves the lexicon with the sentences that stand in it. Beside a rule, {@code +} must be found at its level or above
 * and {@code -} must not be handed over (nothing at all may be found, beside a rule that only watches). Beside an idiom
 * or a lower {@code +} must still be handed over. Codes: {@code lexicon}, {@code unknown-class}, {@code never-matches},
 * {@code same-rule}, {@code example-fails}, {@code untested-rule}.
 */
public final class LexiconChecker {
    static final String EXAMPLE_FAILS = "example-fails";
    static final String UNTESTED = "untested-rule";

    private LexiconChecker() {}

    /** Checks all of a folder; blocks for about a second at the most. */
    public static void check(Path confRisk, Consumer<Problem> problems) {
        LexiconReader.Source source = LexiconReader.read(confRisk, problems);
        check(source, new Lexicon(source, problems), problems);
    }

    static void check(LexiconReader.Source source, Lexicon lexicon, Consumer<Problem> problems) {
        ClassCheck.check(source, problems);
        for (Rule rule : source.rules()) {
            for (Line line : rule.mustFlag()) {
                mustFlag(rule, line, lexicon, problems);
            }
            for (Line line : rule.mustNot()) {
                mustNot(rule, line, lexicon, problems);
            }
            if (rule.mustFlag().isEmpty() && rule.kind() == Kind.RULE) {
                problems.accept(Problem.warning(
                        rule.place(),
                        UNTESTED,
                        "\"" + rule.id()
                                + "\" has no sentence that must be found. Write one on a line that begins with +."));
            }
        }
    }

    private static void mustFlag(Rule rule, Line line, Lexicon lexicon, Consumer<Problem> problems) {
        Finding found = RiskScanner.byRules(lexicon, line.text());
        Level least = rule.kind() == Kind.RULE || rule.kind() == Kind.RAISE ? rule.level() : Level.HIGH;
        if (found.level().compareTo(least) < 0) {
            fails(line, "should be " + least.wire() + " and is " + told(found), problems);
        } else if (rule.category() != null && found.category() != rule.category()) {
            fails(line, "should be about " + rule.category().wire() + " and is " + told(found), problems);
        }
    }

    private static void mustNot(Rule rule, Line line, Lexicon lexicon, Consumer<Problem> problems) {
        Finding found = RiskScanner.byRules(lexicon, line.text());
        boolean onlyWatches = rule.kind() == Kind.RULE && rule.level() == Level.WATCH;
        if (onlyWatches ? found.level() != Level.NONE : found.level().handsOver()) {
            fails(line, "should not be found and is " + told(found), problems);
        }
    }

    private static void fails(Line line, String how, Consumer<Problem> problems) {
        problems.accept(Problem.error(line.place(), EXAMPLE_FAILS, "\"" + line.text() + "\" " + how + "."));
    }

    private static String told(Finding found) {
        Category category = found.category();
        return found.level().wire()
                + (category == null ? "" : " " + category.wire())
                + (found.rules().isEmpty() ? "" : " (" + String.join(", ", found.rules()) + ")");
    }
}
