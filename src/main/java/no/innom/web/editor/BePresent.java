package no.innom.web.editor;

import io.vertx.core.Future;
import no.innom.web.Wire;

/** {@code POST /api/flows/ID/presence}: says that the caller has the flow open, and who else does. */
record BePresent(Workbench bench) implements Call.Handler {

    @Override
    public Future<?> handle(Call call) {
        return bench.presence()
                .here(call.flow(), call.staff().user(), call.staff().name())
                .compose(editors -> {
                    var body = Call.object();
                    body.set("editors", Wire.JSON.valueToTree(editors));
                    return call.json(200, body);
                });
    }
}
