package no.innom.risk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts words that were run together, {@code skalta} or {@code livetmitt}, where all of it is known words.
 */
final class Segmenter {
    /** Longer stretches without a space are left as they are. */
    static final int LONGEST = 200;

    private static final int LONGEST_PIECE = 18;
    private static final int BEGINNING = 3;
    private static final int BEGINNINGS = 1 << 15;
    private static final String LETTER_WORDS = "åiæe";
    /** The short words that people run together with others; the rest of two letters would cut what is no words. */
    private static final Set<String> PAIRS = Set.of(
            "av", "på", "at", "er", "eg", "få", "ta", "nå", "no", "du", "de", "vi", "dø", "me", "mæ", "så", "ej", "va",
            "te", "ka", "om", "og", "to", "be", "my", "it", "in", "is", "do", "im", "go");

    private static final int NEVER = 1_000_000;

    private final Set<String> words;
    private final BitSet beginnings = new BitSet(BEGINNINGS);

    /** Prepares to cut into these words and no others; they are not copied. */
    Segmenter(Set<String> words) {
        this.words = words;
        for (String word : words) {
            if (word.length() >= BEGINNING) {
                beginnings.set(beginning(word, 0));
            }
        }
    }

    /** The places where the pieces end, or null where the stretch is not all known words. */
    int @Nullable [] cut(String text) {
        int length = text.length();
        if (length > LONGEST) {
            return null;
        }
        int[] cost = new int[length + 1];
        int[] back = new int[length + 1];
        Arrays.fill(cost, 1, length + 1, NEVER);
        for (int begin = 0; begin < length; begin++) {
            if (cost[begin] >= NEVER) {
                continue;
            }
            boolean isBeginning = begin + BEGINNING <= length && beginnings.get(beginning(text, begin));
            int longest = Math.min(isBeginning ? LONGEST_PIECE : BEGINNING - 1, length - begin);
            for (int size = 1; size <= longest; size++) {
                int its = cost[begin] + (size == 1 ? 30 : size == 2 ? 14 : 10);
                if (its < cost[begin + size] && isWord(text, begin, size)) {
                    cost[begin + size] = its;
                    back[begin + size] = begin;
                }
            }
        }
        return cost[length] >= NEVER ? null : ends(back, length);
    }

    private boolean isWord(String text, int begin, int size) {
        if (size == 1) {
            return LETTER_WORDS.indexOf(text.charAt(begin)) >= 0;
        }
        return (size == 2 ? PAIRS : words).contains(text.substring(begin, begin + size));
    }

    private static int @Nullable [] ends(int[] back, int length) {
        int pieces = 0;
        int inLong = 0;
        for (int at = length; at > 0; at = back[at]) {
            pieces++;
            inLong += at - back[at] >= BEGINNING ? at - back[at] : 0;
        }
        if (inLong * 2 < length) {
            return null;
        }
        int[] ends = new int[pieces];
        for (int at = length; at > 0; at = back[at]) {
            ends[--pieces] = at;
        }
        return ends;
    }

    private static int beginning(String word, int at) {
        int hash = (word.charAt(at) * 31 + word.charAt(at + 1)) * 31 + word.charAt(at + 2);
        return hash & (BEGINNINGS - 1);
    }
}
