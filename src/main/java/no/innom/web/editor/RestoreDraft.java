package no.innom.web.editor;

import io.vertx.core.Future;

/** {@code POST /api/flows/ID/draft/restore}: has back the draft that was thrown away last. */
record RestoreDraft(Workbench bench) implements Call.Handler {

    @Override
    public Future<?> handle(Call call) {
        var flow = call.flow();
        return bench.drafts().restore(flow).compose(restored -> {
            if (restored.isEmpty()) {
                throw RefusedCallException.notFound("No draft of \"" + flow
                        + "\" was thrown away within the last day, or there is a newer one now.");
            }
            return call.json(200, ReadFlow.draft(restored.get()));
        });
    }
}
