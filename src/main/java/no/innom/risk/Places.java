package no.innom.risk;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Where in one message each symbol stands: a row of bits a symbol, one bit a token. Sized by the message, whatever the
 * lexicon holds. Used once, by one thread.
 */
final class Places {
    /** How many longs hold a bit for each token and one for the end. */
    final int words;

    private final int[] symbols;
    private final int[] rows;
    private int[] symbolOfRow;
    private final int shift;
    /** Eight bits for each of {@link #symbols}, of which a symbol sets one: that it is not there is seen at a glance. */
    private final long[] hints;

    private long[] bits;
    private @Nullable Reach[] reaches;
    /** For each row a bit for each part of the message, as {@link Neighbourhood} counts them. */
    private long[] parts;

    private final int partShift;
    private int count;

    /** A stretch that a symbol stands for, in the chain of that symbol. */
    private record Reach(int start, int end, @Nullable Reach next) {}

    /**
     * Notes the places of all symbols that matter.
     *
     * @param wanted those that phrases ask for; the rest is left out
     */
    Places(Tokens tokens, BitSet wanted) {
        words = (tokens.count() >>> 6) + 1;
        int most = 0;
        for (int t = 0; t < tokens.count(); t++) {
            most += tokens.symbols(t).length;
            for (Tokens.Stretch stretch = tokens.stretchesTo(t); stretch != null; stretch = stretch.next()) {
                most += stretch.symbols().length;
            }
        }
        int room = Integer.highestOneBit(Math.max(32, most)) << 1;
        shift = Integer.numberOfLeadingZeros(room) + 1;
        symbols = new int[room];
        rows = new int[room];
        hints = new long[room >>> 3];
        bits = new long[(room >>> 3) * words];
        reaches = new @Nullable Reach[room >>> 3];
        symbolOfRow = new int[room >>> 3];
        parts = new long[room >>> 3];
        partShift = Neighbourhood.shift(words);
        for (int t = 0; t < tokens.count(); t++) {
            for (int symbol : tokens.symbols(t)) {
                if (wanted.get(symbol)) {
                    int row = add(symbol);
                    bits[row * words + (t >>> 6)] |= 1L << t;
                    parts[row] |= 1L << (t >>> partShift);
                }
            }
            for (Tokens.Stretch stretch = tokens.stretchesTo(t); stretch != null; stretch = stretch.next()) {
                for (int symbol : stretch.symbols()) {
                    if (wanted.get(symbol)) {
                        int row = add(symbol);
                        reaches[row] = new Reach(stretch.start(), t, reaches[row]);
                        parts[row] |= 1L << (t >>> partShift);
                    }
                }
            }
        }
    }

    private int add(int symbol) {
        int at = find(symbol);
        if (symbols[at] != 0) {
            return rows[at];
        }
        if (count == reaches.length) {
            reaches = Arrays.copyOf(reaches, count * 2);
            symbolOfRow = Arrays.copyOf(symbolOfRow, count * 2);
            parts = Arrays.copyOf(parts, count * 2);
            bits = Arrays.copyOf(bits, count * 2 * words);
        }
        int hint = hash(symbol) >>> (shift - 3);
        hints[hint >>> 6] |= 1L << hint;
        symbols[at] = symbol + 1;
        rows[at] = count;
        symbolOfRow[count] = symbol;
        return count++;
    }

    private static int hash(int symbol) {
        return (symbol + 1) * 0x9E3779B9;
    }

    /** Whether a symbol can be there; most that are not are told here. */
    private boolean isHinted(int symbol) {
        int hint = hash(symbol) >>> (shift - 3);
        return (hints[hint >>> 6] >>> hint & 1) != 0;
    }

    private int find(int symbol) {
        int at = hash(symbol) >>> shift;
        while (symbols[at] != 0 && symbols[at] != symbol + 1) {
            at = (at + 1) & (symbols.length - 1);
        }
        return at;
    }

    /** Whether any of these, from one index to another, stands somewhere, in a token or a stretch. */
    boolean hasAny(int[] some, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isHinted(some[i]) && symbols[find(some[i])] != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a symbol stands at a token. */
    boolean has(int symbol, int token) {
        if (!isHinted(symbol)) {
            return false;
        }
        int at = find(symbol);
        return symbols[at] != 0 && (bits[rows[at] * words + (token >>> 6)] >>> token & 1) != 0;
    }

    /** The parts of the message in which any of these, from one index to another, stands, or ends with a stretch. */
    long parts(int[] some, int from, int to) {
        long all = 0;
        for (int i = from; i < to; i++) {
            if (isHinted(some[i])) {
                int at = find(some[i]);
                all |= symbols[at] == 0 ? 0 : parts[rows[at]];
            }
        }
        return all;
    }

    /** The parts of the message in which the symbol of a row stands. */
    long parts(int row) {
        return parts[row];
    }

    /**
     * Adds the tokens where a symbol stands to a row; and where it stands in stretches that begin at a place of
     * {@code from}, the places after those to another. From one long of the rows on and up to another.
     */
    void gather(int symbol, long[] from, long[] tokens, long[] after, int low, int high) {
        if (!isHinted(symbol)) {
            return;
        }
        int at = find(symbol);
        if (symbols[at] == 0) {
            return;
        }
        int base = rows[at] * words;
        for (int w = low; w < high; w++) {
            tokens[w] |= bits[base + w];
        }
        for (Reach reach = reaches[rows[at]]; reach != null; reach = reach.next) {
            boolean inside = reach.start >>> 6 >= low && (reach.end + 1) >>> 6 < high;
            if (inside && (from[reach.start >>> 6] >>> reach.start & 1) != 0) {
                after[(reach.end + 1) >>> 6] |= 1L << (reach.end + 1);
            }
        }
    }

    /** How many symbols stand in the message; each has a row. */
    int rows() {
        return count;
    }

    int symbolOf(int row) {
        return symbolOfRow[row];
    }
}
