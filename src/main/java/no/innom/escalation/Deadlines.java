package no.innom.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.innom.chat.Spot;

/**
 * When the next ones are called about a chat that nobody has taken.
 *
 * @param steps counted from the entry into the queue, growing: all on duty, the leads, the second line outside
 */
public record Deadlines(List<Duration> steps) {
    /** The step beyond which nobody new is called: the last ones are called again and again. */
    public static final int LAST_STEP = 3;

    /** @throws IllegalArgumentException when there is no step or they do not grow */
    public Deadlines {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one step");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).compareTo(steps.get(i - 1)) <= 0) {
                throw new IllegalArgumentException("each step must be later than the one before");
            }
        }
        steps = List.copyOf(steps);
    }

    /** When the next step falls due for a chat that waits like this. */
    public Instant next(Spot spot) {
        int missed = spot.step();
        var last = steps.get(steps.size() - 1);
        return missed < steps.size()
                ? spot.entered().plus(steps.get(missed))
                : spot.entered().plus(last).plus(lastInterval().multipliedBy(missed - steps.size() + 1L));
    }

    /**
     * The place one missed deadline further on. Of those that repeat the last call, all that were missed while nobody
     * could look, such as during an outage, count as one: who has not come is called once, and not once for each.
     */
    public Spot further(Spot spot, Instant now) {
        int step = spot.step() + 1;
        if (step >= steps.size()) {
            var since = Duration.between(spot.entered().plus(steps.get(steps.size() - 1)), now);
            long repeated =
                    Math.max(0, since.toMillis()) / Math.max(1, lastInterval().toMillis());
            step = (int) Math.max(step, Math.min(Integer.MAX_VALUE, steps.size() + repeated));
        }
        return new Spot(spot.queue(), spot.since(), spot.entered(), step);
    }

    private Duration lastInterval() {
        int size = steps.size();
        return size == 1 ? steps.get(0) : steps.get(size - 1).minus(steps.get(size - 2));
    }
}
