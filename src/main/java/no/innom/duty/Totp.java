package no.innom.duty;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes from a phone (RFC 6238: SHA-1, six digits, thirty seconds), as every authenticator app makes them. */
public final class Totp {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_LETTERS = 32;
    private static final int STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;

    /** A code fits for its own half minute, the one before and the one after: twice that, if servers' clocks differ. */
    public static final Duration REMEMBERED = Duration.ofSeconds(2 * 3 * STEP_SECONDS);

    private Totp() {}

    /** A new secret, 160 bits in base32. */
    public static String draw(SecureRandom random) {
        var secret = new StringBuilder();
        for (int i = 0; i < SECRET_LETTERS; i++) {
            secret.append(BASE32.charAt(random.nextInt(BASE32.length())));
        }
        return secret.toString();
    }

    /** What a QR code must hold for an app to take the secret. */
    public static String uri(String user, String secret) {
        return "otpauth://totp/Innom:" + java.net.URLEncoder.encode(user, java.nio.charset.StandardCharsets.UTF_8)
                + "?secret=" + secret + "&issuer=Innom";
    }

    /**
     * Which half minute the code is of: this one, or the one before or after it; empty when it fits none. A code is good
     * for one login, so its half minute is to be {@link #REMEMBERED}.
     */
    public static OptionalLong step(String secret, String code, Instant now) {
        long step = now.getEpochSecond() / STEP_SECONDS;
        var fits = OptionalLong.empty();
        for (long near = step - 1; near <= step + 1; near++) {
            if (MessageDigest.isEqual(
                    code(secret, near).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                    code.strip().getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
                fits = OptionalLong.of(near);
            }
        }
        return fits;
    }

    private static String code(String secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decoded(secret), "RAW"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-1", e);
        }
    }

    private static byte[] decoded(String base32) {
        var bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int bits = 0;
        int held = 0;
        for (char letter : base32.toCharArray()) {
            held = (held << 5) | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        return bytes.array();
    }
}
