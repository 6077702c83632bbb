package no.innom.web;

import io.vertx.ext.web.RoutingContext;

/** Answers over HTTP: JSON, and errors as RFC 9457 says. */
final class Answers {
    private Answers() {}

    static void json(RoutingContext ctx, Object body) {
        ctx.response()
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end(Wire.text(body));
    }

    static void empty(RoutingContext ctx) {
        ctx.response().setStatusCode(204).putHeader("Cache-Control", "no-store").end();
    }

    /** An error that says what happened and what to do. */
    static void problem(RoutingContext ctx, int status, String title, String detail) {
        if (ctx.response().ended()) {
            return;
        }
        var body = Wire.JSON
                .createObjectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        ctx.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end(Wire.text(body));
    }
}
