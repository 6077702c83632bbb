package no.innom.risk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Words that can be meant where one is written with one slip of the finger. Built once, then read by any thread. */
final class Slips {
    private static final int BUCKETS = 1 << 14;
    private static final int BUCKET_SHIFT = 32 - 14;
    /** From this length on a slip leaves three letters at one end as they were, otherwise two. */
    private static final int LONG = 7;

    private static final String[] KEYBOARD = {"qwertyuiopå", "asdfghjkløæ", "zxcvbnm"};
    private static final String[] SOUNDS = {"dt", "gk", "bp", "vfw", "cks", "sz", "jgi", "nm"};

    /** Words by their beginning, and by their end: one slip leaves one of the two as it was. */
    private final List<List<String>> byBeginning = buckets();

    private final List<List<String>> byEnd = buckets();

    /** Takes in a word of four letters at least; not after the first lookup. */
    void add(String word) {
        add(byBeginning, beginning(word, word.length()), word);
        add(byEnd, end(word, word.length()), word);
    }

    private static void add(List<List<String>> buckets, int bucket, String word) {
        List<String> with = new ArrayList<>(buckets.get(bucket));
        with.add(word);
        buckets.set(bucket, with);
    }

    private static List<List<String>> buckets() {
        return new ArrayList<>(Collections.nCopies(BUCKETS, List.of()));
    }

    /** Where words of a length are that begin as this one does. */
    private static int beginning(String word, int length) {
        int hash = word.charAt(0) * 31 + word.charAt(1);
        return bucket(length < LONG ? hash : hash * 31 + word.charAt(2), length);
    }

    /** Where words of a length are that end as this one does, and begin with the same letter. */
    private static int end(String word, int length) {
        int last = word.length() - 1;
        int hash = (word.charAt(0) * 31 + word.charAt(last - 1)) * 31 + word.charAt(last);
        return bucket(length < LONG ? hash : hash * 31 + word.charAt(last - 2), length);
    }

    private static int bucket(int hash, int length) {
        return ((hash * 31 + length) * 0x9E3779B1) >>> BUCKET_SHIFT;
    }

    /**
     * The words that may be meant: one letter too many, too few, swapped, or one that lies or sounds near; the first
     * letter is as it should be. A word can be told twice.
     */
    List<String> meant(String typed) {
        List<String> meant = new ArrayList<>(2);
        for (int length = typed.length() - 1; length <= typed.length() + 1; length++) {
            addThose(byBeginning.get(beginning(typed, length)), typed, meant);
            addThose(byEnd.get(end(typed, length)), typed, meant);
        }
        return meant;
    }

    private static void addThose(List<String> candidates, String typed, List<String> meant) {
        for (int i = 0; i < candidates.size(); i++) {
            if (isOneSlip(typed, candidates.get(i))) {
                meant.add(candidates.get(i));
            }
        }
    }

    private static boolean isOneSlip(String typed, String meant) {
        if (typed.charAt(0) != meant.charAt(0) || Math.abs(typed.length() - meant.length()) > 1) {
            return false;
        }
        int shorter = Math.min(typed.length(), meant.length());
        int same = 0;
        while (same < shorter && typed.charAt(same) == meant.charAt(same)) {
            same++;
        }
        if (typed.length() == meant.length() - 1) {
            return typed.regionMatches(same, meant, same + 1, typed.length() - same);
        }
        if (typed.length() == meant.length() + 1) {
            return same > 0 && meant.regionMatches(same, typed, same + 1, meant.length() - same);
        }
        if (typed.length() != meant.length() || same == shorter) {
            return false;
        }
        int rest = typed.length() - same - 1;
        if (typed.regionMatches(same + 1, meant, same + 1, rest)) {
            return same > 0 && isNear(typed.charAt(same), meant.charAt(same));
        }
        return rest > 0
                && typed.charAt(same) == meant.charAt(same + 1)
                && typed.charAt(same + 1) == meant.charAt(same)
                && typed.regionMatches(same + 2, meant, same + 2, rest - 1);
    }

    private static boolean isNear(char a, char b) {
        if (Spelling.VOWELS.indexOf(a) >= 0 && Spelling.VOWELS.indexOf(b) >= 0) {
            return true;
        }
        for (String sound : SOUNDS) {
            if (sound.indexOf(a) >= 0 && sound.indexOf(b) >= 0) {
                return true;
            }
        }
        for (String row : KEYBOARD) {
            int at = row.indexOf(a);
            int bt = row.indexOf(b);
            if (at >= 0 && bt >= 0 && Math.abs(at - bt) == 1) {
                return true;
            }
        }
        return false;
    }
}
