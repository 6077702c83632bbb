package no.innom.escalation;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Set;
import no.innom.chat.ChatId;

/**
 * The claims that a person has under way, on all nodes: what makes a capacity hold when two tabs claim at once. A claim
 * takes a seat first, then counts what the person holds and the claims that began before it, then takes the chat. Of
 * two at once the later one therefore sees the earlier one, as under way or as held.
 */
public interface Seats {
    /** A seat that is not given back is free again after this; a claim must be stored well before. */
    Duration TAKEN_FOR = Duration.ofSeconds(10);

    /**
     * @param mark names this claim among the person's own
     * @param before the chats of the claims that began before this one and may be under way
     */
    record Seat(String user, String mark, Set<ChatId> before) {}

    /** Takes a seat for a claim. */
    Future<Seat> take(String user, ChatId chat);

    /** The claim is over, whether or not it gave the person the chat. */
    Future<Void> giveBack(Seat seat);
}
