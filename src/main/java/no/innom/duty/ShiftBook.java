package no.innom.duty;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** Where shifts are kept, for every node to see. May be called from an event loop. */
public interface ShiftBook {
    /** Writes somebody's shift and tells the other nodes. */
    Future<Void> put(Shift shift);

    /** Moves the end of somebody's shift, and nothing else of it; never back. */
    Future<Void> renew(String user, Instant until);

    /** Every shift that is kept, also such as have run out lately. */
    Future<List<Shift>> all();

    /** Calls the listener when a shift has changed on any node. */
    void listen(Runnable listener);
}
