package no.innom.risk;

import java.util.Arrays;

/**
 * A message as the phrase rules see it: words, emoji and sentence ends in order, each with the symbols (itself, and the
 * classes it belongs to) that phrases are made of. A mark stands before the first and after the last.
 */
final class Tokens {
    private static final int WORD = 0;
    private static final int FILLER = 1;
    private static final int SENTENCE_END = 2;

    private int[][] symbols;
    private int[] start;
    private int[] end;
    private byte[] kind;
    private boolean[] comma;
    private int count;

    Tokens(int capacity) {
        int room = Math.max(8, capacity);
        symbols = new int[room][];
        start = new int[room];
        end = new int[room];
        kind = new byte[room];
        comma = new boolean[room];
    }

    int count() {
        return count;
    }

    /** What the token is: sorted nowhere, may be empty. Not to be changed. */
    int[] symbols(int token) {
        return symbols[token];
    }

    boolean has(int token, int symbol) {
        for (int s : symbols[token]) {
            if (s == symbol) {
                return true;
            }
        }
        return false;
    }

    /** Where in the original text the token begins. */
    int start(int token) {
        return start[token];
    }

    /** Where in the original text the token ends. */
    int end(int token) {
        return end[token];
    }

    /** Whether this is a full stop, question mark, line end, or the beginning or end of the message. */
    boolean endsSentence(int token) {
        return kind[token] == SENTENCE_END;
    }

    /** Whether phrases reach across it as if it were not there. */
    boolean transparent(int token) {
        return kind[token] != WORD;
    }

    /** Whether a comma or the like stands just before the token. */
    boolean afterComma(int token) {
        return comma[token];
    }

    void word(int[] itsSymbols, int from, int to, boolean filler, boolean afterComma) {
        add(itsSymbols, from, to, filler ? FILLER : WORD, afterComma);
    }

    void sentenceEnd(int[] itsSymbols, int from, int to) {
        add(itsSymbols, from, to, SENTENCE_END, false);
    }

    private void add(int[] itsSymbols, int from, int to, int itsKind, boolean afterComma) {
        if (count == kind.length) {
            int room = count * 2;
            symbols = Arrays.copyOf(symbols, room);
            start = Arrays.copyOf(start, room);
            end = Arrays.copyOf(end, room);
            kind = Arrays.copyOf(kind, room);
            comma = Arrays.copyOf(comma, room);
        }
        symbols[count] = itsSymbols;
        start[count] = from;
        end[count] = to;
        kind[count] = (byte) itsKind;
        comma[count] = afterComma;
        count++;
    }

    /** The same tokens with stretches made one: {@code into[t]} is the stretch's symbols at its first token. */
    Tokens fused(int[] lengths, int[][] into) {
        Tokens fused = new Tokens(count);
        for (int t = 0; t < count; ) {
            int last = lengths[t] > 0 ? t + lengths[t] - 1 : t;
            int[] its = lengths[t] > 0 ? into[t] : symbols[t];
            fused.add(its, start[t], end[last], lengths[t] > 0 ? WORD : kind[t], comma[t]);
            t = last + 1;
        }
        return fused;
    }
}
