package no.innom.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import no.innom.flow.Ask;
import no.innom.flow.Contact;
import no.innom.risk.Finding;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a chat's log.
 *
 * @param seq its number, from 1, without gaps
 * @param name the name that a staff member shows
 * @param id the sender's own id for it, for the visitor's and the staff's messages
 * @param ask the question that the bot asks with it
 * @param contacts whom to reach, shown right after the message
 * @param risk what the scanner found in it, when it found something
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Message(
        long seq,
        Instant at,
        From from,
        String text,
        @Nullable String name,
        @Nullable String id,
        @Nullable Ask ask,
        @Nullable List<Contact> contacts,
        @Nullable Finding risk) {

    /** Whom to reach, or nobody. */
    public List<Contact> whom() {
        return contacts == null ? List.of() : contacts;
    }
}
