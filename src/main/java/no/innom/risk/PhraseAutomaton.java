package no.innom.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds all phrases over symbols (words and word classes) in one pass, with optional elements and bounded gaps.
 *
 * <p>A bit-parallel automaton: each phrase lies inside one 64-bit word of state, so a token costs a few machine
 * instructions for each word in play whatever it holds, and no input can make it slower than that. A word is in play
 * when the message holds the rarest element of one of its phrases; most messages bring none into play. Measured against
 * a double-array Aho-Corasick it needs no expansion of classes, gaps and optional elements into literal strings, which
 * for this lexicon would be millions. Immutable; any thread.
 */
final class PhraseAutomaton {
    /** The most elements a phrase may have, counting a gap as the number of words it may skip. */
    static final int MAX_ELEMENTS = 40;

    /** How far back from its last token a phrase may begin, in tokens: fillers between its words count too. */
    private static final int MAX_REACH = 48;

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

    /** Told of each phrase found: from the first token to the last, inclusive. */
    interface Sink {
        void found(int phrase, int first, int last);
    }

    private final List<List<Element>> phrases;
    private final int words;
    private final long[] first;
    private final long[] optional;
    private final long[] any;
    private final long[] accept;
    private final int[] phraseAt;
    private final int longestSkip;
    private final int[][] maskWords;
    private final long[][] masks;
    private final int[][] anchorWords;

