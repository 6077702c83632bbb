package no.innom.risk;

import java.util.Arrays;

/**
 * What the {@link SecondOpinion} sees of a message, as numbers: each word, its parts of three and four letters, its
 * classes in the lexicon, and how words and classes follow each other. Each trait belongs to the word that it begins
 * with, so that any stretch of words can be judged by itself. Used once, by one thread.
 */
final class Traits {
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_PART = 4;
    /** Up to here letters need no reading; nor do æ, ø and å. */
    private static final char LAST_PLAIN = 0x7F;

    private static final int OFFSET = 0x811c9dc5;
    private static final int PRIME = 0x01000193;

    private int[] traits = new int[256];
    private int count;
    private int[] begin = new int[16];
    private int[] token = new int[16];
    private int[] sentence = new int[16];
    private int words;

    private Traits() {}

    /** The traits of a message that has been read. */
    static Traits of(String text, Tokens tokens, ClassTraits classes) {
        Traits all = new Traits();
        all.read(text, tokens, classes);
        return all;
    }

    /** How many words there are. */
    int words() {
        return words;
    }

    /** The number of the sentence that a word stands in. */
    int sentence(int word) {
        return sentence[word];
    }

    /** The token that a word is. */
    int token(int word) {
        return token[word];
    }

    /** Where the traits of a word begin; with the number of words, where the last one's end. */
    int begin(int word) {
        return begin[word];
    }

    int trait(int index) {
        return traits[index];
    }

    /** The trait of a word that is the word itself. */
    int itself(int word) {
        return traits[begin[word]];
    }

    private void read(String text, Tokens tokens, ClassTraits classes) {
        int[] hash = new int[tokens.count()];
        int[] widest = new int[tokens.count()];
        int[] narrowest = new int[tokens.count()];
        char[] letters = new char[64];
        int sentences = 0;
        int lineEnd = text.indexOf('\n');
        for (int t = 0; t < tokens.count(); t++) {
            if (tokens.endsSentence(t)) {
                sentences++;
                continue;
            }
            if (lineEnd >= 0 && lineEnd < tokens.start(t)) {
                sentences++;
                lineEnd = text.indexOf('\n', tokens.start(t));
            }
            if (tokens.has(t, classes.laughter())
                    || tokens.isInside(t, classes.laughter())
                    || saysNothing(text, tokens, t, classes)) {
                continue;
            }
            int start = Math.min(tokens.start(t), text.length());
            int end = Math.min(tokens.end(t), text.length());
            if (letters.length < end - start + 2) {
                letters = new char[(end - start) * 2 + 2];
            }
            int length = letters(text, start, end, letters);
            word(t, sentences);
            hash[words - 1] = hash(letters, 1, length - 1);
            add('w', hash[words - 1], 0, 0);
            parts(letters, length);
            int wide = 0;
            int narrow = 0;
            for (int symbol : tokens.symbols(t)) {
                int its = classes.hash(symbol);
                if (its != 0) {
                    add('k', its, 0, 0);
                    wide = wide == 0 || classes.size(symbol) > classes.size(wide) ? symbol : wide;
                    narrow = narrow == 0 || classes.size(symbol) < classes.size(narrow) ? symbol : narrow;
                }
            }
            for (Tokens.Stretch stretch = tokens.stretchesTo(t); stretch != null; stretch = stretch.next()) {
                for (int symbol : stretch.symbols()) {
                    if (classes.hash(symbol) != 0) {
                        add('~', classes.hash(symbol), 0, 0);
                    }
                }
            }
            widest[words - 1] = wide == 0 ? hash[words - 1] : classes.hash(wide);
            narrowest[words - 1] = narrow == 0 ? hash[words - 1] : classes.hash(narrow);
        }
        begin[words] = count;
        follow(hash, widest, narrowest);
    }

    /** An emoji that stands in no class: a heart, a smile. */
    private static boolean saysNothing(String text, Tokens tokens, int t, ClassTraits classes) {
        for (int symbol : tokens.symbols(t)) {
            if (classes.hash(symbol) != 0) {
                return false;
            }
        }
        return text.substring(Math.min(tokens.start(t), text.length()), Math.min(tokens.end(t), text.length()))
                .codePoints()
                .noneMatch(Character::isLetterOrDigit);
    }

