package no.innom.web;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Whether the server lives, and whether it can do its work, which needs Redis. */
final class Health {
    private static final long PATIENCE_MS = 1900;

    private final Supplier<Future<Void>> store;

    /** @param store asks the store whether it is there */
    Health(Supplier<Future<Void>> store) {
        this.store = store;
    }

    void live(RoutingContext ctx) {
        Answers.json(ctx, Wire.JSON.createObjectNode().put("live", true));
    }

    void ready(RoutingContext ctx) {
        store.get()
                .timeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
                .onSuccess(v -> Answers.json(ctx, Wire.JSON.createObjectNode().put("ready", true)))
                .onFailure(e -> Unavailable.say(ctx));
    }
}
