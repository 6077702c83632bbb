package no.innom.conversation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import no.innom.risk.Earlier;
import no.innom.risk.Finding;
import no.innom.risk.Level;
import no.innom.risk.Span;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scans what visitors write. A scanner that fails counts as {@link Level#HIGH}: a person looks instead. */
public final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private final Scanner scanner;
    private final Counter failures;

    /** What scans: the risk room's scanner, or in a test one that throws. */
    public interface Scanner {
        /**
         * @param text the message
         * @param at when it was written
         * @param earlier the same visitor's last messages, oldest first
         */
        Finding scan(String text, Instant at, List<Earlier> earlier);
    }

    public Guard(Scanner scanner, MeterRegistry meters) {
        this.scanner = scanner;
        this.failures = Counter.builder("innom.risk.scan.failures")
                .description("Messages that could not be scanned and were handed to a person")
                .register(meters);
    }

    /** Never throws. */
    public Finding scan(String text, Instant at, List<Earlier> earlier) {
        try {
            return scanner.scan(text, at, earlier);
        } catch (RuntimeException | StackOverflowError e) {
            failures.increment();
            LOG.error(
                    "A message could not be scanned ({}); it is handed to a person.",
                    e.getClass().getSimpleName());
            return new Finding(Level.HIGH, null, List.of(new Span(0, text.length())), List.of("scan-failed"));
        }
    }
}
