package no.innom.escalation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;

/** Those outside who are called when nobody comes. May be called from an event loop. */
public interface SecondLine {
    /** A call is over after this, one way or the other. */
    Duration LONGEST_CALL = Duration.ofSeconds(10);

    /**
     * What they are told: that somebody waits, and nothing that anybody wrote.
     *
     * @param id names the call; the same when it is tried again, so that who got it twice can know
     * @param since the first waiting time
     * @param step how many deadlines were missed; 0 when nobody on duty takes from the queue at all
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Call(String id, String queue, String level, Instant since, int step) {}

    /** Whether there is anybody to call. */
    boolean isSetUp();

    /** Calls, on every way that is set up; fails when none of them took the call. */
    Future<Void> call(Call call);
}
