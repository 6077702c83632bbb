package no.innom.flow;

/** An answer that its question does not take. */
@SuppressWarnings("serial")
public final class BadAnswerException extends RuntimeException {

    /** @param message what the question takes, in one sentence; never holds what a visitor wrote */
    public BadAnswerException(String message) {
        super(message);
    }
}
