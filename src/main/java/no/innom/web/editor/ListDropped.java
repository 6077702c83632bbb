package no.innom.web.editor;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Map;
import no.innom.flow.FlowReader;

/** {@code GET /api/drafts/dropped}: the drafts that were thrown away and can be had back. */
record ListDropped(Workbench bench) implements Call.Handler {

    @Override
    public Future<?> handle(Call call) {
        return bench.drafts()
                .dropped()
                .compose(all -> bench.work(() -> {
                    var drafts = new ArrayList<>();
                    for (var dropped : all) {
                        var draft = dropped.draft();
                        var flow = FlowReader.read(draft.flow(), draft.flow(), draft.text(), problem -> {});
                        var one = Call.object()
                                .put("id", draft.flow())
                                .put("by", draft.by())
                                .put("at", draft.at().toString())
                                .put("until", dropped.until().toString());
                        one.set("title", ListFlows.titles(flow));
                        drafts.add(one);
                    }
                    return drafts;
                }))
                .compose(drafts -> call.json(200, Map.of("drafts", drafts)));
    }
}
