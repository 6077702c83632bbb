package no.innom.chat;

/** The store cannot be reached now. Nothing personal is in its message. */
public final class StoreAwayException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreAwayException(Throwable cause) {
        super("the store cannot be reached", cause, false, false);
    }
}
