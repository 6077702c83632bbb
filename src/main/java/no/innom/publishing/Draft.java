package no.innom.publishing;

import java.time.Instant;

/**
 * What editors write on a flow before it is published: one for each flow, shared by all who edit it.
 *
 * @param flow the flow's id
 * @param text as it was written, also where it has errors
 * @param rev grows with each save; whoever saves names the one that they began from
 * @param base the number of the version that it began from; 0 for a flow that has none
 * @param by the user who saved it last
 * @param at when they did
 */
public record Draft(String flow, String text, long rev, int base, String by, Instant at) {

    /** A draft without its text, for a list. */
    public record Head(long rev, int base, String by, Instant at) {}

    public Head head() {
        return new Head(rev, base, by, at);
    }
}
