package no.innom.risk;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What words mean that begin in some way. Most words begin in none of them, which is told by a glance at a word without
 * cutting it up. Built once, then read by any thread.
 */
final class Beginnings {
    private static final int HINT_BITS = 16;

    private final Map<String, int[]> meanings = new HashMap<>();
    private final Hints hints = new Hints(HINT_BITS);
    /** Those that there are, a bit each; the longest are longer than any word that is looked up. */
    private long lengths;

    /** Not after the first lookup. */
    void add(String beginning, int[] symbols) {
        meanings.merge(beginning, symbols, Vocabulary::union);
        hints.add(beginning);
        lengths |= 1L << Math.min(beginning.length(), Long.SIZE - 1);
    }

    /** What the longest beginning of a word means, or null where there is none. */
    int @Nullable [] of(String word) {
        for (long left = mayEnd(word); left != 0; left ^= Long.highestOneBit(left)) {
            int[] found = meanings.get(word.substring(0, Long.SIZE - 1 - Long.numberOfLeadingZeros(left)));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** What just this beginning means, or null. */
    int @Nullable [] exactly(String beginning) {
        return meanings.get(beginning);
    }

    /** Whether any beginning of a word can be among these; seldom yes where it is not. */
    boolean mayBegin(String word) {
        return mayEnd(word) != 0;
    }

    /** A bit for each length at which a beginning of the word may end. */
    private long mayEnd(String word) {
        long ends = 0;
        int hash = 0;
        int longest = Math.min(word.length(), Long.SIZE - 1 - Long.numberOfLeadingZeros(lengths));
        for (int length = 1; length <= longest; length++) {
            // As String counts it, a letter at a time.
            hash = hash * 31 + word.charAt(length - 1);
            if ((lengths >>> length & 1) != 0 && hints.mayHave(hash)) {
                ends |= 1L << length;
            }
        }
        return ends;
    }
}
