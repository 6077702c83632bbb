package no.innom.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GoodbyeTest {
    @ParameterizedTest
    @EnumSource
    void saysByItsCodeAndInWordsWhetherToComeBack(Goodbye goodbye) {
        assertThat(goodbye.comeBack()).isEqualTo(goodbye.code() == 1001 || goodbye.code() == 1013);
        assertThat(goodbye.reason().endsWith("come back")).isEqualTo(goodbye.comeBack());
        assertThat(goodbye.reason().getBytes(UTF_8)).hasSizeLessThan(124);
    }
}
