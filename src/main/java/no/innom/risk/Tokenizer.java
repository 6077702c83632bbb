package no.innom.risk;

import java.util.ArrayList;
import java.util.List;
import no.innom.risk.Normalizer.Glyphs;

/**
 * Cuts a normalised message into tokens and looks each up. Words spelled out letter by letter, split by dots or emoji,
 * or run together are put right here. Linear in the text; any thread.
 */
final class Tokenizer {
    /** From how many letters on a word that is unknown is tried as several run together. */
    private static final int LEAST_RUN_TOGETHER = 6;

    private static final int LEAST_SPELLED_OUT = 3;
    private static final int[] UNKNOWN = {};

    private final Vocabulary vocabulary;
    private final Segmenter segmenter;
    private final Symbols symbols;

    Tokenizer(Vocabulary vocabulary, Segmenter segmenter, Symbols symbols) {
        this.vocabulary = vocabulary;
        this.segmenter = segmenter;
        this.symbols = symbols;
    }

    /** A word as cut, before it is looked up: a stretch of glyphs. */
    private record Raw(String text, int from, int to, Kind kind, boolean comma) {}

    private enum Kind {
        WORD,
        NUMBER,
        PICTURE,
        SENTENCE_END
    }

    /** Cuts a message. */
    Tokens tokenize(Glyphs glyphs) {
        List<Raw> raws = spelledOut(cut(glyphs));
        Tokens tokens = new Tokens(raws.size() + 8);
        int[] tokenOf = new int[raws.size() + 1];
        tokens.sentenceEnd(symbols.boundary(), 0, 0);
        for (int i = 0; i < raws.size(); i++) {
            tokenOf[i] = tokens.count();
            emit(raws.get(i), glyphs, tokens);
        }
        tokenOf[raws.size()] = tokens.count();
        addJoined(raws, tokenOf, tokens);
        tellEnglishI(tokens);
        int end = glyphs.length() == 0 ? 0 : glyphs.to()[glyphs.length() - 1];
        tokens.sentenceEnd(symbols.boundary(), end, end);
        return tokens;
    }

    /** "i" is the visitor before an English verb, and a preposition elsewhere. */
    private void tellEnglishI(Tokens tokens) {
        for (int t = 0; t + 1 < tokens.count(); t++) {
            if (tokens.has(t, symbols.englishI()) && tokens.has(t + 1, symbols.afterEnglishI())) {
                tokens.mean(t, symbols.self());
            }
        }
    }

    private void emit(Raw raw, Glyphs glyphs, Tokens tokens) {
        int from = glyphs.from()[raw.from()];
        int to = glyphs.to()[raw.to() - 1];
        switch (raw.kind()) {
            case SENTENCE_END -> tokens.sentenceEnd(symbols.boundary(), from, to);
            case NUMBER -> tokens.word(symbols.number(raw.text()), from, to, false, raw.comma());
            case PICTURE -> {
                int[] its = vocabulary.exactly(raw.text());
                tokens.word(its == null ? UNKNOWN : its, from, to, true, raw.comma());
            }
            case WORD -> emitWord(raw, glyphs, tokens, from, to);
        }
    }

    private void emitWord(Raw raw, Glyphs glyphs, Tokens tokens, int from, int to) {
        int[] its = vocabulary.read(raw.text());
        if (its == null
                && raw.text().length() >= LEAST_RUN_TOGETHER
                && raw.to() - raw.from() == raw.text().length()) {
            int[] ends = segmenter.cut(raw.text());
            if (ends != null) {
                int begin = 0;
                for (int end : ends) {
                    int[] piece = vocabulary.known(raw.text().substring(begin, end));
                    add(
                            tokens,
                            piece == null ? UNKNOWN : piece,
                            glyphs.from()[raw.from() + begin],
                            glyphs.to()[raw.from() + end - 1],
                            begin == 0 && raw.comma());
                    begin = end;
                }
                return;
            }
        }
        add(tokens, its == null ? UNKNOWN : its, from, to, raw.comma());
    }

    private void add(Tokens tokens, int[] its, int from, int to, boolean comma) {
        tokens.word(its, from, to, symbols.isFiller(its), comma);
    }

