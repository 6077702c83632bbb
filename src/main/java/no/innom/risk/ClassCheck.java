package no.innom.risk;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import no.innom.risk.Rule.Line;
import no.innom.yaml.Place;
import no.innom.yaml.Problem;

/** Checks that the classes which the scanner lives on are there, and that no phrase waits for a class without words. */
final class ClassCheck {
    private ClassCheck() {}

    static void check(LexiconReader.Source source, Consumer<Problem> problems) {
        Set<String> named = new HashSet<>();
        source.classes().forEach(wordClass -> named.add(wordClass.name()));
        for (String needed : Symbols.NEEDED) {
            if (!named.contains(needed)) {
                problems.accept(Problem.error(
                        Place.startOf(source.name()),
                        Lexicon.UNKNOWN_CLASS,
                        "The class " + needed + " is missing; the scanner cannot do without it. Write it again."));
            }
        }
        Set<String> empty = new HashSet<>(named);
        empty.removeAll(filled(source));
        for (Rule rule : source.rules()) {
            for (Line phrase : rule.phrases()) {
                for (String part : PhraseParser.SPACES.split(phrase.text())) {
                    if (empty.containsAll(Arrays.asList(part.split("\\|")))) {
                        problems.accept(Problem.error(
                                phrase.place(),
                                Lexicon.NEVER_MATCHES,
                                "There is no word in " + part + ", so this phrase can never match. Give it words, or"
                                        + " delete the phrase."));
                    }
                }
            }
        }
    }

    /** The classes that hold a word, of their own or of a class in them. */
    private static Set<String> filled(LexiconReader.Source source) {
        Set<String> filled = new HashSet<>(Set.of(Symbols.NUMBER, Symbols.TEN_OR_MORE));
        boolean more = true;
        while (more) {
            more = false;
            for (WordClass wordClass : source.classes()) {
                more |= wordClass.members().stream()
                                .map(Line::text)
                                .anyMatch(member -> !LexiconReader.isClassName(member) || filled.contains(member))
                        && filled.add(wordClass.name());
            }
        }
        return filled;
    }
}
