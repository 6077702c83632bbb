package no.innom.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.util.Optional;
import no.innom.duty.Staff;

/** A further part of the API on the public address. Opened once for each event loop. */
public interface Wing {
    /** Adds its routes. */
    void open(Router router, Sessions sessions);

    /** Several as one. */
    static Wing together(Wing... wings) {
        return (router, sessions) -> {
            for (var wing : wings) {
                wing.open(router, sessions);
            }
        };
    }

    /** Whose session a request bears. */
    interface Sessions {
        Future<Optional<Staff>> of(HttpServerRequest request);
    }
}
