package no.innom.risk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import opennlp.tools.stemmer.snowball.SnowballStemmer;
import opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM;
import org.jspecify.annotations.Nullable;

/**
 * Knows every word of the lexicon in the ways that people write it: as it stands, stretched, without æ ø å, with digits
 * and stars for letters, in another form of the same stem, with one slip of the finger. The first way that fits decides;
 * an ordinary word is itself and nothing else.
 *
 * <p>Built once, then read by any thread; the stemmer, which is not safe to share, is one a thread.
 */
final class Vocabulary {
    /** Shorter words are never corrected: one letter makes dø, dør, kys and lev into something else. */
    private static final int LEAST_FOR_TYPO = 5;

    private static final int LEAST_FOR_STEM = 5;
    private static final int LEAST_FOR_JOINING = 7;
    private static final int LONGEST_WORD = 40;
    private static final int JOINABLE_BITS = 18;

    private final Map<String, int[]> exact = new HashMap<>();
    private final Map<String, int[]> loose = new HashMap<>();
    private final Beginnings stems = new Beginnings();
    private final Slips slips = new Slips();
    private final Beginnings prefixes = new Beginnings();
    private final Set<String> joinable = new HashSet<>();
    /** What joinable words begin with. */
    private final Hints beginnings = new Hints(JOINABLE_BITS);

    private final ThreadLocal<SnowballStemmer> stemmer =
            ThreadLocal.withInitial(() -> new SnowballStemmer(ALGORITHM.NORWEGIAN));

    /**
     * Takes in a word of the lexicon, normalised; not after the first lookup.
     *
     * @param symbols what it is; none for an ordinary word
     * @param guessed whether other spellings may be guessed to be this word
     */
    void add(String word, int[] symbols, boolean guessed) {
        if (word.endsWith("*")) {
            prefixes.add(word.substring(0, word.length() - 1), symbols);
            return;
        }
        exact.merge(word, symbols, Vocabulary::union);
        if (symbols.length == 0) {
            return;
        }
        if (word.length() >= 3) {
            for (String key : Spelling.looseKeys(word)) {
                loose.merge(key, symbols, Vocabulary::union);
            }
        }
        if (word.length() >= LEAST_FOR_JOINING) {
            joinable.add(word);
            for (int i = 2; i < word.length() - 1; i++) {
                beginnings.add(word.substring(0, i));
            }
        }
        if (guessed && word.length() >= LEAST_FOR_TYPO) {
            stems.add(stem(word), symbols);
            slips.add(word);
        }
    }

    /** What a word, normalised, is; null where the lexicon does not know it. */
    int @Nullable [] read(String word) {
        int[] found = known(word);
        if (found != null || word.length() > LONGEST_WORD) {
            return found;
        }
        if (word.length() >= LEAST_FOR_STEM && Spelling.isAllLetters(word)) {
            // A stem is always a beginning of its word, and to look for one costs more than to see that there is none.
            found = stems.mayBegin(word) ? stems.exactly(stem(word)) : null;
            if (found != null) {
                return found;
            }
            return slip(word);
        }
        return null;
    }

    /** As {@link #read}, without guessing at endings and slips: for parts of words run together. */
    int @Nullable [] known(String word) {
        int[] found = exact.get(word);
        if (found != null || word.length() > LONGEST_WORD) {
            return found;
        }
        found = prefixes.of(word);
        if (found != null) {
            return found;
        }
        if (word.indexOf('*') >= 0) {
            return starred(word);
        }
        if (!Spelling.isAllLetters(word)) {
            return leet(word);
        }
        String squeezed = Spelling.squeeze(word, 1);
        if (Spelling.hasRunOfThree(word)) {
            int[] once = exact.get(squeezed);
            int[] twice = exact.get(Spelling.squeeze(word, 2));
            if (once != null || twice != null) {
                return once == null ? twice : twice == null ? once : union(once, twice);
            }
        }
        return squeezed.length() >= 2 && word.length() >= 3 ? loose.get(Spelling.fold(squeezed, "o", "a", "ae")) : null;
    }

    /** Whether a word stands in the lexicon just so. */
    int @Nullable [] exactly(String word) {
        return exact.get(word);
    }

    /** Whether two parts, written apart, are one long word of the lexicon. */
    boolean isJoinable(String first, String second) {
        return first.length() + second.length() >= LEAST_FOR_JOINING
                && beginnings.mayHave(first.hashCode())
                && joinable.contains(first + second);
    }

    private int @Nullable [] leet(String word) {
        int[] found = null;
        for (int variant = 0; variant < 4; variant++) {
            String read = Spelling.unleet(word, (variant & 1) == 0 ? 'o' : 'ø', (variant & 2) == 0 ? 'i' : 'l');
            if (read.equals(word) || !Spelling.isAllLetters(read)) {
                return null;
            }
            int[] its = exact.get(read);
            if (its == null && read.length() >= 4) {
                its = known(read);
            }
            found = its == null ? found : found == null ? its : union(found, its);
        }
        return found;
    }

    private int @Nullable [] starred(String word) {
        int star = word.indexOf('*');
        int second = word.indexOf('*', star + 1);
        if (word.length() < 2 || (second >= 0 && word.indexOf('*', second + 1) >= 0)) {
            return null;
        }
        int[] found = null;
        for (int i = 0; i < Spelling.VOWELS.length(); i++) {
            String once = word.substring(0, star) + Spelling.VOWELS.charAt(i) + word.substring(star + 1);
            for (int j = 0; j < (second < 0 ? 1 : Spelling.VOWELS.length()); j++) {
                String full = second < 0
                        ? once
                        : once.substring(0, second) + Spelling.VOWELS.charAt(j) + once.substring(second + 1);
                int[] its = exact.get(full);
                found = its == null ? found : found == null ? its : union(found, its);
            }
        }
        if (found == null && second < 0) {
            found = slip(word.substring(0, star) + word.substring(star + 1));
        }
        return found;
    }

    private int @Nullable [] slip(String word) {
        if (word.length() < LEAST_FOR_TYPO - 1 || !Spelling.isAllLetters(word)) {
            return null;
        }
        int[] found = null;
        for (String meant : slips.meant(word)) {
            int[] its = exact.get(meant);
            found = its == null ? found : found == null ? its : union(found, its);
        }
        return found;
    }

    private String stem(String word) {
        return stemmer.get().stem(word).toString();
    }

    static int[] union(int[] a, int[] b) {
        int[] both = Arrays.copyOf(a, a.length + b.length);
        int count = a.length;
        for (int symbol : b) {
            boolean there = false;
            for (int i = 0; i < count; i++) {
                there |= both[i] == symbol;
            }
            if (!there) {
                both[count++] = symbol;
            }
        }
        return Arrays.copyOf(both, count);
    }
}
