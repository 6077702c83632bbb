package no.innom.secondline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what is sent, as Standard Webhooks 1.0 has it (https://www.standardwebhooks.com): who knows the secret can see
 * that it comes from us, is whole and is not an old one sent again.
 */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param secret base64 */
    Signature(String secret) {
        key = new SecretKeySpec(Base64.getDecoder().decode(secret), ALGORITHM);
    }

    /**
     * The value of the header {@code webhook-signature}.
     *
     * @param seconds when it is sent, since 1970; also sent as {@code webhook-timestamp}
     */
    String of(String id, long seconds, String body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var signed = mac.doFinal((id + "." + seconds + "." + body).getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
