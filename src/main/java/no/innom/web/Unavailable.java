package no.innom.web;

import io.vertx.ext.web.RoutingContext;

/** The store is away: said as a problem, with when to try again. */
public final class Unavailable {
    private Unavailable() {}

    /** Answers 503. */
    public static void say(RoutingContext ctx) {
        ctx.response().putHeader("Retry-After", "2");
        Answers.problem(ctx, 503, "Unavailable", "The store cannot be reached now. Try again in a moment.");
    }
}
