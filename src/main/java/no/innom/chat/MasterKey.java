package no.innom.chat;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** The key that wraps every chat's own key. Whoever loses it has lost every text; whoever has it can read them. */
public final class MasterKey {
    /** How many bytes it has. */
    public static final int BYTES = 32;

    private static final byte[] CONTEXT = "innom/chat-key".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final byte[] key;

    private MasterKey(byte[] key) {
        this.key = key;
    }

    /**
     * Reads it from base64.
     *
     * @throws IllegalArgumentException when it is not base64 of {@value #BYTES} bytes; the message does not show it
     */
    public static MasterKey read(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the master key is not base64");
        }
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("the master key has " + bytes.length + " bytes, not " + BYTES);
        }
        return new MasterKey(bytes);
    }

    /** A new one, in base64. */
    public static String draw(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A new key for a new chat. */
    public ChatCipher newChat(ChatId chat, SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new ChatCipher(chat, bytes, AesGcm.seal(key, bytes, context(chat)));
    }

    /** @throws SealBrokenException when this is not the master key that wrapped the chat's key */
    public ChatCipher unwrap(ChatId chat, byte[] wrapped) {
        return new ChatCipher(chat, AesGcm.open(key, wrapped, context(chat)), wrapped);
    }

    private static byte[] context(ChatId chat) {
        var id = chat.value().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var all = Arrays.copyOf(CONTEXT, CONTEXT.length + id.length);
        System.arraycopy(id, 0, all, CONTEXT.length, id.length);
        return all;
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "MasterKey[…]";
    }
}
