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
        int[] play = inPlay(tokens);
        if (play.length == 0) {
            return;
        }
        boolean[] plays = new boolean[words];
        for (int word : play) {
            plays[word] = true;
        }
        // The states after the last tokens, for the stretches that reach back over several.
        long[][] states = new long[Tokens.LONGEST_STRETCH + 1][words];
        long[] fits = new long[words];
        long[] entered = new long[words];
        for (int t = 0; t < tokens.count(); t++) {
            gather(tokens.symbols(t), plays, fits);
            for (Tokens.Stretch stretch = tokens.stretchesTo(t); stretch != null; stretch = stretch.next()) {
                enter(stretch, states, play, plays, entered);
            }
            long[] before = states[(t + states.length - 1) % states.length];
            long[] after = states[t % states.length];
            boolean sentenceEnd = tokens.endsSentence(t);
            boolean transparent = tokens.transparent(t);
            for (int w : play) {
                long was = before[w];
                long fit = fits[w];
                long now = entered[w];
                after[w] = 0;
                if ((was | fit | now) == 0) {
                    continue;
                }
                fits[w] = 0;
                entered[w] = 0;
                now |= ((was << 1) | first[w]) & (sentenceEnd ? fit : fit | any[w]);
                if (transparent) {
                    now |= sentenceEnd ? was & ~any[w] : was;
                }
                now = skipping(now, optional[w]);
                long done = now & accept[w];
                // A phrase that was told must not be told again by the fillers after it.
                after[w] = now & ~accept[w];
                while (done != 0) {
                    int bit = Long.numberOfTrailingZeros(done);
                    done &= done - 1;
                    tell(phraseAt[w * 64 + bit], tokens, t, sink);
                }
            }
        }
    }

    /** The words of state that have a phrase whose rarest element is in the message. */
    private int[] inPlay(Tokens tokens) {
        boolean[] plays = new boolean[words];
        int[] play = new int[words];
        int count = 0;
        for (int t = 0; t < tokens.count(); t++) {
            count = bringIntoPlay(tokens.symbols(t), plays, play, count);
            for (Tokens.Stretch stretch = tokens.stretchesTo(t); stretch != null; stretch = stretch.next()) {
                count = bringIntoPlay(stretch.symbols(), plays, play, count);
            }
        }
        return Arrays.copyOf(play, count);
    }

    private int bringIntoPlay(int[] symbols, boolean[] plays, int[] play, int count) {
        int counted = count;
        for (int symbol : symbols) {
            for (int word : anchorWords[symbol]) {
                if (!plays[word]) {
                    plays[word] = true;
                    play[counted++] = word;
                }
            }
        }
        return counted;
    }

    private void gather(int[] symbols, boolean[] plays, long[] fits) {
        for (int symbol : symbols) {
            int[] where = maskWords[symbol];
            long[] mask = masks[symbol];
            for (int i = 0; i < where.length; i++) {
                if (plays[where[i]]) {
                    fits[where[i]] |= mask[i];
                }
            }
        }
    }

    /** Steps over a whole stretch at once, from the state before it. */
    private void enter(Tokens.Stretch stretch, long[][] states, int[] play, boolean[] plays, long[] entered) {
        long[] before = states[(stretch.start() + states.length - 1) % states.length];
        for (int symbol : stretch.symbols()) {
            int[] where = maskWords[symbol];
            long[] mask = masks[symbol];
            for (int i = 0; i < where.length; i++) {
                int w = where[i];
                if (plays[w]) {
                    entered[w] |= ((before[w] << 1) | first[w]) & mask[i];
                }
            }
        }
        if (stretch.transparent()) {
            for (int w : play) {
                entered[w] |= before[w];
            }
        }
    }

    private long skipping(long state, long may) {
        long now = state;
        for (int s = 0; s < longestSkip; s++) {
            long more = now | ((now << 1) & may);
            if (more == now) {
                break;
            }
            now = more;
        }
        return now;
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
        int size = elements.size();
        // The state before the first token is kept at 0, with a bit above all elements to say that nothing is taken
        // yet.
        long[] states = new long[last - start + 2];
        states[0] = 1L << size;
        for (int t = start; t <= last; t++) {
            long now = step(elements, states[t - start], tokens.symbols(t), tokens.endsSentence(t));
            if (tokens.transparent(t) && t > start) {
                now |= states[t - start];
            }
            for (Tokens.Stretch stretch = tokens.stretchesTo(t); stretch != null; stretch = stretch.next()) {
                if (stretch.start() >= start) {
                    long before = states[stretch.start() - start];
                    now |= step(elements, before, stretch.symbols(), true);
                    now |= stretch.transparent() && stretch.start() > start ? before : 0;
                }
            }
            for (int e = 1; e < size; e++) {
                if ((now >>> (e - 1) & 1) != 0 && elements.get(e).optional()) {
                    now |= 1L << e;
                }
            }
            states[t - start + 1] = now;
        }
        return (states[last - start + 1] >>> (size - 1) & 1) != 0;
    }

    private static long step(List<Element> elements, long before, int[] symbols, boolean notAny) {
        int size = elements.size();
        boolean fresh = (before >>> size & 1) != 0;
        long now = 0;
        for (int e = 0; e < size; e++) {
            boolean reachable = fresh ? allOptional(elements, e) : e > 0 && (before >>> (e - 1) & 1) != 0;
            if (reachable && fits(elements.get(e), symbols, notAny)) {
                now |= 1L << e;
            }
        }
        return now;
    }

    private static boolean allOptional(List<Element> elements, int before) {
        for (int e = 0; e < before; e++) {
            if (!elements.get(e).optional()) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Element element, int[] symbols, boolean notAny) {
        if (element.any()) {
            return !notAny;
        }
        for (int symbol : symbols) {
            if (element.symbols().contains(symbol)) {
                return true;
            }
        }
        return false;
    }
}
