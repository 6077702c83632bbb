package no.innom.risk;

import java.util.BitSet;

/**
 * Words by their numbers ({@link String#hashCode}): tells at a glance that a word is not among them, and of few that it
 * may be. Built once, then read by any thread.
 */
final class Hints {
    private static final int SPREAD = 0x9E3779B1;

    private final BitSet bits;
    private final int shift;

    /** @param size how many bits the number of a place has */
    Hints(int size) {
        bits = new BitSet(1 << size);
        shift = Integer.SIZE - size;
    }

    void add(String word) {
        bits.set(word.hashCode() * SPREAD >>> shift);
    }

    /** Whether a word of that number may be among them. */
    boolean mayHave(int number) {
        return bits.get(number * SPREAD >>> shift);
    }
}
