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

    /**
     * It is not known whether a chat has changed: a write was not answered, or was answered to somebody else. What was
     * told of it is compared with the store soon, and what is new is told.
     */
    void doubt(ChatId chat);

    /** Calls the listener, on any thread, when the store is away or has gone back: what is remembered of it may be wrong. */
    void onDoubt(Runnable listener);

    /** Tells this node and the others. */
    void ring(ChatEvent event);
}
