package no.innom.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.innom.risk.PhraseFinder.Element;
import org.junit.jupiter.api.Test;

/** Phrases found in messages of any length, held against a search that tries every way. */
class PhraseFinderTest {
    private static final int SYMBOLS = 6;
    private static final int FILLER = -1;
    private static final int FAR = 200;

    @Property(tries = 2_000, seed = "20261122")
    void findsEachPhraseWhereverItStands(
            @ForAll("phrases") List<List<Element>> phrases, @ForAll("messages") List<Integer> message) {
        assertThat(found(phrases, message)).isEqualTo(byTryingAll(phrases, message));
    }

    @Test
    void reachesAcrossAnyNumberOfEmoji() {
        var phrase = List.of(List.of(one(1), one(2)));
        var message = new ArrayList<Integer>();
        IntStream.range(0, FAR).forEach(i -> message.add(0));
        message.add(1);
        IntStream.range(0, FAR).forEach(i -> message.add(FILLER));
        message.add(2);
        IntStream.range(0, FAR).forEach(i -> message.add(0));

        assertThat(found(phrase, message)).containsExactly("0 to " + (2 * FAR + 1));
    }

    /** "På en måte", sixty times. */
    @Test
    void reachesAcrossAnyNumberOfFillersOfSeveralWords() {
        var tokens = new Tokens(FAR);
        IntStream.range(0, FAR).forEach(i -> word(tokens, 0));
        word(tokens, 1);
        for (int i = 0; i < 60; i++) {
            IntStream.range(0, 3).forEach(part -> word(tokens, 0));
            tokens.stretch(tokens.count() - 3, tokens.count() - 1, new int[0], true);
        }
        word(tokens, 2);

        assertThat(found(List.of(List.of(one(1), one(2))), tokens)).containsExactly("0 to " + (tokens.count() - 1));
    }

    @Test
    void looksForEachPhraseAnew() {
        var phrases = List.of(List.of(one(2)), List.of(one(1)), List.of(one(3)));
        var message = new ArrayList<>(java.util.Collections.nCopies(3 * FAR, 0));
        message.set(0, 1);
        message.set(FAR, 3);
        message.set(2 * FAR, 2);

        assertThat(found(phrases, message)).containsExactly("0 to " + 2 * FAR, "1 to 0", "2 to " + FAR);
    }

    private static Set<String> found(List<List<Element>> phrases, List<Integer> message) {
        var tokens = new Tokens(message.size());
        message.forEach(word -> word(tokens, word));
        return found(phrases, tokens);
    }

    private static void word(Tokens tokens, int word) {
        tokens.word(word == FILLER ? new int[0] : new int[] {word}, 0, 0, word == FILLER, false);
    }

    private static Set<String> found(List<List<Element>> phrases, Tokens tokens) {
        var found = new TreeSet<String>();
        new PhraseFinder(phrases, new long[SYMBOLS])
                .find(tokens, (phrase, first, last) -> found.add(phrase + " to " + last));
        return found;
    }

    private static Set<String> byTryingAll(List<List<Element>> phrases, List<Integer> message) {
        var found = new TreeSet<String>();
        for (int phrase = 0; phrase < phrases.size(); phrase++) {
            for (int at = 0; at < message.size(); at++) {
                for (int end : ends(phrases.get(phrase), 0, message, at)) {
                    found.add(phrase + " to " + (end - 1));
                }
            }
        }
        return found;
    }

    /** Where the rest of a phrase can end that begins here, just behind its last word. */
    private static Set<Integer> ends(List<Element> phrase, int element, List<Integer> message, int at) {
        if (element == phrase.size()) {
            return Set.of(at);
        }
        var ends = new TreeSet<Integer>();
        if (phrase.get(element).optional()) {
            ends.addAll(ends(phrase, element + 1, message, at));
        }
        int next = at;
        while (element > 0 && next < message.size() && message.get(next) == FILLER) {
            next++;
        }
        if (next < message.size() && phrase.get(element).symbols().contains(message.get(next))) {
            ends.addAll(ends(phrase, element + 1, message, next + 1));
        }
        return ends;
    }

    private static Element one(int symbol) {
        return new Element(List.of(symbol), false);
    }

    /** The last element must be there, as in every phrase that is read from a file. */
    @Provide
    Arbitrary<List<List<Element>>> phrases() {
        var symbols = Arbitraries.integers()
                .between(0, SYMBOLS - 1)
                .set()
                .ofMinSize(1)
                .ofMaxSize(2);
        var element = symbols.flatMap(
                some -> Arbitraries.of(true, false, false).map(optional -> new Element(List.copyOf(some), optional)));
        var last = symbols.map(some -> new Element(List.copyOf(some), false));
        return element.list()
                .ofMaxSize(3)
                .flatMap(begin -> last.map(end -> {
                    var phrase = new ArrayList<>(begin);
                    phrase.add(end);
                    return (List<Element>) phrase;
                }))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    /** Up to seven rows of 64 tokens; in long ones each phrase stands seldom. */
    @Provide
    Arbitrary<List<Integer>> messages() {
        var rare = Arbitraries.integers().between(FILLER, SYMBOLS * 8).map(i -> i < SYMBOLS ? i : SYMBOLS - 1);
        var dense = Arbitraries.integers().between(FILLER, SYMBOLS - 1);
        return Arbitraries.oneOf(rare.list().ofMaxSize(450), dense.list().ofMaxSize(150));
    }
}
