package no.innom.conversation;

import java.util.Locale;

/** Why something that was asked for is not done: the codes of {@code protocol.md}. */
public enum Refusal {
    BAD_FRAME,
    UNKNOWN_TYPE,
    BAD_FIELD,
    TOO_LONG,
    SLOW_DOWN,
    NOT_STARTED,
    UNKNOWN_KEY,
    NOT_EXPECTED,
    UNAVAILABLE,
    BUSY,
    TAKEN,
    NONE_WAITING,
    AT_CAPACITY,
    NOT_ALLOWED,
    NOT_YOURS,
    NO_SUCH_CHAT;

    /** As on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
