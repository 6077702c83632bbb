package no.innom.chat;

import java.nio.charset.StandardCharsets;

/**
 * A chat's own key. What it seals bears the chat's id and a place (such as the message's number), so that nothing can
 * be moved to another chat or another place. Safe for any thread.
 */
public final class ChatCipher {
    private final ChatId chat;
    private final byte[] key;
    private final byte[] wrapped;

    ChatCipher(ChatId chat, byte[] key, byte[] wrapped) {
        this.chat = chat;
        this.key = key;
        this.wrapped = wrapped;
    }

    /** The key under the master key, as it is stored. */
    public byte[] wrapped() {
        return wrapped.clone();
    }

    /** Seals something for a place of the chat. */
    public byte[] seal(String place, byte[] clear) {
        return AesGcm.seal(key, clear, about(place));
    }

    /** @throws SealBrokenException when it was not sealed for this chat and place */
    public byte[] open(String place, byte[] sealed) {
        return AesGcm.open(key, sealed, about(place));
    }

    private byte[] about(String place) {
        return (chat.value() + "/" + place).getBytes(StandardCharsets.UTF_8);
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "ChatCipher[" + chat + "]";
    }
}
