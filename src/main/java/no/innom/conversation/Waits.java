package no.innom.conversation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import no.innom.chat.Envelope;
import no.innom.chat.Status;
import no.innom.chat.Turn;
import no.innom.risk.Level;

/**
 * How long people wait for a person, and how often in vain: times and counts by level, never a word or a chat's name.
 * Each change is counted once, by the node that makes it. Safe for any thread.
 *
 * <table>
 *   <caption>As they stand in {@code /metrics}, each with the label {@code level}</caption>
 *   <tr><td>{@code innom_handover_queue_seconds}</td><td>from the message until the chat is in its queue</td></tr>
 *   <tr><td>{@code innom_handover_alarm_seconds}</td><td>from there until the alarm has been sent to a console</td></tr>
 *   <tr><td>{@code innom_handover_claim_seconds}</td><td>from its entry into the queue until somebody takes it</td></tr>
 *   <tr><td>{@code innom_handover_abandoned_total}</td><td>left, erased or run out while it waited</td></tr>
 *   <tr><td>{@code innom_handover_requeued_total}</td><td>back from a person into a queue, for whatever reason</td></tr>
 *   <tr><td>{@code innom_handover_drops_total}</td><td>of these, those whose holder's connection was gone</td></tr>
 * </table>
 */
public final class Waits {
    private static final Duration[] MOMENTS = millis(2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000);
    private static final Duration[] WAITS = seconds(1, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600, 14_400);

    private final InstantSource clock;
    private final Map<Level, Timer> queue = new EnumMap<>(Level.class);
    private final Map<Level, Timer> alarm = new EnumMap<>(Level.class);
    private final Map<Level, Timer> claim = new EnumMap<>(Level.class);
    private final Map<Level, Counter> abandoned = new EnumMap<>(Level.class);
    private final Map<Level, Counter> requeued = new EnumMap<>(Level.class);
    private final Map<Level, Counter> drops = new EnumMap<>(Level.class);

    public Waits(MeterRegistry meters, InstantSource clock) {
        this.clock = clock;
        for (var level : Level.values()) {
            queue.put(level, timer(meters, level, "queue", "From the message until its chat is in a queue", MOMENTS));
            alarm.put(level, timer(meters, level, "alarm", "From the queue until a console has the alarm", MOMENTS));
            claim.put(level, timer(meters, level, "claim", "From the queue until somebody takes the chat", WAITS));
            abandoned.put(level, counter(meters, level, "abandoned", "Chats that ended while they waited"));
            requeued.put(level, counter(meters, level, "requeued", "Chats that came back into a queue"));
            drops.put(level, counter(meters, level, "drops", "Chats whose holder's connection was gone"));
        }
    }

    /** The alarm about a chat that entered its queue then has been sent to a console. */
    public void alarmed(Envelope waiting) {
        var spot = waiting.spot();
        if (spot != null) {
            record(alarm, waiting.level(), spot.entered());
        }
    }

    /** A turn has been stored that somebody asked for at that moment. */
    void changed(Turn turn, Instant asked) {
        var before = turn.before().envelope();
        var after = turn.after().envelope();
        boolean waits = after.waiting();
        var spot = before.spot();
        if (waits && before.status() == Status.HUMAN) {
            count(requeued, after.level());
        } else if (waits && !before.waiting()) {
            record(queue, after.level(), asked);
        } else if (before.waiting() && spot != null && after.status() == Status.HUMAN) {
            record(claim, after.level(), spot.entered());
        } else if (before.waiting() && !waits) {
            count(abandoned, after.level());
        }
    }

    /** A chat is gone for good. */
    void ended(Envelope last) {
        if (last.waiting()) {
            count(abandoned, last.level());
        }
    }

    /** A holder's lease has run out. */
    void dropped(Level level) {
        count(drops, level);
    }

    private void record(Map<Level, Timer> timers, Level level, Instant since) {
        var timer = timers.get(level);
        var took = Duration.between(since, clock.instant());
        if (timer != null) {
            // Two nodes' clocks can differ by a little.
            timer.record(took.isNegative() ? Duration.ZERO : took);
        }
    }

    private static void count(Map<Level, Counter> counters, Level level) {
        var counter = counters.get(level);
        if (counter != null) {
            counter.increment();
        }
    }

    private static Timer timer(MeterRegistry meters, Level level, String what, String about, Duration... buckets) {
        return Timer.builder("innom.handover." + what)
                .description(about)
                .tag("level", level.wire())
                .serviceLevelObjectives(buckets)
                .register(meters);
    }

    private static Counter counter(MeterRegistry meters, Level level, String what, String about) {
        return Counter.builder("innom.handover." + what)
                .description(about)
                .tag("level", level.wire())
                .register(meters);
    }

    private static Duration[] millis(int... all) {
        return Arrays.stream(all).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }

    private static Duration[] seconds(int... all) {
        return Arrays.stream(all).mapToObj(Duration::ofSeconds).toArray(Duration[]::new);
    }
}
