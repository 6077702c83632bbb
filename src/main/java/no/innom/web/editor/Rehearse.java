package no.innom.web.editor;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import no.innom.conversation.Rehearsal;
import no.innom.duty.Role;
import no.innom.flow.Flow;
import no.innom.web.Wing;
import org.jspecify.annotations.Nullable;

/** {@code /ws/rehearsal}: whose draft it is about, and whether the caller may try it. */
record Rehearse(Workbench bench) {

    Future<Rehearsal> begin(RoutingContext ctx, Wing.Sessions sessions) {
        var query = ctx.queryParams();
        return flow(ctx, sessions)
                .compose(id -> bench.textToTry(id)
                        .compose(text -> bench.work(() -> {
                            var scenes = new Scenes(bench);
                            var from = query.get("from");
                            return scenes.begin(
                                    scenes.draft(id, text),
                                    !"false".equals(query.get("open")),
                                    at(query.get("at")),
                                    from == null || from.isEmpty() ? null : from);
                        })))
                .onFailure(e -> Gate.fail(ctx, e));
    }

    /** The flow: by a youth panel's link its own, else the one that an editor names. */
    private Future<String> flow(RoutingContext ctx, Wing.Sessions sessions) {
        var link = ctx.queryParams().get("link");
        if (link != null) {
            return bench.panel().link(link).map(found -> found.orElseThrow(Panel::expired)
                    .flow());
        }
        var id = ctx.queryParams().get("flow");
        return sessions.of(ctx.request()).map(found -> {
            if (found.isEmpty()) {
                throw new RefusedCallException(401, "Not logged in", "Log in first.");
            }
            if (!found.get().roles().contains(Role.EDITOR)) {
                throw new RefusedCallException(403, "Not allowed", "This needs the role \"editor\".");
            }
            if (id == null || !Flow.isId(id)) {
                throw RefusedCallException.bad("Say which flow: ?flow=temperatur.");
            }
            return id;
        });
    }

    private static @Nullable LocalDateTime at(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : LocalDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw RefusedCallException.bad("\"at\" must be a local time, such as 2026-11-26T18:00.");
        }
    }
}
