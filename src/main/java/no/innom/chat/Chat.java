package no.innom.chat;

/**
 * A chat at one moment.
 *
 * @param rev grows by one with every change; 0 for one that is not stored yet
 * @param keyHash the hash of the visitor's {@link ChatKey}
 * @param cipher the chat's own key
 */
public record Chat(ChatId id, long rev, String keyHash, ChatCipher cipher, Envelope envelope, Contents contents) {

    /** Names the chat only: nothing of it belongs in a log. */
    @Override
    public String toString() {
        return "Chat[" + id + "]";
    }
}
