package no.innom.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a flow. Its text never changes; publishing an old text again is a new version.
 *
 * @param flow the flow's id
 * @param number from 1, without gaps in the order in which they were published
 * @param author the user who published it; null when it came from the file
 * @param at when it was published
 * @param reason why, in the author's words; empty when it came from the file
 * @param text the flow file, as it was written
 */
public record Version(
        String flow, int number, @Nullable String author, Instant at, String reason, String text, Times times) {

    /**
     * When a version is live.
     *
     * @param from the first instant
     * @param until the first instant after; null for as long as nothing newer takes its place
     * @param withdrawn whether it was taken back: it is never live again
     */
    public record Times(Instant from, @Nullable Instant until, boolean withdrawn) {

        /** Live from an instant on. */
        public static Times from(Instant from) {
            return new Times(from, null, false);
        }

        boolean cover(Instant now) {
            return !withdrawn && !now.isBefore(from) && (until == null || now.isBefore(until));
        }
    }

    /** Whether it came from the file in the folder of flows. */
    public boolean fromFile() {
        return author == null;
    }

    /** Whether its time is still to come. */
    public boolean isAhead(Instant now) {
        return !times.withdrawn() && times.from().isAfter(now);
    }

    /** The same version, live at other times. */
    public Version at(Times other) {
        return new Version(flow, number, author, at, reason, text, other);
    }

    /** What problems call it: there is no file that they could name. */
    public String name() {
        return flow + ".yaml, version " + number;
    }
}
