package no.innom.risk;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What words mean that begin in some way. Most words begin in none of them, which is told by a glance at a word without
 * cutting it up. Built once, then read by any thread.
 */
final class Beginnings {
    private static final int HINTS = 1 << 16;

    private final Map<String, int[]> meanings = new HashMap<>();
    private final BitSet hints = new BitSet(HINTS);
    private final BitSet lengths = new BitSet();

    /** Not after the first lookup. */
    void add(String beginning, int[] symbols) {
        meanings.merge(beginning, symbols, Vocabulary::union);
        hints.set(place(beginning.hashCode()));
        lengths.set(beginning.length());
    }

    /** What the longest beginning of a word means, or null where there is none. */
    int @Nullable [] of(String word) {
        int @Nullable [] found = null;
        int hash = 0;
        int longest = Math.min(word.length(), lengths.length() - 1);
        for (int length = 1; length <= longest; length++) {
            // As String counts it, a letter at a time.
            hash = hash * 31 + word.charAt(length - 1);
            if (lengths.get(length) && hints.get(place(hash))) {
                int[] its = meanings.get(word.substring(0, length));
                found = its == null ? found : its;
            }
        }
        return found;
    }

    /** What just this beginning means, or null. */
    int @Nullable [] exactly(String beginning) {
        return meanings.get(beginning);
    }

    /** Whether any beginning of a word can be among these; seldom yes where it is not. */
    boolean mayBegin(String word) {
        int hash = 0;
        int longest = Math.min(word.length(), lengths.length() - 1);
        for (int length = 1; length <= longest; length++) {
            hash = hash * 31 + word.charAt(length - 1);
            if (lengths.get(length) && hints.get(place(hash))) {
                return true;
            }
        }
        return false;
    }

    private static int place(int hash) {
        return (hash * 0x9E3779B1) >>> 16;
    }
}
