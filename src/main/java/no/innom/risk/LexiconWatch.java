package no.innom.risk;

import java.util.function.Consumer;
import no.innom.yaml.Problem;

/**
 * Takes a lexicon whose files were changed into use, without a restart. Its caller looks every few seconds, from one
 * thread at a time that may block.
 */
public final class LexiconWatch {
    /** What came of a look. */
    public enum Seen {
        /** Nothing to do: nothing was changed, or it is still being changed, or it was told before. */
        NOTHING,
        /** The changed lexicon is in use. */
        TAKEN,
        /** Something is wrong in the changed lexicon; the old one stands. */
        REFUSED
    }

    private final RiskScanner scanner;
    private LexiconFiles tried;
    private LexiconFiles last;

    /** Watches the files that a scanner was loaded from. */
    public LexiconWatch(RiskScanner scanner) {
        this.scanner = scanner;
        tried = scanner.loaded();
        last = tried;
    }

    /**
     * Looks once; blocks, for a second at the most. A change is tried at the second look that finds it the same: whoever
     * saves or copies several files is not met half-way. A lexicon that was refused is tried again when it changes again.
     *
     * @param problems told of everything wrong in a changed lexicon
     */
    public Seen look(Consumer<Problem> problems) {
        LexiconFiles now = scanner.files();
        boolean settled = now.equals(last);
        last = now;
        if (!settled || now.equals(tried)) {
            return Seen.NOTHING;
        }
        tried = now;
        return scanner.reload(problems) ? Seen.TAKEN : Seen.REFUSED;
    }
}
