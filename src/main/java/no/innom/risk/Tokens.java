package no.innom.risk;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A message as the phrase rules see it: words, emoji and sentence ends in order, each with the symbols (itself, and the
 * classes it belongs to) that phrases are made of. A mark stands before the first and after the last.
 */
final class Tokens {
    /** The most tokens that one stretch may hold. */
    static final int LONGEST_STRETCH = 14;

    private static final int MOST_STRETCHES = 4;
    private static final int WORD = 0;
    private static final int FILLER = 1;
    private static final int SENTENCE_END = 2;

    private int[][] symbols;
    private int[] start;
    private int[] end;
    private byte[] kind;
    private boolean[] comma;
    private @Nullable Stretch[] stretches;
    private int count;

    Tokens(int capacity) {
        int room = Math.max(8, capacity);
        symbols = new int[room][];
        start = new int[room];
        end = new int[room];
        kind = new byte[room];
        comma = new boolean[room];
        stretches = new @Nullable Stretch[room];
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
            stretches = Arrays.copyOf(stretches, room);
        }
        symbols[count] = itsSymbols;
        start[count] = from;
        end[count] = to;
        kind[count] = (byte) itsKind;
        comma[count] = afterComma;
        count++;
    }

    /** Gives a token one more meaning. */
    void mean(int token, int symbol) {
        symbols[token] = Vocabulary.union(symbols[token], new int[] {symbol});
    }

    /** Adds another way to read the tokens from one to another, both inclusive; too long a stretch is left out. */
    void stretch(int from, int to, int[] itsSymbols, boolean transparent) {
        int among = 0;
        for (Stretch other = stretches[to]; other != null; other = other.next) {
            if (other.start == from) {
                return;
            }
            among++;
        }
        if (to - from < LONGEST_STRETCH && among < MOST_STRETCHES) {
            stretches[to] = new Stretch(from, itsSymbols, transparent, stretches[to]);
        }
    }

    /** The stretches that end with a token, as a chain; null where there is none. */
    @Nullable Stretch stretchesTo(int token) {
        return stretches[token];
    }

    /** Whether the token can be read together with others. */
    boolean isInsideAny(int token) {
        int farthest = Math.min(count - 1, token + LONGEST_STRETCH);
        for (int t = token; t <= farthest; t++) {
            for (Stretch stretch = stretches[t]; stretch != null; stretch = stretch.next) {
                if (stretch.start <= token) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the token is part of a stretch that is this symbol: the "ikke" of "ikke bare". */
    boolean isInside(int token, int symbol) {
        int farthest = Math.min(count - 1, token + LONGEST_STRETCH);
        for (int t = token; t <= farthest; t++) {
            for (Stretch stretch = stretches[t]; stretch != null; stretch = stretch.next) {
                if (stretch.start <= token) {
                    for (int s : stretch.symbols) {
                        if (s == symbol) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    /**
     * Several tokens that together are a member of a class: "har lyst til å". The tokens can still be read one by one.
     *
     * @param start the first token
     * @param transparent whether phrases reach across
     * @param next another that ends at the same token, or null
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Stretch(
            int start,
            int[] symbols,
            boolean transparent,
            @Nullable Stretch next) {}
}
