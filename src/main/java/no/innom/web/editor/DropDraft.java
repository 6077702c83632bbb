package no.innom.web.editor;

import io.vertx.core.Future;

/** {@code DELETE /api/flows/ID/draft}: throws the draft away; it can be had back for a day. */
record DropDraft(Workbench bench) implements Call.Handler {

    @Override
    public Future<?> handle(Call call) {
        return bench.drafts().drop(call.flow()).compose(there -> call.empty());
    }
}
