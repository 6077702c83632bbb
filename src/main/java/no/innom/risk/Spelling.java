package no.innom.risk;

import java.util.HashSet;
import java.util.Set;

/** The ways in which one word is written: digits and signs for letters, letters doubled or left out. Pure. */
final class Spelling {
    static final String VOWELS = "aeiouyæøå";

    private static final String LOOK_ALIKES = "аеорсухіјѕкмнтвԁɡոհαοερνικτυχѵүһӏ";
    private static final String LATIN = "aeopcyxijskmhtbdgnhaoepviktuxvyhl";

    private Spelling() {}

    /** Reads digits and signs as letters; the word itself where it holds no letter. */
    static String unleet(String word, char zero, char one) {
        StringBuilder out = new StringBuilder(word.length());
        boolean letters = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            letters |= Character.isLetter(c);
            out.append(unleet(c, zero, one));
        }
        return letters ? out.toString() : word;
    }

    /** The letter that a digit or a sign is written for, or the character itself. */
    static char unleet(char c, char zero, char one) {
        return switch (c) {
            case '0' -> zero;
            case '1', '!', '|' -> one;
            case '3', '€' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '6', '9' -> 'g';
            case '7', '+' -> 't';
            case '8' -> 'b';
            default -> c;
        };
    }

    /** A letter without its ring or stroke: many leave them out, or have a keyboard without them. */
    static char withoutRing(char c) {
        return switch (c) {
            case 'ø' -> 'o';
            case 'å', 'æ' -> 'a';
            default -> c;
        };
    }

    /** The ways to write a word of the lexicon without doubled letters and without æ, ø and å. */
    static Set<String> looseKeys(String word) {
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

    /** Without æ, ø and å. */
    static String fold(String word, String oe, String aa, String ae) {
        if (word.indexOf('ø') < 0 && word.indexOf('å') < 0 && word.indexOf('æ') < 0) {
            return word;
        }
        return squeeze(word.replace("ø", oe).replace("å", aa).replace("æ", ae), 1);
    }

    /** With no letter more often in a row than so. */
    static String squeeze(String word, int most) {
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

    /** Whether a letter stands three times in a row. */
    static boolean hasRunOfThree(String word) {
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
            int at = LOOK_ALIKES.indexOf(c);
            if (at < 0) {
                return word;
            }
            out = out == null ? new StringBuilder(word) : out;
            out.setCharAt(i, LATIN.charAt(at));
        }
        return out == null ? word : out.toString();
    }

    static boolean isAllLetters(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isLetter(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
