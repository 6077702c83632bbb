package no.innom.web.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.security.SecureRandom;
import no.innom.conversation.Rehearsal;
import no.innom.publishing.Papers;
import no.innom.publishing.VersionBook;
import no.innom.web.Answers;
import no.innom.web.Wing;

/** Every call of the editor, by its path. */
public final class EditorRoutes implements Wing {
    /** A flow has at most 256 KiB, and JSON makes it longer. */
    private static final long MOST_BODY_BYTES = 512 * 1024;

    private static final long MOST_PANEL_BYTES = 16 * 1024;

    private static final String FLOW = "/api/flows/:id";
    private static final String PANEL = "/api/panel/:token";

    private static final String CONF = "/api/conf/:file";

    private final Workbench bench;
    private final ConfFiles conf;
    /** One for all event loops: it knows how fast each link has been. */
    private final Panel panel;

    /** @param book the versions of the papers */
    public EditorRoutes(Workbench bench, VersionBook book, Papers papers) {
        this.bench = bench;
        this.conf = new ConfFiles(bench, book, papers);
        this.panel = new Panel(bench);
    }

    @Override
    public void open(Router router, Sessions sessions) {
        bodies(router);
        var gate = new Gate(sessions);
        on(router, gate, HttpMethod.GET, "/api/flows", new ListFlows(bench));
        on(router, gate, HttpMethod.POST, "/api/flows", new NewFlow(bench));
        on(router, gate, HttpMethod.GET, "/api/flows/templates", new ListTemplates(bench));
        on(router, gate, HttpMethod.GET, FLOW, new ReadFlow(bench));
        on(router, gate, HttpMethod.GET, FLOW + "/text", new ReadText(bench));
        on(router, gate, HttpMethod.PUT, FLOW + "/draft", new SaveDraft(bench));
        on(router, gate, HttpMethod.DELETE, FLOW + "/draft", new DropDraft(bench));
        on(router, gate, HttpMethod.POST, FLOW + "/draft/restore", new RestoreDraft(bench));
        on(router, gate, HttpMethod.GET, "/api/drafts/dropped", new ListDropped(bench));
        on(router, gate, HttpMethod.POST, FLOW + "/presence", new BePresent(bench));
        on(router, gate, HttpMethod.POST, FLOW + "/check", new CheckFlow(bench));
        on(router, gate, HttpMethod.POST, FLOW + "/walk", new WalkFlow(bench));
        on(router, gate, HttpMethod.POST, FLOW + "/try", new TryFlow(bench));
        on(router, gate, HttpMethod.POST, FLOW + "/publish", new PublishFlow(bench));
        on(router, gate, HttpMethod.GET, FLOW + "/changes", new ReadChanges(bench));
        on(router, gate, HttpMethod.POST, FLOW + "/changes", new ReadChanges(bench));
        on(router, gate, HttpMethod.POST, FLOW + "/versions/:number/publish", new PublishAgain(bench));
        on(router, gate, HttpMethod.POST, FLOW + "/versions/:number/withdraw", new Withdraw(bench));
        var proposals = new Proposals(bench);
        on(router, gate, HttpMethod.GET, FLOW + "/proposal", proposals::read);
        on(router, gate, HttpMethod.POST, FLOW + "/proposal/approve", proposals::approve);
        on(router, gate, HttpMethod.POST, FLOW + "/proposal/reject", proposals::reject);
        var links = new Links(bench, new SecureRandom());
        on(router, gate, HttpMethod.POST, FLOW + "/links", links::open);
        on(router, gate, HttpMethod.GET, FLOW + "/links", links::list);
        on(router, gate, HttpMethod.DELETE, FLOW + "/links/:token", links::close);
        on(router, gate, HttpMethod.GET, FLOW + "/comments", links::comments);
        on(router, gate, HttpMethod.DELETE, FLOW + "/comments/:comment", links::remove);
        router.get(PANEL).handler(panel.read());
        router.post(PANEL + "/comments").handler(panel.comment());
        router.post(PANEL + "/votes").handler(panel.vote());
        on(router, gate, HttpMethod.GET, "/api/conf", conf::list);
        on(router, gate, HttpMethod.GET, CONF, conf::read);
        on(router, gate, HttpMethod.POST, CONF + "/check", conf::check);
        on(router, gate, HttpMethod.POST, CONF + "/publish", conf::publish);
        on(router, gate, HttpMethod.POST, CONF + "/versions/:number/publish", conf::publishAgain);
        router.get("/api/phrases").handler(gate.staff(conf::phrases));
        router.get("/api/openapi.json").handler(Schemas.document("/openapi.json", "application/json"));
        router.get("/api/schema/:name").handler(Schemas::schema);
        on(router, gate, HttpMethod.GET, "/api/record", new ReadRecord(bench));
        on(router, gate, HttpMethod.GET, "/api/surroundings", new ListSurroundings(bench));
    }

    @Override
    public Future<Rehearsal> rehearsal(RoutingContext ctx, Sessions sessions) {
        return new Rehearse(bench).begin(ctx, sessions);
    }

    @Override
    public ObjectNode standing(Rehearsal rehearsal) {
        return TryFlow.standing(bench, rehearsal).put("type", "rehearsal");
    }

    private static void bodies(Router router) {
        router.route("/api/panel/*").handler(BodyHandler.create(false).setBodyLimit(MOST_PANEL_BYTES));
        for (var path : new String[] {"/api/flows", "/api/flows/*", "/api/conf/*"}) {
            router.route(path)
                    .handler(BodyHandler.create(false).setBodyLimit(MOST_BODY_BYTES))
                    .failureHandler(ctx -> {
                        if (ctx.statusCode() == 413) {
                            Answers.problem(
                                    ctx,
                                    413,
                                    "Too large",
                                    "A flow may have 256 KiB, and a call 512 KiB. Nothing was changed; the last draft"
                                            + " that was saved is still there.");
                        } else {
                            ctx.next();
                        }
                    });
        }
    }

    private static void on(Router router, Gate gate, HttpMethod method, String path, Call.Handler handler) {
        router.route(method, path).handler(gate.editors(handler));
    }
}
