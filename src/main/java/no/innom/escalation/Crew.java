package no.innom.escalation;

import no.innom.chat.ChatId;

/** Who is there for a queue at this moment. Answers at once, from what this node knows. */
@FunctionalInterface
public interface Crew {
    /** Whether somebody who takes from the queue is on duty. */
    boolean isThere(String queue);

    /**
     * Whether one of them has a seat free for the chat: who has as many chats as they have said yes to cannot take one
     * more before they have let go of one.
     */
    default boolean hasRoom(String queue, ChatId chat) {
        return isThere(queue);
    }
}
