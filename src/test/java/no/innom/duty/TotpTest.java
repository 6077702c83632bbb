package no.innom.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** RFC 6238's key "12345678901234567890" in base32. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfRfc6238(long second, String code) {
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(second))).hasValue(second / 30);
        assertThat(Totp.step(SECRET, " " + code + " ", Instant.ofEpochSecond(second)))
                .hasValue(second / 30);
    }

    @Test
    void forgivesHalfAMinuteAndNoMore() {
        var at = Instant.ofEpochSecond(1111111109);
        var ofThen = Totp.step(SECRET, "081804", at);
        assertThat(ofThen).isPresent();
        assertThat(Totp.step(SECRET, "081804", at.plusSeconds(30))).isEqualTo(ofThen);
        assertThat(Totp.step(SECRET, "081804", at.minusSeconds(30))).isEqualTo(ofThen);
        assertThat(Totp.step(SECRET, "081804", at.plusSeconds(61))).isEmpty();
        assertThat(Totp.step(SECRET, "081804", at.minusSeconds(61))).isEmpty();
    }

    @Test
    void takesNothingElse() {
        var at = Instant.ofEpochSecond(59);
        for (var code : new String[] {"", "287083", "28708", "0287082", "94287082", "æøå", "-87082"}) {
            assertThat(Totp.step(SECRET, code, at)).as(code).isEmpty();
        }
    }

    @Test
    void drawsSecretsThatAppsTake() {
        var random = new SecureRandom();
        assertThat(Totp.draw(random)).matches("[A-Z2-7]{32}").isNotEqualTo(Totp.draw(random));
        assertThat(Totp.uri("kari@example", SECRET))
                .isEqualTo("otpauth://totp/Innom:kari%40example?secret=" + SECRET + "&issuer=Innom");
    }
}
