package no.innom.web.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import no.innom.duty.Staff;
import no.innom.flow.Flow;
import no.innom.web.Answers;
import no.innom.web.Wire;

/**
 * One call of an editor.
 *
 * @param staff who calls
 */
record Call(RoutingContext ctx, Staff staff) {

    /** Answers a call; fails, or throws, with what is said to the caller. */
    interface Handler {
        Future<?> handle(Call call);
    }

    /** What it came with. */
    Body body() {
        return Body.of(ctx);
    }

    /** The flow that the path names. */
    String flow() {
        return part("id");
    }

    /** A part of the path that must be a name. */
    String part(String name) {
        var id = ctx.pathParam(name);
        if (!Flow.isId(id)) {
            throw RefusedCallException.notFound(
                    "A flow's id is small letters a-z, digits and hyphens, at most sixty, and begins with a letter.");
        }
        return id;
    }

    /** A number in the path. */
    int number(String name) {
        try {
            return Integer.parseInt(ctx.pathParam(name));
        } catch (NumberFormatException e) {
            throw RefusedCallException.notFound("A version is a number.");
        }
    }

    /** Answers with a JSON object. */
    Future<Void> json(int status, Object body) {
        ctx.response().setStatusCode(status);
        Answers.json(ctx, body);
        return Future.succeededFuture();
    }

    Future<Void> empty() {
        Answers.empty(ctx);
        return Future.succeededFuture();
    }

    static ObjectNode object() {
        return Wire.JSON.createObjectNode();
    }
}
