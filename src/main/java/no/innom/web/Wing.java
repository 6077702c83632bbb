package no.innom.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import no.innom.conversation.Rehearsal;
import no.innom.duty.Staff;

/** A further part of the API on the public address. Opened once for each event loop. */
public interface Wing {
    /** Adds its routes. */
    void open(Router router, Sessions sessions);

    /**
     * The rehearsal that a socket is asked for; the request is paused. Fails when the caller may not have it, and has
     * told them so.
     */
    Future<Rehearsal> rehearsal(RoutingContext ctx, Sessions sessions);

    /** How a rehearsal stands, as a frame for who looks on. */
    ObjectNode standing(Rehearsal rehearsal);

    /** Whose session a request bears. */
    interface Sessions {
        Future<Optional<Staff>> of(HttpServerRequest request);
    }
}
