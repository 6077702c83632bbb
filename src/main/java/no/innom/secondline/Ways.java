package no.innom.secondline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.innom.config.Settings;
import no.innom.config.Texts;
import no.innom.escalation.SecondLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls on every way that is set up. The call has gone out when one way took it; a way that did not is told of loudly,
 * and is tried again with the next call.
 */
public final class Ways implements SecondLine {
    private static final Logger LOG = LoggerFactory.getLogger(Ways.class);
    /** Before the caller gives up, so that it is known which way failed. */
    private static final long ONE_WAY_MS = LONGEST_CALL.minusSeconds(1).toMillis();

    private final List<Way> ways;
    private final MeterRegistry meters;

    Ways(List<Way> ways, MeterRegistry meters) {
        this.ways = List.copyOf(ways);
        this.meters = meters;
    }

    /**
     * The ways that the settings name; none is allowed, and said at the start.
     *
     * @param zone the service's own, for the time of day that a mail names
     */
    public static Ways of(
            Vertx vertx,
            Settings.SecondLine settings,
            Texts texts,
            ZoneId zone,
            InstantSource clock,
            MeterRegistry meters) {
        var ways = new ArrayList<Way>();
        if (!settings.webhook().url().isEmpty()) {
            ways.add(new Webhook(vertx, settings.webhook(), settings.console(), clock));
        }
        if (!settings.mail().to().isEmpty()) {
            ways.add(new Mail(vertx, settings.mail(), settings.console(), texts, zone));
        }
        if (ways.isEmpty()) {
            LOG.warn("No second line is set up (secondLine.webhook.url, secondLine.mail.to): nobody outside is called"
                    + " when nobody comes.");
        }
        return new Ways(ways, meters);
    }

    @Override
    public boolean isSetUp() {
        return !ways.isEmpty();
    }

    @Override
    public Future<Void> call(Call call) {
        return Future.any(ways.stream().map(way -> send(way, call)).toList()).mapEmpty();
    }

    private Future<Void> send(Way way, Call call) {
        // What is thrown on the way there is a failure like any other.
        return Future.succeededFuture()
                .compose(begun -> way.send(call))
                .timeout(ONE_WAY_MS, TimeUnit.MILLISECONDS)
                .onSuccess(taken -> count(way, "sent"))
                .onFailure(e -> {
                    count(way, "failed");
                    LOG.error("The second line was not reached by {}: {}.", way.name(), why(e));
                });
    }

    private void count(Way way, String result) {
        Counter.builder("innom.second.line.calls")
                .description("Calls to the second line, by the way and by what became of them")
                .tag("way", way.name())
                .tag("result", result)
                .register(meters)
                .increment();
    }

    /** Other exceptions' messages can quote an address, which can hold a secret. */
    private static String why(Throwable e) {
        if (e instanceof NotTakenException) {
            return String.valueOf(e.getMessage());
        }
        return e instanceof TimeoutException
                ? "no answer in time"
                : e.getClass().getSimpleName();
    }
}
