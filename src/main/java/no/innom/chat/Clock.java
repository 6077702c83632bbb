package no.innom.chat;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can fall due in a chat. The times stand in the store, so that they outlive every node. */
public enum Clock {
    /** The text has been kept for as long as was promised. */
    RETENTION,
    /** Nobody has written for so long that the chat is closed. */
    IDLE,
    /** Nobody has taken the waiting chat: the next ones are called. */
    STEP,
    /** The second line is to be called about the waiting chat. */
    CALL,
    /** The visitor's message has gone unanswered: its holder is reminded. */
    REMIND,
    /** It has gone unanswered for longer: the chat is offered to others. */
    OFFER,
    /** The holder's connection has been gone for longer than the lease. */
    LEASE,
    /** The closing flow has been met with silence. */
    CLOSING;

    /** As it stands in the store. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
