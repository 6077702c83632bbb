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
 * when the message holds the rarest element of one of its phrases; most messages bring none into play. An automaton over
 * literal strings would need every combination of classes, gaps and optional elements written out. Immutable; any thread.
 */
final class PhraseAutomaton {
    /** The most elements a phrase may have, counting a gap as the number of words it may skip. */
    static final int MAX_ELEMENTS = 40;

    /** How far back from its last token a phrase may begin, in tokens: fillers between its words count too. */
    private static final int MAX_REACH = 48;

    /** From how many words of state on a symbol has its masks for all of them at hand. */
    private static final int MANY_WORDS = 8;

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

    private final int words;
    private final long[] first;
    private final long[] optional;
    private final long[] any;
    private final long[] accept;
    private final int[] phraseAt;
    private final long[] bitsOf;
    private final int[] wordOf;
    private final int longestSkip;
    private final int[][] maskWords;
    private final long[][] masks;
    /** For symbols that are in many words: their mask in each; empty for the others. */
    private final long[][] dense;

    private final int[][] anchored;
    private final int[][] seconds;

    /**
     * Compiles phrases; their numbers are their places in the list.
     *
     * @param symbolCount symbols are from 0 to this, exclusive
     */
    PhraseAutomaton(List<List<Element>> phrases, int symbolCount) {
        int[] uses = countUses(phrases, symbolCount);
        int[] anchors = new int[phrases.size()];
        seconds = new int[phrases.size()][];
        Integer[] order = new Integer[phrases.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            anchors[i] = rarest(phrases.get(i), uses, -1);
            int second = rarest(phrases.get(i), uses, anchors[i]);
            seconds[i] = second < 0 ? new int[0] : symbolsOf(phrases.get(i).get(second));
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
        bitsOf = new long[phrases.size()];
        wordOf = new int[phrases.size()];
        List<List<long[]>> sparse = new ArrayList<>();
        List<List<Integer>> byAnchor = new ArrayList<>();
        for (int s = 0; s < symbolCount; s++) {
            sparse.add(new ArrayList<>(2));
            byAnchor.add(new ArrayList<>(2));
        }
        int skip = 0;
        for (int i : order) {
            skip = Math.max(skip, lay(phrases.get(i), i, base[i], sparse));
            for (int symbol : phrases.get(i).get(anchors[i]).symbols()) {
                byAnchor.get(symbol).add(i);
            }
        }
        longestSkip = skip;
        maskWords = new int[symbolCount][];
        masks = new long[symbolCount][];
        anchored = new int[symbolCount][];
        dense = new long[symbolCount][];
        for (int s = 0; s < symbolCount; s++) {
            List<long[]> entries = sparse.get(s);
            maskWords[s] = entries.stream().mapToInt(e -> (int) e[0]).toArray();
            masks[s] = entries.stream().mapToLong(e -> e[1]).toArray();
            dense[s] = new long[entries.size() >= MANY_WORDS ? words : 0];
            if (dense[s].length > 0) {
                for (long[] entry : entries) {
                    dense[s][(int) entry[0]] = entry[1];
                }
            }
            anchored[s] = byAnchor.get(s).stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private static int[] symbolsOf(Element element) {
        return element.symbols().stream().mapToInt(Integer::intValue).toArray();
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
    private static int rarest(List<Element> phrase, int[] uses, int but) {
        int best = -1;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < phrase.size(); i++) {
            Element element = phrase.get(i);
            if (i == but || element.optional() || element.any()) {
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
        if (best < 0 && but < 0) {
            throw new IllegalArgumentException("a phrase needs an element that must be there");
        }
        return best;
    }

    /** Lays a phrase into its word of state; gives its longest run of elements that may be skipped. */
    private int lay(List<Element> elements, int phrase, int base, List<List<long[]>> sparse) {
        int word = base >>> 6;
        wordOf[phrase] = word;
        boolean startable = true;
        int run = 0;
        int longest = 0;
        for (int e = 0; e < elements.size(); e++) {
            Element element = elements.get(e);
            long mask = 1L << (base + e);
            phraseAt[base + e] = phrase;
            bitsOf[phrase] |= mask;
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
        long[] live = new long[words];
        int[] play = inPlay(tokens, live);
        if (play.length == 0) {
            return;
        }
        int[] slotOf = new int[words];
        for (int slot = 0; slot < play.length; slot++) {
            slotOf[play[slot]] = slot;
        }
        // The states after the last tokens, for the stretches that reach back over several.
        long[][] states = new long[Tokens.LONGEST_STRETCH + 1][play.length];
        long[] fits = new long[play.length];
        long[] entered = new long[play.length];
        for (int t = 0; t < tokens.count(); t++) {
            gather(tokens.symbols(t), play, live, slotOf, fits);
            for (Tokens.Stretch stretch = tokens.stretchesTo(t); stretch != null; stretch = stretch.next()) {
                enter(stretch, states, play, live, entered);
            }
            long[] before = states[(t + states.length - 1) % states.length];
            long[] after = states[t % states.length];
            boolean sentenceEnd = tokens.endsSentence(t);
            boolean transparent = tokens.transparent(t);
            for (int slot = 0; slot < play.length; slot++) {
                long was = before[slot];
                long fit = fits[slot];
                long now = entered[slot];
                after[slot] = 0;
                if ((was | fit | now) == 0) {
                    continue;
                }
                int w = play[slot];
                fits[slot] = 0;
                entered[slot] = 0;
                now |= ((was << 1) | first[w]) & live[w] & (sentenceEnd ? fit : fit | any[w]);
                if (transparent) {
                    now |= sentenceEnd ? was & ~any[w] : was;
                }
                now = skipping(now, optional[w]);
                long done = now & accept[w];
                // A phrase that was told must not be told again by the fillers after it.
                after[slot] = now & ~accept[w];
                while (done != 0) {
                    int bit = Long.numberOfTrailingZeros(done);
                    done &= done - 1;
                    int phrase = phraseAt[w * 64 + bit];
                    sink.found(phrase, start(phrase, tokens, t), t);
                }
            }
        }
    }

    /** The words of state with a phrase whose two rarest elements are in the message; marks the bits of those phrases. */
    private int[] inPlay(Tokens tokens, long[] live) {
        long[] present = new long[(anchored.length + 63) >>> 6];
        for (int t = 0; t < tokens.count(); t++) {
            mark(tokens.symbols(t), present);
            for (Tokens.Stretch stretch = tokens.stretchesTo(t); stretch != null; stretch = stretch.next()) {
                mark(stretch.symbols(), present);
            }
        }
        int[] play = new int[words];
        int count = 0;
        for (int block = 0; block < present.length; block++) {
            for (long rest = present[block]; rest != 0; rest &= rest - 1) {
                for (int phrase : anchored[block * 64 + Long.numberOfTrailingZeros(rest)]) {
                    if (isPresent(seconds[phrase], present)) {
                        int word = wordOf[phrase];
                        if (live[word] == 0) {
                            play[count++] = word;
                        }
                        live[word] |= bitsOf[phrase];
                    }
                }
            }
        }
        return Arrays.copyOf(play, count);
    }

    private static void mark(int[] symbols, long[] present) {
        for (int symbol : symbols) {
            present[symbol >>> 6] |= 1L << symbol;
        }
    }

    private static boolean isPresent(int[] symbols, long[] present) {
        for (int symbol : symbols) {
            if ((present[symbol >>> 6] >>> symbol & 1) != 0) {
                return true;
            }
        }
        return symbols.length == 0;
    }

    private void gather(int[] symbols, int[] play, long[] live, int[] slotOf, long[] fits) {
        for (int symbol : symbols) {
            long[] everywhere = dense[symbol];
            if (everywhere.length > 0) {
                for (int slot = 0; slot < play.length; slot++) {
                    fits[slot] |= everywhere[play[slot]] & live[play[slot]];
                }
                continue;
            }
            int[] where = maskWords[symbol];
            long[] mask = masks[symbol];
            for (int i = 0; i < where.length; i++) {
                if (live[where[i]] != 0) {
                    fits[slotOf[where[i]]] |= mask[i] & live[where[i]];
                }
            }
        }
    }

    /** Steps over a whole stretch at once, from the state before it. */
    private void enter(Tokens.Stretch stretch, long[][] states, int[] play, long[] live, long[] entered) {
        long[] before = states[(stretch.start() + states.length - 1) % states.length];
        for (int slot = 0; slot < play.length; slot++) {
            int w = play[slot];
            long fit = fit(stretch.symbols(), w);
            entered[slot] |= ((before[slot] << 1) | first[w]) & fit & live[w];
            entered[slot] |= stretch.transparent() ? before[slot] : 0;
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

    /** The nearest token that a phrase ending here can begin with: the same steps, backwards. */
    private int start(int phrase, Tokens tokens, int last) {
        int w = wordOf[phrase];
        long bits = bitsOf[phrase];
        long may = optional[w] & bits;
        int reach = Math.min(last + 1, MAX_REACH);
        // What must end at each token, the last first.
        long[] ends = new long[reach + 1];
        ends[0] = accept[w] & bits;
        int found = -1;
        for (int back = 0; back < reach && found < 0; back++) {
            int t = last - back;
            long open = ends[back];
            if (open == 0) {
                continue;
            }
            for (int s = 0; s < longestSkip; s++) {
                open |= (open & may) >>> 1;
            }
            long taken = open & (fit(tokens.symbols(t), w) | (tokens.endsSentence(t) ? 0 : any[w]));
            if ((taken & first[w] & bits) != 0) {
                found = t;
            }
            ends[back + 1] |= (taken >>> 1) & bits;
            if (tokens.transparent(t) && back > 0) {
                ends[back + 1] |= ends[back];
            }
            for (Tokens.Stretch stretch = tokens.stretchesTo(t); stretch != null; stretch = stretch.next()) {
                int to = last - stretch.start() + 1;
                taken = open & fit(stretch.symbols(), w);
                if ((taken & first[w] & bits) != 0) {
                    found = Math.max(found, stretch.start());
                }
                if (to <= reach) {
                    ends[to] |= (taken >>> 1) & bits;
                    ends[to] |= stretch.transparent() && back > 0 ? ends[back] : 0;
                }
            }
        }
        return found < 0 ? Math.max(0, last - MAX_REACH) : found;
    }

    /** The elements in one word of state that these symbols fit. */
    private long fit(int[] symbols, int word) {
        long fit = 0;
        for (int symbol : symbols) {
            if (dense[symbol].length > 0) {
                fit |= dense[symbol][word];
                continue;
            }
            int[] where = maskWords[symbol];
            for (int i = 0; i < where.length; i++) {
                if (where[i] == word) {
                    fit |= masks[symbol][i];
                }
            }
        }
        return fit;
    }
}
