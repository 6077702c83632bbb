package no.innom.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds all phrases over symbols (words and word classes), with optional elements and bounded gaps.
 *
 * <p>A nondeterministic automaton a phrase, run over all places of the message at once: for each element the set of
 * places that a reader can have come to is a row of bits, so that a phrase costs a few machine instructions for each
 * element and 64 tokens whatever they hold, and no input can make it slower than that. A phrase is run for each of its
 * rarest element's symbols that stands in the message with all else that it needs, in a long one near by; of most
 * messages none is. An automaton over literal strings would need every combination of classes, gaps and optional elements
 * written out. Immutable; any thread.
 */
final class PhraseFinder {
    /** The most elements a phrase may have, counting a gap as the number of words it may skip. */
    static final int MAX_ELEMENTS = 40;

    /**
     * One place in a phrase.
     *
     * @param symbols any of these fits; empty: any word but not the end of a sentence
     */
    record Element(List<Integer> symbols, boolean optional) {
        boolean any() {
            return symbols.isEmpty();
        }
    }

    /** Told of each phrase found. */
    interface Sink {
        /**
         * A phrase stands here, from the first token to the last, inclusive.
         *
         * @return whether to go on
         */
        boolean found(int phrase, int first, int last);
    }

    /** The phrases in the order in which they were given: the order in which ties are told. */
    private final Phrase[] phrases;
    /**
     * For each symbol, the phrases whose rarest element it fits. For each its number, how many integers follow, and what
     * else it needs: for each element a count, then the symbols. All side by side, for a message looks at hundreds.
     */
    private final int[][] anchored;
    /** The symbols that phrases ask for. */
    private final BitSet asked = new BitSet();

    /**
     * Compiles phrases; their numbers are their places in the list.
     *
     * @param commonness how often each symbol is to be expected, on any scale
     */
    PhraseFinder(List<List<Element>> written, long[] commonness) {
        int symbolCount = commonness.length;
        written.forEach(phrase -> phrase.forEach(element -> element.symbols().forEach(asked::set)));
        phrases = IntStream.range(0, written.size())
                .mapToObj(number -> new Phrase(written.get(number), commonness))
                .toArray(Phrase[]::new);
        List<IntStream.Builder> byAnchor = IntStream.range(0, symbolCount)
                .mapToObj(s -> IntStream.builder())
                .toList();
        for (int number = 0; number < phrases.length; number++) {
            int[] rest = phrases[number].rest();
            for (int symbol : phrases[number].rarest()) {
                byAnchor.get(symbol).add(number).add(rest.length);
                Arrays.stream(rest).forEach(byAnchor.get(symbol));
            }
        }
        anchored = byAnchor.stream().map(numbers -> numbers.build().toArray()).toArray(int[][]::new);
    }

    /** The symbols that its phrases ask for; not to be changed. */
    BitSet asked() {
        return asked;
    }

    /** Finds every phrase in the tokens, in the order of the tokens they end with, then as they were given. */
    void find(Tokens tokens, Sink sink) {
        Places places = new Places(tokens, asked);
        find(new PhraseRun(tokens, places), places, sink);
    }

    /** The same, with what is known of the message; the places are of all symbols that are asked for here, and more. */
    void find(PhraseRun run, Places places, Sink sink) {
        List<Found> found = new ArrayList<>();
        for (int row = 0; row < places.rows(); row++) {
            int[] its = anchored[places.symbolOf(row)];
            for (int i = 0; i < its.length; ) {
                int end = i + 2 + its[i + 1];
                long parts = run.near(places.parts(row), its, i + 2, end);
                long[] ends = parts == 0 ? null : run.ends(phrases[its[i]], parts);
                if (ends != null) {
                    found.add(new Found(its[i], ends));
                }
                i = end;
            }
        }
        tell(inOrder(found), run, sink);
    }

    /** In the order in which ties are told; a phrase that was found by several symbols once. */
    private static List<Found> inOrder(List<Found> found) {
        found.sort(Comparator.comparingInt(Found::phrase));
        List<Found> each = new ArrayList<>(found.size());
        for (Found one : found) {
            @Nullable Found last = each.isEmpty() ? null : each.get(each.size() - 1);
            if (last != null && last.phrase == one.phrase) {
                last.add(one);
            } else {
                each.add(one);
            }
        }
        return each;
    }

    /** A phrase, and the places where it ends. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Found(int phrase, long[] ends) {
        void add(Found same) {
            for (int w = 0; w < ends.length; w++) {
                ends[w] |= same.ends[w];
            }
        }
    }

    private void tell(List<Found> found, PhraseRun run, Sink sink) {
        for (int w = 0; w < run.words() && !found.isEmpty(); w++) {
            long any = 0;
            for (Found one : found) {
                any |= one.ends[w];
            }
            for (; any != 0; any &= any - 1) {
                int bit = Long.numberOfTrailingZeros(any);
                for (Found one : found) {
                    if ((one.ends[w] >>> bit & 1) != 0) {
                        int last = w * 64 + bit - 1;
                        if (!sink.found(one.phrase, run.start(phrases[one.phrase], last), last)) {
                            return;
                        }
                    }
                }
            }
        }
    }
}
