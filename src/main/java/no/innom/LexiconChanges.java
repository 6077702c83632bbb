package no.innom;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import no.innom.risk.LexiconWatch;
import no.innom.risk.RiskScanner;
import no.innom.yaml.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log and the metrics of a lexicon that was changed while the server runs. Looked at from a worker. */
final class LexiconChanges {
    private static final Logger LOG = LoggerFactory.getLogger(LexiconChanges.class);
    private static final int MOST_TOLD = 20;

    private final LexiconWatch watch;
    private final Counter taken;
    private final Counter refused;

    LexiconChanges(RiskScanner scanner, MeterRegistry meters) {
        watch = new LexiconWatch(scanner);
        taken = counter("taken", meters);
        refused = counter("refused", meters);
    }

    private static Counter counter(String outcome, MeterRegistry meters) {
        return Counter.builder("innom.risk.lexicon.changes")
                .description("Changed lexicons, taken into use or refused because of an error in them")
                .tag("outcome", outcome)
                .register(meters);
    }

    /** Looks once; blocks. */
    void look() {
        List<String> errors = new ArrayList<>();
        var seen = watch.look(problem -> {
            if (problem.severity() == Severity.ERROR) {
                errors.add(problem.toString());
            }
        });
        if (seen == LexiconWatch.Seen.TAKEN) {
            taken.increment();
            LOG.info("The changed lexicon is in use.");
        } else if (seen == LexiconWatch.Seen.REFUSED) {
            refused.increment();
            LOG.error("THE CHANGED LEXICON IS NOT IN USE: there are errors in it, and the old one stands until they are"
                    + " put right.");
            errors.stream().limit(MOST_TOLD).forEach(LOG::error);
            if (errors.size() > MOST_TOLD) {
                LOG.error("… and {} more; `innom check` tells all.", errors.size() - MOST_TOLD);
            }
        }
    }
}
