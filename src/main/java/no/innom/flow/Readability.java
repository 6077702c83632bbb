package no.innom.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * How hard a text is to read. Measured by LIX (Björnsson 1968): words in a sentence on average, plus the share in
 * percent of words over six letters. It is used for English, too: it counts letters, not syllables, and has been
 * shown to order English texts as the English measures do (Anderson 1983).
 */
final class Readability {

    /** Over this is harder than a popular magazine. */
    static final int MAX_LIX = 35;

    /** Words in a sentence. */
    static final int MAX_WORDS = 25;

    /** Characters in a bubble: about what a small phone shows at a glance. */
    static final int MAX_CHARACTERS = 300;

    /** A text with fewer words has no LIX worth the name: one long word would decide it. */
    static final int FEWEST_WORDS = 10;

    private static final int LONG_WORD = 6;

    private static final Pattern SENTENCE = Pattern.compile("[.!?:]+(?=\\s|$)|\\n\\s*\\n");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Readability() {}

    /** What makes a text hard to read, and what to do; empty where nothing does. */
    static Optional<String> hard(String text) {
        List<String> reasons = new ArrayList<>();
        int characters = text.codePointCount(0, text.length());
        if (characters > MAX_CHARACTERS) {
            reasons.add("it has " + characters + " characters, and a bubble has room for " + MAX_CHARACTERS
                    + ": make a list of two or more");
        }
        Count count = Count.of(text);
        if (count.longest > MAX_WORDS) {
            reasons.add("a sentence has " + count.longest + " words: split it (at most " + MAX_WORDS + ")");
        }
        if (count.words >= FEWEST_WORDS && count.lix() > MAX_LIX) {
            reasons.add("its LIX is " + count.lix() + ": write shorter sentences and shorter words (at most " + MAX_LIX
                    + ")");
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
    }

    /** The LIX of several texts together; empty where they have too few words. */
    static OptionalLong lix(List<String> texts) {
        Count count = Count.of(String.join("\n\n", texts));
        return count.words < FEWEST_WORDS ? OptionalLong.empty() : OptionalLong.of(count.lix());
    }

    /** What a text is made of. */
    private static final class Count {
        private int words;
        private int longWords;
        private int sentences;
        private int longest;

        static Count of(String text) {
            Count count = new Count();
            for (String sentence : SENTENCE.split(text)) {
                count.add(sentence);
            }
            return count;
        }

        private void add(String sentence) {
            int here = 0;
            for (String word : SPACE.split(sentence.strip())) {
                long letters = word.codePoints().filter(Character::isLetter).count();
                if (letters > 0 || word.codePoints().anyMatch(Character::isDigit)) {
                    here++;
                    longWords += letters > LONG_WORD ? 1 : 0;
                }
            }
            words += here;
            sentences += here > 0 ? 1 : 0;
            longest = Math.max(longest, here);
        }

        long lix() {
            return Math.round((double) words / sentences + 100.0 * longWords / words);
        }
    }
}