    private List<Raw> cut(Glyphs glyphs) {
        List<Raw> raws = new ArrayList<>(glyphs.length() / 4 + 4);
        char[] chars = glyphs.chars();
        boolean comma = false;
        int i = 0;
        int tried = 0;
        while (i < glyphs.length()) {
            char c = chars[i];
            if (isWordChar(c) || isLeetStart(glyphs, i)) {
                int end = i;
                boolean plain = true;
                while (end < glyphs.length() && isPart(glyphs, end)) {
                    plain &= Character.isLetter(chars[end]);
                    end++;
                }
                int chunkEnd = end;
                if (i >= tried) {
                    while (chunkEnd < glyphs.length() && !Character.isWhitespace(chars[chunkEnd])) {
                        chunkEnd++;
                    }
                    tried = chunkEnd;
                    int core = coreEnd(glyphs, i, chunkEnd);
                    Raw whole = core > end || !plain ? asOneWord(glyphs, i, core, comma) : null;
                    if (whole != null) {
                        raws.add(whole);
                        comma = false;
                        i = core;
                        continue;
                    }
                }
                addPieces(raws, glyphs, i, end, plain, comma);
                comma = false;
                i = end;
            } else if (c == '\n' || c == '!' || c == '?' || (c == '.' && !isDots(glyphs, i))) {
                raws.add(new Raw("", i, i + 1, Kind.SENTENCE_END, false));
                comma = false;
                i++;
            } else if (c < 0x80 || !isPicture(c)) {
                comma |= c == '.' || c == ',' || c == ':' || c == ';' || c == '(' || c == ')' || c == '"' || c > 0x2000;
                i++;
            } else {
                int end = i + (Character.isHighSurrogate(c) && i + 1 < glyphs.length() ? 2 : 1);
                raws.add(new Raw(new String(chars, i, end - i), i, end, Kind.PICTURE, comma));
                i = end;
            }
        }
        return raws;
    }

    /** Two dots or more are a breath, not an end. */
    private static boolean isDots(Glyphs glyphs, int i) {
        return (i + 1 < glyphs.length() && glyphs.chars()[i + 1] == '.') || (i > 0 && glyphs.chars()[i - 1] == '.');
    }

    private static boolean isWordChar(char c) {
        return Character.isLetterOrDigit(c);
    }

    private static boolean isPicture(char c) {
        return Character.isSurrogate(c) || (c >= 0x2190 && c < 0x2C00) || c >= 0x3000;
    }

    private static boolean isLeetStart(Glyphs glyphs, int i) {
        char c = glyphs.chars()[i];
        return (c == '@' || c == '$' || c == '€')
                && i + 1 < glyphs.length()
                && Character.isLetter(glyphs.chars()[i + 1]);
    }

    private static boolean isPart(Glyphs glyphs, int i) {
        char c = glyphs.chars()[i];
        return isWordChar(c) || c == '\'' || c == '*' || c == '@' || c == '$' || c == '€';
    }

    private static int coreEnd(Glyphs glyphs, int from, int to) {
        int end = to;
        while (end > from && !isWordChar(glyphs.chars()[end - 1]) && glyphs.chars()[end - 1] != '*') {
            end--;
        }
        return end;
    }

    /** A stretch with signs between its letters, as one word when it is a known one without them. */
    private @org.jspecify.annotations.Nullable Raw asOneWord(Glyphs glyphs, int from, int to, boolean comma) {
        if (to - from > Segmenter.LONGEST) {
            return null;
        }
        StringBuilder letters = new StringBuilder(to - from);
        boolean digitsOnly = true;
        boolean singles = true;
        int run = 0;
        int separators = 0;
        for (int i = from; i < to; i++) {
            char c = glyphs.chars()[i];
            if (isWordChar(c) || c == '*' || c == '@' || c == '$' || c == '|' || c == '!' || c == '€' || c == '+') {
                digitsOnly &= Character.isDigit(c);
                letters.append(c);
                singles &= ++run < 2;
            } else {
                separators += c == '\'' ? 0 : 1;
                run = c == '\'' ? run : 0;
            }
        }
        if (digitsOnly || letters.length() < 2) {
            return null;
        }
        String word = Spelling.latin(letters.toString());
        int[] known = vocabulary.known(word);
        if (known == null && word.indexOf('!') >= 0 && separators > 0) {
            return null;
        }
        boolean isWord = known != null && (separators == 0 || singles || (known.length > 0 && word.length() >= 4));
        boolean spelled = singles && separators >= LEAST_SPELLED_OUT - 1 && !isWord;
        if (spelled && segmenter.cut(word) == null) {
            return null;
        }
        return isWord || spelled ? new Raw(word, from, to, Kind.WORD, comma) : null;
    }

