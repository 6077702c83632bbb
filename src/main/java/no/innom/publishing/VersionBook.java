package no.innom.publishing;

import io.vertx.core.Future;
import java.util.Map;

/** Where the versions are kept. May be called from an event loop; answers on the caller's context. */
public interface VersionBook {

    /** A number for each flow that has versions; it grows with each change of the flow's history. */
    Future<Map<String, Long>> revisions();

    /** All that is kept of a flow's versions; empty where there are none. */
    Future<History> history(String flow);

    /**
     * Adds a version; answers false, and changes nothing, when its number is taken: somebody was quicker. The oldest
     * goes when there are more than a store keeps.
     *
     * @param agreed whether the file in the folder of flows is what it was made of
     */
    Future<Boolean> add(Version version, boolean agreed);

    /** Notes that the file in the folder of flows is the same as a version. */
    Future<Void> agree(String flow, int number);

    /** Changes when a version is live; answers false where there is no such version. */
    Future<Boolean> reschedule(String flow, int number, Version.Times times);
}
