package no.innom.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Phrases being looked for in one message. A place is the gap before a token, numbered as the token; a set of places is
 * a row of bits. Used once, by one thread.
 */
final class PhraseRun {
    /** How far back from its last token a phrase may begin, in tokens: fillers between its words count too. */
    private static final int MAX_REACH = 48;
    /** From how many rows of tokens on a message is long. */
    private static final int LONG = 3;

    private final Tokens tokens;
    private final Places places;
    private final int words;
    private final long[] all;
    private final long[] nothing;
    /** Tokens that phrases reach across, sentence ends among them. */
    private final long[] across;
    /** The same without sentence ends: what a gap that has skipped a word reaches across. */
    private final long[] acrossInSentence;

    private final List<Crossing> crossings = new ArrayList<>();
    private final long[] inSentence;
    private long[] from;
    private long[] into;
    private final long[] fit;
    /** In a long message a phrase is only looked for near its rarest word. */
    private final @Nullable Neighbourhood near;

    private int low;
    private int high;

    /** A stretch that phrases reach across: "hele tiden". */
    private record Crossing(int from, int to) {}

    PhraseRun(Tokens tokens, Places places) {
        this.tokens = tokens;
        this.places = places;
        words = places.words;
        all = new long[words];
        nothing = new long[words];
        across = new long[words];
        acrossInSentence = new long[words];
        inSentence = new long[words];
        from = new long[words];
        into = new long[words];
        fit = new long[words];
        for (int t = 0; t < tokens.count(); t++) {
            long bit = 1L << t;
            int w = t >>> 6;
            all[w] |= bit;
            across[w] |= tokens.transparent(t) ? bit : 0;
            inSentence[w] |= tokens.endsSentence(t) ? 0 : bit;
            for (Tokens.Stretch stretch = tokens.stretchesTo(t); stretch != null; stretch = stretch.next()) {
                if (stretch.transparent()) {
                    crossings.add(new Crossing(stretch.start(), t + 1));
                }
            }
        }
        for (int w = 0; w < words; w++) {
            acrossInSentence[w] = across[w] & inSentence[w];
        }
        crossings.sort(Comparator.comparingInt(Crossing::from));
        near = words < LONG ? null : new Neighbourhood(light(tokens, across), PhraseFinder.MAX_ELEMENTS);
    }

    /** What is read together takes no more than one token of a phrase's reach, and what is reached across none. */
    private static long[] light(Tokens tokens, long[] across) {
        long[] light = across.clone();
        for (int t = 0; t < tokens.count(); t++) {
            for (Tokens.Stretch stretch = tokens.stretchesTo(t); stretch != null; stretch = stretch.next()) {
                for (int inside = stretch.start() + (stretch.transparent() ? 0 : 1); inside <= t; inside++) {
                    light[inside >>> 6] |= 1L << inside;
                }
            }
        }
        return light;
    }

    /** How many longs a set of places takes. */
    int words() {
        return words;
    }

    /**
     * Of the parts of the message where one symbol stands, those that are near all else that a phrase needs.
     *
     * @param needed for each element of it, from one index to another, a count and then its symbols
     */
    long near(long parts, int[] needed, int from, int to) {
        long left = parts;
        for (int i = from; i < to && left != 0; ) {
            int end = i + 1 + needed[i];
            if (near == null) {
                left = places.hasAny(needed, i + 1, end) ? left : 0;
            } else {
                left &= near.around(places.parts(needed, i + 1, end));
            }
            i = end;
        }
        return left;
    }

    /** The places at which the phrase ends, near those parts of the message; null where it does not. */
    long @Nullable [] ends(Phrase phrase, long parts) {
        low = 0;
        high = words;
        if (near != null) {
            long around = near.around(parts);
            low = near.from(around);
            high = near.to(around);
        }
        long[] ends = null;
        if (reachesEnd(phrase)) {
            ends = new long[words];
            System.arraycopy(from, low, ends, low, high - low);
        }
        // The next phrase may be looked for elsewhere: nothing of this one may be left there.
        Arrays.fill(from, low, high, 0);
        return ends;
    }

