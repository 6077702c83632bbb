package no.innom.publishing;

import java.time.Instant;

/**
 * A publication that waits for a second pair of eyes: it becomes a version when somebody else approves it.
 *
 * @param at when it was proposed
 */
public record Proposal(Publisher.Wish wish, Instant at) {

    /** Whether somebody may approve it: anybody but who wrote it. */
    public boolean mayBeApprovedBy(String user) {
        return !user.equals(wish.author());
    }
}
