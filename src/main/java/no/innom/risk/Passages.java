package no.innom.risk;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a message that the {@link SecondOpinion} judges by themselves, so that what is said before or after takes
 * nothing away: its sentences, every few that follow each other, and in a long sentence every dozen words, for those who
 * write without full stops.
 */
final class Passages {
    private static final int STRETCH = 12;
    private static final int STEP = 6;
    private static final int MOST_SENTENCES = 3;

    private final List<Passage> all = new ArrayList<>();

    /**
     * From a word on and up to another.
     *
     * @param cut whether it was cut out of its sentence
     */
    record Passage(int from, int to, boolean cut) {}

    private Passages() {}

    /** Those of a message; none of one without words. */
    static List<Passage> of(Traits traits) {
        Passages passages = new Passages();
        int[] ends = new int[traits.words()];
        int sentences = 0;
        for (int w = 1; w <= traits.words(); w++) {
            if (w == traits.words() || traits.sentence(w) != traits.sentence(w - 1)) {
                ends[sentences++] = w;
            }
        }
        for (int s = 0; s < sentences; s++) {
            int from = s == 0 ? 0 : ends[s - 1];
            for (int last = s; last < Math.min(sentences, s + MOST_SENTENCES); last++) {
                passages.all.add(new Passage(from, ends[last], false));
            }
            passages.cut(from, ends[s]);
        }
        return passages.all;
    }

    private void cut(int from, int to) {
        if (to - from > STRETCH + 2) {
            for (int w = from; w < to - STEP; w += STEP) {
                all.add(new Passage(w, Math.min(to, w + STRETCH), true));
            }
        }
    }
}
