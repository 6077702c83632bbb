package no.innom.web.editor;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import no.innom.web.Answers;
import no.innom.web.Wing;

/** Every call of the editor, by its path. */
public record EditorRoutes(Workbench bench) implements Wing {
    /** A flow has at most 256 KiB, and JSON makes it longer. */
    private static final long MOST_BODY_BYTES = 512 * 1024;

    private static final String FLOW = "/api/flows/:id";

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
        on(router, gate, HttpMethod.POST, FLOW + "/presence", new BePresent(bench));
        on(router, gate, HttpMethod.POST, FLOW + "/check", new CheckFlow(bench));
    }

    private static void bodies(Router router) {
        for (var path : new String[] {"/api/flows", "/api/flows/*"}) {
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