    /** Goes through the elements of a phrase; leaves the places behind the last in {@link #from}. */
    private boolean reachesEnd(Phrase phrase) {
        System.arraycopy(all, low, from, low, high - low);
        int last = phrase.size - 1;
        // What may be missing at the beginning makes no difference to where the phrase ends.
        for (int e = Long.bitCount(phrase.first) - 1; e <= last; e++) {
            boolean some;
            if (phrase.isAny(e)) {
                some = step(inSentence, true, acrossInSentence);
            } else {
                phrase.gather(e, places, from, fit, into, low, high);
                some = step(fit, (phrase.optional >>> e & 1) != 0, e == last ? nothing : across);
                Arrays.fill(fit, low, high, 0);
            }
            if (!some) {
                return false;
            }
            long[] spare = from;
            from = into;
            into = spare;
            Arrays.fill(into, low, high, 0);
        }
        return true;
    }

    /**
     * One element: from each place over the token that fits, or none if it may be missing; then to all places behind what
     * may be reached across. What stands in {@link #into} already was come to over stretches.
     */
    private boolean step(long[] fitting, boolean mayBeMissing, long[] over) {
        long carryStep = 0;
        long carryAcross = 0;
        long some = 0;
        for (int w = low; w < high; w++) {
            long here = from[w] & fitting[w];
            long come = into[w] | here << 1 | carryStep;
            carryStep = here >>> 63;
            // A gap that has skipped a word does not cross a sentence's end, but may end before it.
            come |= mayBeMissing && over != acrossInSentence ? from[w] : 0;
            // An addition runs through a run of ones in one step: from the place to the end of the run.
            long sum = over[w] + (come & over[w]);
            long withCarry = sum + carryAcross;
            carryAcross = Long.compareUnsigned(sum, over[w]) < 0 || Long.compareUnsigned(withCarry, sum) < 0 ? 1 : 0;
            come |= withCarry ^ over[w] | (mayBeMissing ? from[w] : 0);
            into[w] = come;
            some |= come;
        }
        for (int i = 0; i < crossings.size() && over != nothing; i++) {
            cross(crossings.get(i), over);
        }
        return some != 0;
    }

    private void cross(Crossing crossing, long[] over) {
        int to = crossing.to;
        int end = high << 6;
        if (crossing.from >= low << 6 && to < end && has(into, crossing.from)) {
            into[to >>> 6] |= 1L << to;
            while (has(over, to) && to + 1 < end) {
                to++;
                into[to >>> 6] |= 1L << to;
            }
        }
    }

    private static boolean has(long[] row, int place) {
        return (row[place >>> 6] >>> place & 1) != 0;
    }

    /** The nearest token that a phrase ending with this one can begin with: the same steps, backwards. */
    int start(Phrase phrase, int last) {
        int reach = Math.min(last + 1, MAX_REACH);
        // The elements that must end at each token, a bit each, the last token first.
        long[] ends = new long[reach + 1];
        ends[0] = 1L << (phrase.size - 1);
        int found = -1;
        for (int back = 0; back < reach && found < 0; back++) {
            if (ends[back] == 0) {
                continue;
            }
            int t = last - back;
            long open = skipping(ends[back], phrase.optional);
            long taken = 0;
            for (long rest = open; rest != 0; rest &= rest - 1) {
                int e = Long.numberOfTrailingZeros(rest);
                if (phrase.isAny(e) ? !tokens.endsSentence(t) : phrase.fits(e, places, t)) {
                    taken |= 1L << e;
                }
            }
            if ((taken & phrase.first) != 0) {
                found = t;
            }
            ends[back + 1] |= taken >>> 1;
            if (tokens.transparent(t) && back > 0) {
                ends[back + 1] |= ends[back];
            }
            for (Tokens.Stretch stretch = tokens.stretchesTo(t); stretch != null; stretch = stretch.next()) {
                taken = 0;
                for (long rest = open; rest != 0; rest &= rest - 1) {
                    int e = Long.numberOfTrailingZeros(rest);
                    taken |= phrase.fits(e, stretch.symbols()) ? 1L << e : 0;
                }
                if ((taken & phrase.first) != 0) {
                    found = Math.max(found, stretch.start());
                }
                int to = last - stretch.start() + 1;
                if (to <= reach) {
                    ends[to] |= taken >>> 1;
                    ends[to] |= stretch.transparent() && back > 0 ? ends[back] : 0;
                }
            }
        }
        return found < 0 ? Math.max(0, last - MAX_REACH) : found;
    }

    private static long skipping(long ends, long optional) {
        long open = ends;
        for (long more = (open & optional) >>> 1; (more & ~open) != 0; more = (open & optional) >>> 1) {
            open |= more;
        }
        return open;
    }
}