    /** A stretch of letters, digits and apostrophes; digits that are no letters stand for themselves. */
    private void addPieces(List<Raw> raws, Glyphs glyphs, int from, int to, boolean plain, boolean comma) {
        String text = Spelling.latin(new String(glyphs.chars(), from, to - from));
        if (plain) {
            raws.add(new Raw(text, from, to, Kind.WORD, comma));
            return;
        }
        String word = text.replace("'", "");
        if (word.isEmpty()) {
            return;
        }
        if (vocabulary.known(word) != null && !word.chars().allMatch(Character::isDigit)) {
            raws.add(new Raw(word, from, to, Kind.WORD, comma));
            return;
        }
        int begin = from;
        while (begin < to) {
            boolean digit = Character.isDigit(glyphs.chars()[begin]);
            int end = begin + 1;
            while (end < to && Character.isDigit(glyphs.chars()[end]) == digit) {
                end++;
            }
            String piece = new String(glyphs.chars(), begin, end - begin).replace("'", "");
            if (!piece.isEmpty()) {
                raws.add(new Raw(piece, begin, end, digit ? Kind.NUMBER : Kind.WORD, comma && begin == from));
            }
            begin = end;
        }
    }

    /** Letters that stand alone, three or more in a row, are a word or several spelled out. */
    private List<Raw> spelledOut(List<Raw> raws) {
        List<Raw> out = null;
        for (int i = 0; i < raws.size(); i++) {
            int end = i;
            while (end < raws.size() && isLetter(raws.get(end)) && end - i < Segmenter.LONGEST) {
                end++;
            }
            if (end - i < LEAST_SPELLED_OUT) {
                if (out != null) {
                    out.add(raws.get(i));
                }
                continue;
            }
            StringBuilder letters = new StringBuilder();
            for (Raw raw : raws.subList(i, end)) {
                letters.append(raw.text());
            }
            int[] cuts = vocabulary.exactly(letters.toString()) != null
                    ? new int[] {letters.length()}
                    : segmenter.cut(letters.toString());
            out = out == null ? new ArrayList<>(raws.subList(0, i)) : out;
            int begin = 0;
            for (int cut : cuts == null ? new int[0] : cuts) {
                out.add(new Raw(
                        letters.substring(begin, cut),
                        raws.get(i + begin).from(),
                        raws.get(i + cut - 1).to(),
                        Kind.WORD,
                        false));
                begin = cut;
            }
            out.addAll(raws.subList(i + begin, end));
            i = end - 1;
        }
        return out == null ? raws : out;
    }

    private static boolean isLetter(Raw raw) {
        return raw.kind() == Kind.WORD && raw.text().length() == 1;
    }

    /** Two parts that together are one long word of the lexicon, {@code selv mord}, can be read so too. */
    private void addJoined(List<Raw> raws, int[] tokenOf, Tokens tokens) {
        for (int i = 0; i + 1 < raws.size(); i++) {
            Raw raw = raws.get(i);
            Raw next = raws.get(i + 1);
            if (raw.kind() == Kind.WORD
                    && next.kind() == Kind.WORD
                    && next.from() - raw.to() <= 3
                    && vocabulary.isJoinable(raw.text(), next.text())) {
                int[] its = vocabulary.exactly(raw.text() + next.text());
                tokens.stretch(tokenOf[i], tokenOf[i + 2] - 1, its == null ? UNKNOWN : its, false);
            }
        }
    }
}
