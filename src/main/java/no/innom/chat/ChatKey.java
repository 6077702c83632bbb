package no.innom.chat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The visitor's secret for coming back to a chat: the chat's name and 192 random bits. Only a hash of it is stored.
 *
 * @param chat which chat
 * @param secret never stored, never logged
 */
public record ChatKey(ChatId chat, String secret) {
    private static final int SECRET_BYTES = 24;
    private static final int LONGEST = 128;

    /** A new key for the chat. */
    public static ChatKey draw(ChatId chat, SecureRandom random) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return new ChatKey(chat, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Reads what {@link #wire()} wrote; empty when it cannot be a key. */
    public static Optional<ChatKey> read(String wire) {
        int dot = wire.indexOf('.');
        if (wire.length() > LONGEST || dot < 0 || !ChatId.fits(wire.substring(0, dot))) {
            return Optional.empty();
        }
        return Optional.of(new ChatKey(new ChatId(wire.substring(0, dot)), wire.substring(dot + 1)));
    }

    /** As the visitor's browser keeps it. */
    public String wire() {
        return chat.value() + "." + secret;
    }

    /** What is stored of it: SHA-256, in hexadecimal. The secret is long and random, so a fast hash is enough. */
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(wire().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Compares in constant time with a stored hash. */
    public boolean opens(String storedHash) {
        return MessageDigest.isEqual(
                hash().getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                storedHash.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    /** Names the chat only: the secret must not end up in a log. */
    @Override
    public String toString() {
        return "ChatKey[" + chat + "]";
    }
}
