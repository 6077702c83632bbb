package no.innom.chat;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who the visitor is talking with. */
public enum Status {
    /** The bot leads. */
    BOT,
    /** A person has been called and has not come yet. The flow may go on, except after risk. */
    WAITING,
    /** A person holds the chat. */
    HUMAN,
    /** Over. The text is kept until the retention ends. */
    CLOSED;

    /** As in {@code protocol.md}. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
