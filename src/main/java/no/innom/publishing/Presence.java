package no.innom.publishing;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** Who has a flow open in the editor now. May be called from an event loop; answers on the caller's context. */
public interface Presence {
    /**
     * Somebody with a flow open.
     *
     * @param at when they were heard from last
     */
    record Editor(String user, String name, Instant at) {}

    /** Somebody is still there; answers everybody who is. Who is not heard from for half a minute has gone. */
    Future<List<Editor>> here(String flow, String user, String name);

    /** Everybody who is there. */
    Future<List<Editor>> all(String flow);
}
