package no.innom.duty;

import java.time.Instant;
import java.util.Set;

/**
 * A staff member who has a console open.
 *
 * @param on whether they are on duty: only then are chats offered to them
 * @param capacity how many chats they hold at most
 * @param queues the queues that they want now; empty for all that their roles serve
 * @param until when they are counted as gone unless they are heard of again
 */
public record Shift(
        String user, String name, Set<Role> roles, boolean on, int capacity, Set<String> queues, Instant until) {

    public Shift until(Instant later) {
        return new Shift(user, name, roles, on, capacity, queues, later);
    }

    /** Whether they are on duty at that moment. */
    public boolean onDutyAt(Instant now) {
        return on && here(now);
    }

    /** Whether their console is open, or was so less than a lease ago. */
    public boolean here(Instant now) {
        return until.isAfter(now);
    }
}
