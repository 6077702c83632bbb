package no.innom.secondline;

/** The other side did not take the call. The message may stand in a log. */
final class NotTakenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotTakenException(String why) {
        super(why, null, false, false);
    }
}
