package no.innom.chat;

/** Stored bytes do not open with the key at hand: another master key, or somebody has changed them. */
public final class SealBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SealBrokenException() {
        super("stored text does not open with this master key");
    }
}
