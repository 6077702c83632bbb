package no.innom.chat;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * How it stands with calling the second line about a chat that waits. It stands in the store with the chat, so that a
 * call survives the node that was about to make it.
 *
 * @param called when the call fell due: with the chat it names the call, however often it is tried
 * @param tries how often it has been tried
 */
public record Summons(State state, Instant called, int tries) {
    /** What has become of the call. */
    public enum State {
        /** It is being made, or about to be. */
        CALLING,
        /** It has gone out. */
        SENT,
        /** It could not be made; it is tried again. */
        FAILED,
        /** There is nobody to call: no second line has been set up. */
        MISSING;

        /** As in frames and in the store. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A call that has just fallen due. */
    public static Summons at(Instant now) {
        return new Summons(State.CALLING, now, 0);
    }

    /** The same call, tried once more. */
    public Summons tried() {
        return new Summons(state, called, tries + 1);
    }

    /** The same call, with what has become of it. */
    public Summons now(State is) {
        return new Summons(is, called, tries);
    }
}
