package no.innom.web.editor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import no.innom.flow.Flow;
import no.innom.publishing.PanelBook;
import no.innom.publishing.PanelLink;
import no.innom.web.Answers;
import no.innom.web.Pace;
import no.innom.web.Wire;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/panel/TOKEN}: a youth panel reads a flow, says what it thinks and votes; no account, no name needed. What
 * one link may write in a while is bounded.
 */
final class Panel {
    private static final int MOST_TEXT = 1_000;
    private static final int MOST_NAME = 40;
    private static final int A_SECOND = 1;
    private static final int AT_ONCE = 30;
    private static final int MOST_PACES = 10_000;
    private static final Duration PACES_KEPT = Duration.ofMinutes(10);

    private final Workbench bench;
    private final Cache<String, Pace> paces = Caffeine.newBuilder()
            .maximumSize(MOST_PACES)
            .expireAfterAccess(PACES_KEPT)
            .build();

    Panel(Workbench bench) {
        this.bench = bench;
    }

    /** {@code GET}: the flow's text as it is to be read, and what has been said of it. */
    Handler<RoutingContext> read() {
        return visit((ctx, link) -> {
            var text = text(link);
            var comments = bench.panel().comments(link.flow());
            var votes = bench.panel().votes(link.flow());
            return Future.all(text, comments, votes)
                    .compose(all -> bench.work(() -> bench.checks().read(link.flow(), text.result())))
                    .onSuccess(flow -> {
                        var body = Call.object().put("id", link.flow());
                        body.set("title", ListFlows.titles(flow.orElse(null)));
                        body.put("text", text.result())
                                .put("expires", link.expires().toString());
                        body.set("comments", Wire.JSON.valueToTree(comments.result()));
                        body.set("votes", Wire.JSON.valueToTree(votes.result()));
                        Answers.json(ctx, body);
                    });
        });
    }

    /** {@code POST …/comments}. */
    Handler<RoutingContext> comment() {
        return visit((ctx, link) -> {
            var body = Body.of(ctx);
            var step = body.textIfAny("step");
            var comment = new PanelBook.Comment(
                    UUID.randomUUID().toString(),
                    step,
                    body.words("text", MOST_TEXT),
                    body.wordsIfAny("name", MOST_NAME),
                    bench.clock().instant());
            return paced(link, step)
                    .compose(v -> bench.panel().comment(link.flow(), comment))
                    .onSuccess(added -> {
                        if (added) {
                            ctx.response().setStatusCode(201);
                            Answers.json(ctx, comment);
                        } else {
                            Answers.problem(
                                    ctx,
                                    409,
                                    "Full",
                                    "There are as many comments as can be kept. Tell who sent you the link.");
                        }
                    });
        });
    }

    /** {@code POST …/votes}. */
    Handler<RoutingContext> vote() {
        return visit((ctx, link) -> {
            var body = Body.of(ctx);
            var step = body.textIfAny("step");
            if (!body.has("up")) {
                throw RefusedCallException.bad("The field \"up\" must be true or false.");
            }
            boolean up = body.flag("up", true);
            return paced(link, step)
                    .compose(v -> bench.panel().vote(link.flow(), step, up))
                    .onSuccess(v -> Answers.empty(ctx));
        });
    }

    private interface Visitor {
        Future<?> come(RoutingContext ctx, PanelLink link);
    }

    private Handler<RoutingContext> visit(Visitor visitor) {
        return ctx -> {
            if (Gate.fromHere(ctx)) {
                bench.panel()
                        .link(ctx.pathParam("token"))
                        .compose(link -> visitor.come(ctx, link.orElseThrow(Panel::expired)))
                        .onFailure(e -> Gate.fail(ctx, e));
            }
        };
    }

    static RefusedCallException expired() {
        return RefusedCallException.notFound("This link leads nowhere (any more). Ask who sent it for a new one.");
    }

    /** Not too much at a time by one link, and about a step that there is. */
    private Future<Void> paced(PanelLink link, @Nullable String step) {
        var pace = paces.get(link.token(), token -> new Pace(A_SECOND, AT_ONCE, System::nanoTime));
        if (pace.take() > 0) {
            throw new RefusedCallException(429, "Too much at a time", "Wait a little, and try again.");
        }
        return step == null
                ? Future.succeededFuture()
                : text(link)
                        .compose(text -> bench.work(() -> bench.checks().read(link.flow(), text)))
                        .compose(flow -> has(flow, step)
                                ? Future.succeededFuture()
                                : Future.failedFuture(
                                        RefusedCallException.bad("The flow has no such step (any more).")));
    }

    private static boolean has(Optional<Flow> flow, String step) {
        return flow.isPresent() && flow.get().steps().containsKey(step);
    }

    private Future<String> text(PanelLink link) {
        return bench.textToTry(link.flow());
    }
}
