package no.innom.chat;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who wrote a message. */
public enum From {
    BOT,
    VISITOR,
    STAFF;

    /** As staff's sockets and the store name it; the visitor's own socket says {@code you} for the visitor. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
