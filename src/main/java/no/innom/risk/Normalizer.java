package no.innom.risk;

import java.text.Normalizer.Form;
import java.util.Arrays;

/**
 * The first channel: every way of writing the same letters becomes one. Compatibility forms (NFKC), capitals, stretched
 * letters, what is invisible, loose accents and accented letters are evened out; æ, ø and å are letters of their own and stay. Each
 * resulting character remembers where in the original text it came from.
 *
 * <p>Linear in the text; keeps nothing between calls; any thread.
 */
final class Normalizer {
    private static final String FROM = "öäőœëéèêíìïîóòôõúùûüýÿñçãâáàßðþıłşšžčć’‘´`ʼ";
    private static final String TO = "øæøøeeeeiiiioooouuuuyyncaaaasdtilsszcc'''''";

    private char[] chars;
    private int[] from;
    private int[] to;
    private int length;
    private boolean stretched;

    private Normalizer(int capacity) {
        chars = new char[capacity];
        from = new int[capacity];
        to = new int[capacity];
    }

    /**
     * A text with its letters evened out.
     *
     * @param chars the characters
     * @param from where in the original each begins
     * @param to where in the original each ends
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Glyphs(char[] chars, int[] from, int[] to, int length) {}

    /** Evens out a message. */
    static Glyphs normalize(String text) {
        Normalizer out = new Normalizer(text.length() + 8);
        for (int i = 0; i < text.length(); ) {
            int code = text.codePointAt(i);
            int next = i + Character.charCount(code);
            out.add(code, i, next);
            i = next;
        }
        return new Glyphs(out.chars, out.from, out.to, out.length);
    }

    /** Evens out one word or phrase of the lexicon, the same way. */
    static String normalizeWord(String word) {
        Glyphs glyphs = normalize(word);
        return new String(glyphs.chars, 0, glyphs.length);
    }

    private void add(int code, int start, int end) {
        if (code < 0x80) {
            put((char) (code >= 'A' && code <= 'Z' ? code + 32 : code), start, end);
            return;
        }
        int type = Character.getType(code);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            compose(code, end);
        } else if (type == Character.FORMAT || isSelector(code)) {
            extend(end);
        } else {
            int lower = Character.toLowerCase(code);
            if (lower == 'æ' || lower == 'ø' || lower == 'å') {
                put((char) lower, start, end);
            } else {
                addForeign(lower, start, end);
            }
        }
    }

    private void addForeign(int code, int start, int end) {
        int plain = FROM.indexOf(code);
        if (plain >= 0) {
            put(TO.charAt(plain), start, end);
            return;
        }
        String folded = java.text.Normalizer.normalize(Character.toString(code), Form.NFKC);
        for (int i = 0; i < folded.length(); i++) {
            char c = Character.toLowerCase(folded.charAt(i));
            plain = FROM.indexOf(c);
            put(plain >= 0 ? TO.charAt(plain) : isLatinWithMark(c) ? baseOf(c) : c, start, end);
        }
    }

    private static boolean isLatinWithMark(char c) {
        return (c >= 0x100 && c < 0x250) || (c >= 0x1E00 && c < 0x1F00);
    }

    private static char baseOf(char c) {
        return java.text.Normalizer.normalize(Character.toString(c), Form.NFD).charAt(0);
    }

    /** A loose ring over an a is an å; other loose marks are ornaments. */
    private void compose(int mark, int end) {
        if (length > 0 && mark == 0x30A && chars[length - 1] == 'a') {
            chars[length - 1] = 'å';
        } else if (length > 0 && mark == 0x338 && chars[length - 1] == 'o') {
            chars[length - 1] = 'ø';
        }
        extend(end);
    }

    private void extend(int end) {
        if (length > 0) {
            to[length - 1] = end;
        }
    }

    private static boolean isSelector(int code) {
        return (code >= 0xFE00 && code <= 0xFE0F)
                || (code >= 0x1F3FB && code <= 0x1F3FF)
                || code == 0x115F
                || code == 0x3164;
    }

    private void put(char c, int start, int end) {
        if (length > 0 && chars[length - 1] == c && Character.isLetter(c)) {
            if (stretched) {
                extend(end);
                return;
            }
            if (length > 1 && chars[length - 2] == c) {
                // A third of the same letter: the word is stretched, and one of them is what was meant.
                stretched = true;
                length--;
                extend(end);
                return;
            }
        }
        stretched = false;
        if (length == chars.length) {
            int larger = length * 2;
            chars = Arrays.copyOf(chars, larger);
            from = Arrays.copyOf(from, larger);
            to = Arrays.copyOf(to, larger);
        }
        chars[length] = c;
        from[length] = start;
        to[length] = end;
        length++;
    }
}
