package no.innom.web.editor;

import io.vertx.core.Future;
import no.innom.publishing.Version;

/** {@code GET /api/flows/ID/text}: a version's text, exactly as it was written; the live one where none is named. */
record ReadText(Workbench bench) implements Call.Handler {

    @Override
    public Future<?> handle(Call call) {
        var id = call.flow();
        var history = bench.shelf().history(id);
        var wished = call.ctx().queryParams().get("version");
        if (history.versions().isEmpty()) {
            throw bench.noSuchFlow(id);
        }
        Version version = (wished == null ? history.live(bench.clock().instant()) : history.version(number(wished)))
                .orElseThrow(() -> RefusedCallException.notFound("The flow \"" + id + "\" has no "
                        + (wished == null ? "version that is live." : "version " + number(wished) + ".")));
        call.ctx()
                .response()
                .putHeader("Content-Type", "text/yaml; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Disposition", "attachment; filename=\"" + id + ".yaml\"")
                .end(version.text());
        return Future.succeededFuture();
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw RefusedCallException.bad("\"version\" must be a number.");
        }
    }
}
