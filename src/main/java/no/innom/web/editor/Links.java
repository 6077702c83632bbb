package no.innom.web.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import no.innom.publishing.ChangeRecord;
import no.innom.publishing.PanelLink;
import no.innom.web.Wire;

/** {@code /api/flows/ID/links} and {@code …/comments}: what editors see of a youth panel. */
record Links(Workbench bench, SecureRandom random) {
    private static final int TOKEN_BYTES = 18;
    private static final int MOST_DAYS = 30;
    private static final int USUAL_DAYS = 7;

    /** {@code POST …/links}. */
    Future<?> open(Call call) {
        var flow = call.flow();
        var days = Duration.ofDays(call.body().number("days", USUAL_DAYS, 1, MOST_DAYS));
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = bench.clock().instant();
        var link = new PanelLink(token, flow, call.staff().user(), now, now.plus(days));
        return bench.drafts()
                .draft(flow)
                .compose(draft -> {
                    if (draft.isEmpty() && bench.shelf().liveVersion(flow).isEmpty()) {
                        throw bench.noSuchFlow(flow);
                    }
                    return bench.panel().open(link);
                })
                .compose(opened -> {
                    if (!opened) {
                        throw new RefusedCallException(
                                409, "Too many links", "The flow has fifty links. Close one first.");
                    }
                    return bench.note(new ChangeRecord.Entry(now, link.by(), ChangeRecord.What.LINK, flow, null, ""));
                })
                .compose(noted -> call.json(201, json(link)));
    }

    /** {@code GET …/links}. */
    Future<?> list(Call call) {
        return bench.panel().links(call.flow()).compose(links -> {
            var body = Call.object();
            var all = body.putArray("links");
            links.forEach(link -> all.add(json(link)));
            return call.json(200, body);
        });
    }

    /** {@code DELETE …/links/TOKEN}. */
    Future<?> close(Call call) {
        return bench.panel().close(call.flow(), call.ctx().pathParam("token")).compose(had -> {
            if (!had) {
                throw RefusedCallException.notFound("The flow has no such link, or it has expired.");
            }
            return call.empty();
        });
    }

    /** {@code GET …/comments}. */
    Future<?> comments(Call call) {
        var comments = bench.panel().comments(call.flow());
        var votes = bench.panel().votes(call.flow());
        return Future.all(comments, votes).compose(both -> {
            var body = Call.object();
            body.set("comments", Wire.JSON.valueToTree(comments.result()));
            body.set("votes", Wire.JSON.valueToTree(votes.result()));
            return call.json(200, body);
        });
    }

    /** {@code DELETE …/comments/ID}. */
    Future<?> remove(Call call) {
        return bench.panel()
                .remove(call.flow(), call.ctx().pathParam("comment"))
                .compose(had -> {
                    if (!had) {
                        throw RefusedCallException.notFound("There is no such comment (any more).");
                    }
                    return call.empty();
                });
    }

    private static ObjectNode json(PanelLink link) {
        return Call.object()
                .put("token", link.token())
                .put("path", "/panel/" + link.token())
                .put("by", link.by())
                .put("at", link.at().toString())
                .put("expires", link.expires().toString());
    }
}
