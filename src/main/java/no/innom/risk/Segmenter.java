package no.innom.risk;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Cuts words that were run together, {@code skalta} or {@code livetmitt}, where all of it is known words. */
final class Segmenter {
    /** Longer stretches without a space are left as they are. */
    static final int LONGEST = 200;

    private static final int NEVER = 1_000_000;

    private final AhoCorasickDoubleArrayTrie<Integer> trie = new AhoCorasickDoubleArrayTrie<>();
    private final boolean empty;

    /** Prepares to cut into these words and no others. */
    Segmenter(Iterable<String> words) {
        TreeMap<String, Integer> byWord = new TreeMap<>();
        for (String word : words) {
            byWord.put(word, word.length());
        }
        empty = byWord.isEmpty();
        if (!empty) {
            trie.build(byWord);
        }
    }

    /** The places where the pieces end, or null where the stretch is not all known words. */
    int @Nullable [] cut(String text) {
        int length = text.length();
        if (empty || length > LONGEST) {
            return null;
        }
        int[] cost = new int[length + 1];
        int[] back = new int[length + 1];
        Arrays.fill(cost, NEVER);
        cost[0] = 0;
        // Hits come in the order of their ends, so every earlier place is already settled.
        trie.parseText(text, (begin, end, size) -> {
            int its = cost[begin] + (size == 1 ? 30 : size == 2 ? 14 : 10);
            if (its < cost[end]) {
                cost[end] = its;
                back[end] = begin;
            }
        });
        if (cost[length] >= NEVER) {
            return null;
        }
        int pieces = 0;
        int inLong = 0;
        for (int at = length; at > 0; at = back[at]) {
            pieces++;
            inLong += at - back[at] >= 3 ? at - back[at] : 0;
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
}
