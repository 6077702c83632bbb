package no.innom.web;

/** An unexpected failure as it may stand in the log: where it happened, not its message, which could quote somebody. */
final class Clean {
    private Clean() {}

    static Throwable of(Throwable e) {
        var clean = new RuntimeException(e.getClass().getName());
        clean.setStackTrace(e.getStackTrace());
        return clean;
    }
}
