package no.innom.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import no.innom.risk.Finding;
import no.innom.risk.Level;
import org.junit.jupiter.api.Test;

class GuardTest {
    private static final Instant NOW = Instant.parse("2026-11-26T18:00:00Z");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void countsAsHighWhatCannotBeScanned() {
        var guard = new Guard(
                (text, at, earlier) -> {
                    throw new IllegalStateException("broken on: " + text);
                },
                meters);
        var finding = guard.scan("en helt vanlig dag", NOW, List.of());
        assertThat(finding.level()).isEqualTo(Level.HIGH);
        assertThat(finding.spans()).singleElement().satisfies(span -> assertThat(span.end())
                .isEqualTo("en helt vanlig dag".length()));
        assertThat(meters.get("innom.risk.scan.failures").counter().count()).isEqualTo(1);
    }

    @Test
    void countsAsHighWhatOverflowsTheStack() {
        var guard = new Guard(
                (text, at, earlier) -> {
                    throw new StackOverflowError();
                },
                meters);
        assertThat(guard.scan("x", NOW, List.of()).level()).isEqualTo(Level.HIGH);
    }

    @Test
    void passesOnWhatIsFound() {
        var guard = new Guard((text, at, earlier) -> Finding.NOTHING, meters);
        assertThat(guard.scan("x", NOW, List.of())).isSameAs(Finding.NOTHING);
        assertThat(meters.get("innom.risk.scan.failures").counter().count()).isZero();
    }
}