    /**
     * Compiles phrases; their numbers are their places in the list.
     *
     * @param symbolCount symbols are from 0 to this, exclusive
     */
    PhraseAutomaton(List<List<Element>> phrases, int symbolCount) {
        this.phrases = List.copyOf(phrases);
        int[] uses = countUses(phrases, symbolCount);
        int[] anchors = new int[phrases.size()];
        Integer[] order = new Integer[phrases.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            anchors[i] = anchorOf(phrases.get(i), uses);
        }
        Arrays.sort(
                order,
                Comparator.comparing(
                        i -> phrases.get(i).get(anchors[i]).symbols().get(0)));
        int[] base = new int[phrases.size()];
        int bit = 0;
        for (int i : order) {
            int size = phrases.get(i).size();
            if ((bit & 63) + size > 64) {
                bit = (bit | 63) + 1;
            }
            base[i] = bit;
            bit += size;
        }
        words = (bit + 63) >>> 6;
        first = new long[words];
        optional = new long[words];
        any = new long[words];
        accept = new long[words];
        phraseAt = new int[words * 64];
        List<List<long[]>> sparse = new ArrayList<>();
        List<List<Integer>> anchored = new ArrayList<>();
        for (int s = 0; s < symbolCount; s++) {
            sparse.add(new ArrayList<>());
            anchored.add(new ArrayList<>());
        }
        int skip = 0;
        for (int i : order) {
            skip = Math.max(skip, lay(i, base[i], sparse));
            for (int symbol : phrases.get(i).get(anchors[i]).symbols()) {
                List<Integer> list = anchored.get(symbol);
                if (list.isEmpty() || list.get(list.size() - 1) != base[i] >>> 6) {
                    list.add(base[i] >>> 6);
                }
            }
        }
        longestSkip = skip;
        maskWords = new int[symbolCount][];
        masks = new long[symbolCount][];
        anchorWords = new int[symbolCount][];
        for (int s = 0; s < symbolCount; s++) {
            List<long[]> entries = sparse.get(s);
            maskWords[s] = entries.stream().mapToInt(e -> (int) e[0]).toArray();
            masks[s] = entries.stream().mapToLong(e -> e[1]).toArray();
            anchorWords[s] =
                    anchored.get(s).stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private static int[] countUses(List<List<Element>> phrases, int symbolCount) {
        int[] uses = new int[symbolCount];
        for (List<Element> phrase : phrases) {
            for (Element element : phrase) {
                for (int symbol : element.symbols()) {
                    uses[symbol]++;
                }
            }
        }
        return uses;
    }

    /** The element that must be there and that is rarest: the least used symbols stand for the rarest words. */
    private static int anchorOf(List<Element> phrase, int[] uses) {
        int best = -1;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < phrase.size(); i++) {
            Element element = phrase.get(i);
            if (element.optional() || element.any()) {
                continue;
            }
            long cost = 0;
            for (int symbol : element.symbols()) {
                cost += uses[symbol];
            }
            if (cost < least) {
                least = cost;
                best = i;
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException("a phrase needs an element that must be there");
        }
        return best;
    }

    /** Lays a phrase into its word of state; gives its longest run of elements that may be skipped. */
    private int lay(int phrase, int base, List<List<long[]>> sparse) {
        List<Element> elements = phrases.get(phrase);
        int word = base >>> 6;
        boolean startable = true;
        int run = 0;
        int longest = 0;
        for (int e = 0; e < elements.size(); e++) {
            Element element = elements.get(e);
            long mask = 1L << (base + e);
            phraseAt[base + e] = phrase;
            if (startable) {
                first[word] |= mask;
            }
            startable &= element.optional();
            if (element.optional() && e > 0) {
                optional[word] |= mask;
                longest = Math.max(longest, ++run);
            } else {
                run = 0;
            }
            if (element.any()) {
                any[word] |= mask;
            }
            for (int symbol : element.symbols()) {
                List<long[]> list = sparse.get(symbol);
                if (!list.isEmpty() && list.get(list.size() - 1)[0] == word) {
                    list.get(list.size() - 1)[1] |= mask;
                } else {
                    list.add(new long[] {word, mask});
                }
            }
        }
        accept[word] |= 1L << (base + elements.size() - 1);
        return longest;
    }

    /** Finds every phrase in the tokens, in the order of the tokens they end with. */
    void find(Tokens tokens, Sink sink) {
        boolean[] inPlay = new boolean[words];
        int[] play = new int[words];
        int count = 0;
        for (int t = 0; t < tokens.count(); t++) {
            for (int symbol : tokens.symbols(t)) {
                for (int word : anchorWords[symbol]) {
                    if (!inPlay[word]) {
                        inPlay[word] = true;
                        play[count++] = word;
                    }
                }
            }
        }
        if (count == 0) {
            return;
        }
        long[] state = new long[words];
        long[] fits = new long[words];
        for (int t = 0; t < tokens.count(); t++) {
            for (int symbol : tokens.symbols(t)) {
                int[] where = maskWords[symbol];
                long[] mask = masks[symbol];
                for (int i = 0; i < where.length; i++) {
                    fits[where[i]] |= mask[i];
                }
            }
            boolean sentenceEnd = tokens.endsSentence(t);
            boolean transparent = tokens.transparent(t);
            for (int p = 0; p < count; p++) {
                int w = play[p];
                long before = state[w];
                long fit = fits[w];
                if (before == 0 && fit == 0) {
                    continue;
                }
                fits[w] = 0;
                if (!sentenceEnd) {
                    fit |= any[w];
                }
                long now = ((before << 1) | first[w]) & fit;
                if (transparent) {
                    now |= sentenceEnd ? before & ~any[w] : before;
                }
                long may = optional[w];
                for (int s = 0; s < longestSkip; s++) {
                    long more = now | ((now << 1) & may);
                    if (more == now) {
                        break;
                    }
                    now = more;
                }
                state[w] = now;
                long done = now & accept[w];
                while (done != 0) {
                    int bit = Long.numberOfTrailingZeros(done);
                    done &= done - 1;
                    tell(phraseAt[w * 64 + bit], tokens, t, sink);
                }
                // A phrase that was told must not be told again by the fillers after it.
                state[w] &= ~accept[w];
            }
            if (count < words) {
                clearOutOfPlay(tokens.symbols(t), fits, inPlay);
            }
        }
    }

    private void clearOutOfPlay(int[] symbols, long[] fits, boolean[] inPlay) {
        for (int symbol : symbols) {
            for (int word : maskWords[symbol]) {
                if (!inPlay[word]) {
                    fits[word] = 0;
                }
            }
        }
    }

    private void tell(int phrase, Tokens tokens, int last, Sink sink) {
        List<Element> elements = phrases.get(phrase);
        int earliest = Math.max(0, last - MAX_REACH);
        for (int start = last; start >= earliest; start--) {
            if (matches(elements, tokens, start, last)) {
                sink.found(phrase, start, last);
                return;
            }
        }
        sink.found(phrase, earliest, last);
    }

    /** Whether the phrase, begun at one token, can end at another. */
    private static boolean matches(List<Element> elements, Tokens tokens, int start, int last) {
        long state = 0;
        int size = elements.size();
        for (int t = start; t <= last; t++) {
            long now = tokens.transparent(t) && t > start ? state : 0;
            for (int e = 0; e < size; e++) {
                boolean reachable = t == start ? allOptional(elements, e) : e > 0 && (state >>> (e - 1) & 1) != 0;
                if (reachable && fits(elements.get(e), tokens, t)) {
                    now |= 1L << e;
                }
            }
            for (int e = 1; e < size; e++) {
                if ((now >>> (e - 1) & 1) != 0 && elements.get(e).optional()) {
                    now |= 1L << e;
                }
            }
            state = now;
            if (state == 0) {
                return false;
            }
        }
        return (state >>> (size - 1) & 1) != 0;
    }

    private static boolean allOptional(List<Element> elements, int before) {
        for (int e = 0; e < before; e++) {
            if (!elements.get(e).optional()) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Element element, Tokens tokens, int t) {
        if (element.any()) {
            return !tokens.endsSentence(t);
        }
        for (int symbol : tokens.symbols(t)) {
            if (element.symbols().contains(symbol)) {
                return true;
            }
        }
        return false;
    }
}
