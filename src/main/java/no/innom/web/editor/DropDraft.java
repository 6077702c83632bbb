package no.innom.web.editor;

import io.vertx.core.Future;
import no.innom.publishing.ChangeRecord;

/** {@code DELETE /api/flows/ID/draft}: throws the draft away; it can be had back for a week. */
record DropDraft(Workbench bench) implements Call.Handler {

    @Override
    public Future<?> handle(Call call) {
        var flow = call.flow();
        return bench.drafts()
                .drop(flow)
                .compose(there -> there
                        ? bench.note(new ChangeRecord.Entry(
                                bench.clock().instant(), call.staff().user(), ChangeRecord.What.DROP, flow, null, ""))
                        : Future.succeededFuture())
                .compose(noted -> call.empty());
    }
}
