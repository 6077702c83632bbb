package no.innom.web;

/** An unexpected failure as it may stand in the log: where it happened, not its message, which could quote somebody. */
public final class Clean {
    private Clean() {}

    /** The same failure without its message. */
    public static Throwable of(Throwable e) {
        var clean = new RuntimeException(e.getClass().getName());
        clean.setStackTrace(e.getStackTrace());
        return clean;
    }
}
