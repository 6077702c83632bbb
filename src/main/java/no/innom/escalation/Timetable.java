package no.innom.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.innom.chat.Spot;
import no.innom.risk.Level;

/**
 * Whose deadlines are which: those of the queue for that level, else those of all queues for that level, else the
 * settings' own ({@code escalation.steps}).
 */
public final class Timetable {
    private final Queues queues;
    private final Deadlines otherwise;

    public Timetable(Queues queues, List<Duration> otherwise) {
        this.queues = queues;
        this.otherwise = new Deadlines(otherwise);
    }

    /** When the next step falls due for a chat of that level that waits like this. */
    public Instant next(Spot spot, Level level) {
        return of(spot.queue(), level).next(spot);
    }

    /** The place one missed deadline further on, see {@link Deadlines#further}. */
    Spot further(Spot spot, Level level, Instant now) {
        return of(spot.queue(), level).further(spot, now);
    }

    private Deadlines of(String id, Level level) {
        var queue = queues.all().get(id);
        var own = queue == null ? null : queue.steps().get(level);
        var steps = own != null ? own : queues.rules().steps().get(level);
        return steps == null ? otherwise : new Deadlines(steps);
    }
}
