package no.innom.redis;

/** There is no Redis to work with. The message says what to do. */
public final class RedisMissingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RedisMissingException(String message) {
        super(message);
    }
}
