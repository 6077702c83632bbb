package no.innom.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever is written, it is scanned. */
class ScanFuzzTest {
    private static final RiskScanner SCANNER = Sentences.scanner();

    @FuzzTest(maxDuration = "2m")
    void findsWhatStandsInTheTextAndNothingElse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Finding found = SCANNER.scan(text);
        int end = 0;
        for (Span span : found.spans()) {
            assertThat(span.start()).isGreaterThanOrEqualTo(end).isLessThan(span.end());
            end = span.end();
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
        assertThat(found.level() == Level.NONE)
                .isEqualTo(found.spans().isEmpty())
                .isEqualTo(found.category() == null);
        assertThat(SCANNER.scan(text)).isEqualTo(found);
    }
}
