package no.innom.redis;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts the bells that were heard from each house against those that were rung there, since a bell can be lost: a
 * connection breaks, a subscription moves. Safe for any thread.
 */
final class BellCount {
    private final Map<String, Long> heard = new HashMap<>();
    private final Map<String, Long> expected = new HashMap<>();

    /** The number of the last bell that was heard from a house; -1 before the first count. */
    synchronized long last(String house) {
        return heard.getOrDefault(house, -1L);
    }

    /** So many were rung up to now, and none of them can have been missed. */
    synchronized void know(String house, long rung) {
        heard.put(house, rung);
    }

    /** A bell was heard. Answers whether none before it was missed. */
    synchronized boolean heard(String house, long number) {
        var before = heard.put(house, number);
        return before == null || number == before + 1;
    }

    /**
     * The store was asked how many bells were rung. Answers whether all that had been rung at the last count have been
     * heard by now; those rung since may still be on their way.
     *
     * @param rung the number of the last one
     * @param heardThen {@link #last} when the question was sent
     */
    synchronized boolean counted(String house, long rung, long heardThen) {
        long before = expected.getOrDefault(house, -1L);
        expected.put(house, rung);
        if (heardThen < 0) {
            heard.putIfAbsent(house, rung);
            return true;
        }
        if (rung < heardThen) {
            // The store has gone back, to an older copy of itself.
            heard.put(house, rung);
            return false;
        }
        if (before > last(house)) {
            heard.put(house, before);
            return false;
        }
        return true;
    }
}
