package no.innom.web.editor;

import io.vertx.core.Future;
import no.innom.web.Wire;

/** {@code GET /api/record?flow=}: who has changed what, when and why. */
record ReadRecord(Workbench bench) implements Call.Handler {
    private static final int MOST = 500;

    @Override
    public Future<?> handle(Call call) {
        return bench.record().last(call.ctx().queryParams().get("flow"), MOST).compose(entries -> {
            var body = Call.object();
            body.set("entries", Wire.JSON.valueToTree(entries));
            return call.json(200, body);
        });
    }
}
