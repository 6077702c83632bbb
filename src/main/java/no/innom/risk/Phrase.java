package no.innom.risk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A phrase, compiled: what each of its elements asks for, and which of them to look for first. Immutable. */
final class Phrase {
    /** How many elements there are. */
    final int size;
    /** A bit for each element that may be missing. */
    final long optional;
    /** A bit for each element that the phrase can begin with. */
    final long first;

    /** The symbols that fit the elements, one element after the other; a list of its own each would be slow to reach. */
    private final int[] symbols;
    /** Where in {@link #symbols} each element begins, and where the last ends. */
    private final int[] begin;
    /** The elements that must be there, the rarest first: for each a count, then its symbols. */
    private final int[] needed;

    /** @param commonness how often each symbol is to be expected: the rarest of its elements is looked for first */
    Phrase(List<PhraseFinder.Element> elements, long[] commonness) {
        size = elements.size();
        symbols = elements.stream().flatMapToInt(Phrase::symbolsOf).toArray();
        begin = new int[size + 1];
        long may = 0;
        for (int e = 0; e < size; e++) {
            begin[e + 1] = begin[e] + elements.get(e).symbols().size();
            may |= elements.get(e).optional() ? 1L << e : 0;
        }
        optional = may;
        // All optional ones that it begins with, and the next.
        first = may ^ (may + 1) | 1;
        needed = elements.stream()
                .filter(element -> !element.optional() && !element.any())
                .sorted(Comparator.comparingLong(element -> symbolsOf(element)
                        .mapToLong(symbol -> commonness[symbol])
                        .sum()))
                .flatMapToInt(element ->
                        IntStream.concat(IntStream.of(element.symbols().size()), symbolsOf(element)))
                .toArray();
        if (needed.length == 0) {
            throw new IllegalArgumentException("a phrase needs an element that must be there");
        }
    }

    private static IntStream symbolsOf(PhraseFinder.Element element) {
        return element.symbols().stream().mapToInt(Integer::intValue);
    }

    /** What its rarest element asks for. */
    int[] rarest() {
        return Arrays.copyOfRange(needed, 1, 1 + needed[0]);
    }

    /** What the others ask for that must be there, the rarest first: for each a count, then its symbols. */
    int[] rest() {
        return Arrays.copyOfRange(needed, 1 + needed[0], needed.length);
    }

    /** Whether any word fits an element. */
    boolean isAny(int element) {
        return begin[element] == begin[element + 1];
    }

    /** Gathers the tokens and stretches that fit an element. */
    void gather(int element, Places places, long[] from, long[] fit, long[] into, int low, int high) {
        for (int i = begin[element]; i < begin[element + 1]; i++) {
            places.gather(symbols[i], from, fit, into, low, high);
        }
    }

    /** Whether an element fits a token. */
    boolean fits(int element, Places places, int token) {
        for (int i = begin[element]; i < begin[element + 1]; i++) {
            if (places.has(symbols[i], token)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an element fits any of these. */
    boolean fits(int element, int[] some) {
        for (int i = begin[element]; i < begin[element + 1]; i++) {
            for (int symbol : some) {
                if (symbols[i] == symbol) {
                    return true;
                }
            }
        }
        return false;
    }
}
