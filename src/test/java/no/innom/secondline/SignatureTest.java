package no.innom.secondline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureTest {
    @Test
    void isTheOneThatTheStandardGivesAsItsExample() {
        // From the Standard Webhooks specification's own test vector.
        var signature = new Signature("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(signature.of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330L, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
