package no.innom.chat;

import java.util.function.Consumer;

/**
 * Tells everybody on this node what happens in chats, on this node or another. It is a bell, not the truth: an event
 * can be missed, never one that did not happen. Listeners are called on the context that they subscribed from.
 */
public interface ChatBus {
    /** Listens to one chat until the returned handle is run. */
    Runnable listen(ChatId chat, Consumer<ChatEvent> listener);

    /** Listens to every chat but for mere talk ({@link ChatEvent.Changed#talk}): for the board of the staff. */
    Runnable listenAll(Consumer<ChatEvent> listener);

    /** Tells this node and the others. */
    void ring(ChatEvent event);
}
