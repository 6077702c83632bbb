package no.innom.web.editor;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import no.innom.chat.StoreAwayException;
import no.innom.duty.Role;
import no.innom.web.Answers;
import no.innom.web.Clean;
import no.innom.web.Origins;
import no.innom.web.Unavailable;
import no.innom.web.Wing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets editors in, and nobody else; says what came of a call that failed. */
final class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Wing.Sessions sessions;

    Gate(Wing.Sessions sessions) {
        this.sessions = sessions;
    }

    /** For those with the role of an editor. */
    Handler<RoutingContext> editors(Call.Handler handler) {
        return staff(call -> {
            if (!call.staff().roles().contains(Role.EDITOR)) {
                throw new RefusedCallException(
                        403, "Not allowed", "This needs the role \"editor\". Ask your lead for it.");
            }
            return handler.handle(call);
        });
    }

    /** For everybody who is logged in. */
    Handler<RoutingContext> staff(Call.Handler handler) {
        return ctx -> {
            if (!fromHere(ctx)) {
                return;
            }
            sessions.of(ctx.request())
                    .compose(found -> {
                        if (found.isEmpty()) {
                            throw new RefusedCallException(401, "Not logged in", "Log in first.");
                        }
                        return handler.handle(new Call(ctx, found.get()));
                    })
                    .onFailure(e -> fail(ctx, e));
        };
    }

    /** Whether a call that changes something comes from our own page, or from what is no browser. */
    static boolean fromHere(RoutingContext ctx) {
        boolean ours = READING.contains(ctx.request().method())
                || ctx.request().getHeader("Origin") == null
                || Origins.same(ctx.request());
        if (!ours) {
            Answers.problem(ctx, 403, "Forbidden", "This can only be done from the service's own pages.");
        }
        return ours;
    }

    /** Says why a call came to nothing. */
    static void fail(RoutingContext ctx, Throwable e) {
        if (e instanceof RefusedCallException refused) {
            Answers.problem(ctx, refused.status(), refused.title(), refused.detail(), refused.more());
        } else if (e instanceof StoreAwayException) {
            Unavailable.say(ctx);
        } else {
            LOG.error("A call of the editor failed", Clean.of(e));
            Answers.problem(ctx, 500, "Failed", "This failed here, and nothing was changed. Try again.");
        }
    }
}
