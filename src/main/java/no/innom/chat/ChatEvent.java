package no.innom.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What listeners hear about a chat. */
public sealed interface ChatEvent {
    ChatId chat();

    /**
     * The chat has changed.
     *
     * @param after the chat now
     * @param said what was said, in order; it may begin later than what a listener has seen (read the store then)
     * @param departure why it left its queue, if it did
     * @param alarm the step to ring at staff, or -1
     * @param talk whether there are only more words, which concern nobody but who follows the chat
     */
    record Changed(Chat after, List<Message> said, @Nullable Departure departure, int alarm, boolean talk)
            implements ChatEvent {
        /** How it stands now, with nothing to tell but that. */
        public static Changed now(Chat after) {
            return new Changed(after, List.of(), null, -1, false);
        }

        @Override
        public ChatId chat() {
            return after.id();
        }
    }

    /** The chat and everything about it is gone: {@code erased} by the visitor or {@code expired}. */
    record Gone(ChatId chat, String why) implements ChatEvent {}

    /**
     * The store has gone back to an older copy of itself and has lost the end of the chat: whoever follows it must begin
     * anew with what is there.
     */
    record Rewound(ChatId chat) implements ChatEvent {}

    /** Somebody is typing: the visitor, or ({@code staff}) the person who holds the chat. */
    record Typing(ChatId chat, boolean staff) implements ChatEvent {}

    /** A visitor's socket has come ({@code here}) or gone. A newer socket sends an older one of the same chat away. */
    record Visitor(ChatId chat, String socket, boolean here) implements ChatEvent {}
}
