package no.innom.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;

/** Answers over HTTP: JSON, and errors as RFC 9457 says. */
public final class Answers {
    private Answers() {}

    /** Answers with a value as JSON, under the status that is set. */
    public static void json(RoutingContext ctx, Object body) {
        ctx.response()
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end(Wire.text(body));
    }

    /** Answers 204. */
    public static void empty(RoutingContext ctx) {
        ctx.response().setStatusCode(204).putHeader("Cache-Control", "no-store").end();
    }

    /** An error that says what happened and what to do. */
    public static void problem(RoutingContext ctx, int status, String title, String detail) {
        problem(ctx, status, title, detail, Wire.JSON.createObjectNode());
    }

    /** The same, with further members of the problem. */
    public static void problem(RoutingContext ctx, int status, String title, String detail, ObjectNode more) {
        if (ctx.response().ended()) {
            return;
        }
        more.put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        ctx.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end(Wire.text(more));
    }
}
