package no.innom.web.editor;

import io.vertx.core.Future;

/** {@code POST /api/flows/ID/walk}: walks every path of a text, and tells what none ever takes. */
record WalkFlow(Workbench bench) implements Call.Handler {

    @Override
    public Future<?> handle(Call call) {
        var flow = call.flow();
        var text = SaveDraft.text(call.body());
        return bench.work(() -> {
                    new Scenes(bench).draft(flow, text);
                    return bench.checks()
                            .walk(flow, text)
                            .orElseThrow(() -> new RefusedCallException(
                                    409,
                                    "Too many ways",
                                    "The flow's answers hang together in too many ways to be walked. Split it into"
                                            + " flows that run each other."));
                })
                .compose(walked -> call.json(200, walked));
    }
}
