package no.innom.web.editor;

import io.vertx.core.Future;
import no.innom.publishing.ChangeRecord;

/** {@code POST /api/flows/ID/draft/restore}: has back the draft that was thrown away last, in place of a newer one. */
record RestoreDraft(Workbench bench) implements Call.Handler {

    @Override
    public Future<?> handle(Call call) {
        var flow = call.flow();
        return bench.drafts().restore(flow).compose(restored -> {
            var draft = restored.orElseThrow(() -> RefusedCallException.notFound(
                    "No draft of \"" + flow + "\" was thrown away within the last seven days."));
            return bench.note(new ChangeRecord.Entry(
                            bench.clock().instant(), call.staff().user(), ChangeRecord.What.RESTORE, flow, null, ""))
                    .compose(noted -> call.json(200, ReadFlow.draft(draft)));
        });
    }
}
