package no.innom.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
    private static final int BUCKETS = 1 << 12;
    private static final int LONGEST_WORD = 40;
    private static final String VOWELS = "aeiouyæøå";
    private static final String[] KEYBOARD = {"qwertyuiopå", "asdfghjkløæ", "zxcvbnm"};
    private static final String[] SOUNDS = {"dt", "gk", "bp", "vfw", "cks", "sz", "jgi", "nm"};

    private final Map<String, int[]> exact = new HashMap<>();
    private final Map<String, int[]> loose = new HashMap<>();
    private final Map<String, int[]> stems = new HashMap<>();
    /** Words by their beginning, and by their end: one slip leaves one of the two as it was. */
    private final List<List<String>> byBeginning = buckets();

    private final List<List<String>> byEnd = buckets();
    private final Map<String, int[]> prefixes = new HashMap<>();
    private final Set<String> joinable = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();
    private int shortestPrefix = Integer.MAX_VALUE;
    private int longestPrefix;
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
            String prefix = word.substring(0, word.length() - 1);
            prefixes.merge(prefix, symbols, Vocabulary::union);
            shortestPrefix = Math.min(shortestPrefix, prefix.length());
            longestPrefix = Math.max(longestPrefix, prefix.length());
            return;
        }
        exact.merge(word, symbols, Vocabulary::union);
        if (symbols.length == 0) {
            return;
        }
        if (word.length() >= 3) {
            for (String key : looseKeys(word)) {
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
            stems.merge(stem(word), symbols, Vocabulary::union);
            byBeginning.get(beginning(word, word.length())).add(word);
            byEnd.get(end(word, word.length())).add(word);
        }
    }

    /** What a word, normalised, is; null where the lexicon does not know it. */
    int @Nullable [] read(String word) {
        int[] found = known(word);
        if (found != null || word.length() > LONGEST_WORD) {
            return found;
        }
        if (word.length() >= LEAST_FOR_STEM && isAllLetters(word)) {
            found = stems.get(stem(word));
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
        found = byPrefix(word);
        if (found != null) {
            return found;
        }
        if (word.indexOf('*') >= 0) {
            return starred(word);
        }
        if (!isAllLetters(word)) {
            return leet(word);
        }
        String squeezed = squeeze(word, 1);
        if (hasRunOfThree(word)) {
            int[] once = exact.get(squeezed);
            int[] twice = exact.get(squeeze(word, 2));
            if (once != null || twice != null) {
                return once == null ? twice : twice == null ? once : union(once, twice);
            }
        }
        return squeezed.length() >= 2 && word.length() >= 3 ? loose.get(fold(squeezed, "o", "a", "ae")) : null;
    }

    /** Whether a word stands in the lexicon just so. */
    int @Nullable [] exactly(String word) {
        return exact.get(word);
    }

    /** Whether two parts, written apart, are one long word of the lexicon. */
    boolean isJoinable(String first, String second) {
        return first.length() + second.length() >= LEAST_FOR_JOINING
                && beginnings.contains(first)
                && joinable.contains(first + second);
    }

    private int @Nullable [] byPrefix(String word) {
        int longest = Math.min(longestPrefix, word.length());
        for (int length = longest; length >= shortestPrefix; length--) {
            int[] found = prefixes.get(word.substring(0, length));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private int @Nullable [] leet(String word) {
        int[] found = null;
        for (int variant = 0; variant < 4; variant++) {
            String read = unleet(word, (variant & 1) == 0 ? 'o' : 'ø', (variant & 2) == 0 ? 'i' : 'l');
            if (read.equals(word) || !isAllLetters(read)) {
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

    private static String unleet(String word, char zero, char one) {
        StringBuilder out = new StringBuilder(word.length());
        boolean letters = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            letters |= Character.isLetter(c);
            out.append(
                    switch (c) {
                        case '0' -> zero;
                        case '1', '!', '|' -> one;
                        case '3', '€' -> 'e';
                        case '4', '@' -> 'a';
                        case '5', '$' -> 's';
                        case '6', '9' -> 'g';
                        case '7', '+' -> 't';
                        case '8' -> 'b';
                        default -> c;
                    });
        }
        return letters ? out.toString() : word;
    }

    private int @Nullable [] starred(String word) {
        int star = word.indexOf('*');
        int second = word.indexOf('*', star + 1);
        if (word.length() < 2 || (second >= 0 && word.indexOf('*', second + 1) >= 0)) {
            return null;
        }
        int[] found = null;
        for (int i = 0; i < VOWELS.length(); i++) {
            String once = word.substring(0, star) + VOWELS.charAt(i) + word.substring(star + 1);
            for (int j = 0; j < (second < 0 ? 1 : VOWELS.length()); j++) {
                String full =
                        second < 0 ? once : once.substring(0, second) + VOWELS.charAt(j) + once.substring(second + 1);
                int[] its = exact.get(full);
                found = its == null ? found : found == null ? its : union(found, its);
            }
        }
        if (found == null && second < 0) {
            found = slip(word.substring(0, star) + word.substring(star + 1));
        }
        return found;
    }

    private static List<List<String>> buckets() {
        List<List<String>> buckets = new ArrayList<>(BUCKETS);
        for (int i = 0; i < BUCKETS; i++) {
            buckets.add(new ArrayList<>(2));
        }
        return buckets;
    }

    private static int beginning(String word, int length) {
        return ((word.charAt(0) * 31 + word.charAt(1)) * 31 + length) & (BUCKETS - 1);
    }

    private static int end(String word, int length) {
        int last = word.length() - 1;
        int hash = (word.charAt(0) * 31 + word.charAt(last - 1)) * 31 + word.charAt(last);
        return (hash * 31 + length) & (BUCKETS - 1);
    }

    private int @Nullable [] slip(String word, List<String> candidates, int @Nullable [] before) {
        int[] found = before;
        for (int i = 0; i < candidates.size(); i++) {
            if (isOneSlip(word, candidates.get(i))) {
                int[] its = exact.get(candidates.get(i));
                found = its == null ? found : found == null ? its : union(found, its);
            }
        }
        return found;
    }

    /** One letter too many, too few, swapped, or one that lies or sounds near; the first letter is as it should be. */
    private int @Nullable [] slip(String word) {
        if (word.length() < LEAST_FOR_TYPO - 1 || !isAllLetters(word)) {
            return null;
        }
        int[] found = null;
        for (int length = word.length() - 1; length <= word.length() + 1; length++) {
            found = slip(word, byBeginning.get(beginning(word, length)), found);
            found = slip(word, byEnd.get(end(word, length)), found);
        }
        return found;
    }

    private static boolean isOneSlip(String typed, String meant) {
        if (typed.charAt(0) != meant.charAt(0) || Math.abs(typed.length() - meant.length()) > 1) {
            return false;
        }
        int shorter = Math.min(typed.length(), meant.length());
        int same = 0;
        while (same < shorter && typed.charAt(same) == meant.charAt(same)) {
            same++;
        }
        if (typed.length() == meant.length() - 1) {
            return typed.regionMatches(same, meant, same + 1, typed.length() - same);
        }
        if (typed.length() == meant.length() + 1) {
            return same > 0 && meant.regionMatches(same, typed, same + 1, meant.length() - same);
        }
        if (typed.length() != meant.length() || same == shorter) {
            return false;
        }
        int rest = typed.length() - same - 1;
        if (typed.regionMatches(same + 1, meant, same + 1, rest)) {
            return same > 0 && isNear(typed.charAt(same), meant.charAt(same));
        }
        return rest > 0
                && typed.charAt(same) == meant.charAt(same + 1)
                && typed.charAt(same + 1) == meant.charAt(same)
                && typed.regionMatches(same + 2, meant, same + 2, rest - 1);
    }

    private static boolean isNear(char a, char b) {
        if (VOWELS.indexOf(a) >= 0 && VOWELS.indexOf(b) >= 0) {
            return true;
        }
        for (String sound : SOUNDS) {
            if (sound.indexOf(a) >= 0 && sound.indexOf(b) >= 0) {
                return true;
            }
        }
        for (String row : KEYBOARD) {
            int at = row.indexOf(a);
            int bt = row.indexOf(b);
            if (at >= 0 && bt >= 0 && Math.abs(at - bt) == 1) {
                return true;
            }
        }
        return false;
    }

    private String stem(String word) {
        return stemmer.get().stem(word).toString();
    }

    private static Set<String> looseKeys(String word) {
        String squeezed = squeeze(word, 1);
        if (fold(squeezed, "o", "a", "ae").equals(squeezed)) {
            return Set.of(squeezed);
        }
        Set<String> keys = new HashSet<>();
        keys.add(fold(squeezed, "o", "a", "ae"));
        keys.add(fold(squeezed, "o", "a", "a"));
        keys.add(fold(squeezed, "o", "a", "e"));
        keys.add(fold(squeezed, "oe", "a", "ae"));
        return keys;
    }

    private static String fold(String word, String oe, String aa, String ae) {
        if (word.indexOf('ø') < 0 && word.indexOf('å') < 0 && word.indexOf('æ') < 0) {
            return word;
        }
        return squeeze(word.replace("ø", oe).replace("å", aa).replace("æ", ae), 1);
    }

    private static String squeeze(String word, int most) {
        StringBuilder out = null;
        int run = 0;
        for (int i = 0; i < word.length(); i++) {
            run = i > 0 && word.charAt(i) == word.charAt(i - 1) ? run + 1 : 1;
            if (run > most && out == null) {
                out = new StringBuilder(word.length()).append(word, 0, i);
            } else if (run <= most && out != null) {
                out.append(word.charAt(i));
            }
        }
        return out == null ? word : out.toString();
    }

    private static boolean hasRunOfThree(String word) {
        for (int i = 2; i < word.length(); i++) {
            if (word.charAt(i) == word.charAt(i - 1) && word.charAt(i) == word.charAt(i - 2)) {
                return true;
            }
        }
        return false;
    }

    /** Letters of other alphabets that look Latin, in a word that is Latin or could pass for it. */
    static String latin(String word) {
        StringBuilder out = null;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < 0x250 || c > 0x58F) {
                continue;
            }
            int at = LookAlikes.FROM.indexOf(c);
            if (at < 0) {
                return word;
            }
            out = out == null ? new StringBuilder(word) : out;
            out.setCharAt(i, LookAlikes.TO.charAt(at));
        }
        return out == null ? word : out.toString();
    }

    private static boolean isAllLetters(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isLetter(word.charAt(i))) {
                return false;
            }
        }
        return true;
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

    private static final class LookAlikes {
        static final String FROM = "аеорсухіјѕкмнтвԁɡոհαοερνικτυχѵүһӏ";
        static final String TO = "aeopcyxijskmhtbdgnhaoepviktuxvyhl";
    }
}