    /** The letters as the lexicon reads them, each once however often it is repeated; between two edges. */
    private static int letters(String text, int start, int end, char[] into) {
        int length = 0;
        into[length++] = '<';
        boolean mixed = mixesDigitsWithLetters(text, start, end);
        for (int i = start; i < end; i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if (mixed && isDigit(c)) {
                c = Spelling.unleet(c, 'o', 'i');
            }
            if (c > LAST_PLAIN && c != 'æ' && c != 'ø' && c != 'å') {
                return foreign(text.substring(start, end), mixed, into);
            }
            c = Spelling.withoutRing(c);
            if (into[length - 1] != c) {
                into[length++] = c;
            }
        }
        into[length++] = '>';
        return length;
    }

    private static boolean mixesDigitsWithLetters(String text, int start, int end) {
        boolean digit = false;
        boolean letter = false;
        for (int i = start; i < end; i++) {
            digit |= isDigit(text.charAt(i));
            letter |= Character.isLetter(text.charAt(i));
        }
        return digit && letter;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Letters with accents, wide and bold ones, look-alikes, marks that cannot be seen, emoji. */
    private static int foreign(String word, boolean mixed, char[] into) {
        String plain = Spelling.latin(Normalizer.normalizeWord(word));
        int length = 1;
        for (int i = 0; i < plain.length() && length < into.length - 1; i++) {
            char c = plain.charAt(i);
            c = Spelling.withoutRing(mixed && isDigit(c) ? Spelling.unleet(c, 'o', 'i') : c);
            if (into[length - 1] != c) {
                into[length++] = c;
            }
        }
        into[length++] = '>';
        return length;
    }

    private void parts(char[] letters, int length) {
        for (int size = SHORTEST_PART; size <= LONGEST_PART; size++) {
            for (int i = 0; i + size <= length; i++) {
                add('c', hash(letters, i, i + size), 0, 0);
            }
        }
    }

    /**
     * The traits of words that follow each other are put to the first of them: those of one word are moved up to make
     * room, which is cheaper than to read every word twice.
     */
    private void follow(int[] hash, int[] widest, int[] narrowest) {
        int[] alone = traits;
        int[] aloneBegin = Arrays.copyOf(begin, words + 1);
        traits = new int[count + words * 9];
        count = 0;
        for (int w = 0; w < words; w++) {
            begin[w] = count;
            int own = aloneBegin[w + 1] - aloneBegin[w];
            System.arraycopy(alone, aloneBegin[w], traits, count, own);
            count += own;
            // Not from one sentence into the next: what is said before or after changes nothing about a sentence.
            if (w + 1 < words && sentence[w + 1] == sentence[w]) {
                add('b', hash[w], hash[w + 1], 0);
                add('g', widest[w], widest[w + 1], 0);
                add('r', narrowest[w], narrowest[w + 1], 0);
            }
            if (w + 2 < words && sentence[w + 2] == sentence[w]) {
                add('s', hash[w], hash[w + 2], 0);
                add('G', widest[w], widest[w + 2], 0);
                add('R', narrowest[w], narrowest[w + 2], 0);
                add('3', widest[w], widest[w + 1], widest[w + 2]);
                add('4', narrowest[w], narrowest[w + 1], narrowest[w + 2]);
            }
        }
        begin[words] = count;
    }

    private void word(int itsToken, int itsSentence) {
        if (words + 2 > begin.length) {
            begin = Arrays.copyOf(begin, begin.length * 2);
            token = Arrays.copyOf(token, begin.length);
            sentence = Arrays.copyOf(sentence, begin.length);
        }
        begin[words] = count;
        token[words] = itsToken;
        sentence[words] = itsSentence;
        words++;
    }

    private void add(int kind, int first, int second, int third) {
        if (count == traits.length) {
            traits = Arrays.copyOf(traits, count * 2);
        }
        int h = (OFFSET ^ kind) * PRIME;
        h = (h ^ first) * PRIME;
        h = (h ^ (h >>> 15) ^ second) * PRIME;
        h = (h ^ (h >>> 15) ^ third) * PRIME;
        traits[count++] = h ^ (h >>> 16);
    }

    /** The number of a name or of some letters. */
    static int hash(char[] letters, int from, int to) {
        int h = OFFSET;
        for (int i = from; i < to; i++) {
            h = (h ^ letters[i]) * PRIME;
        }
        return h == 0 ? 1 : h;
    }
}
