package no.innom.web.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import no.innom.flow.Texts;
import no.innom.web.Wire;

/** {@code GET /api/surroundings}: what a flow can point to, so that the pages can offer it. */
record ListSurroundings(Workbench bench) implements Call.Handler {

    @Override
    public Future<?> handle(Call call) {
        var body = Call.object().put("zone", bench.hours().get().zone().getId()).put("secondEyes", bench.secondEyes());
        var queues = body.putArray("queues");
        bench.queues().all().values().forEach(queue -> queues.addObject()
                .put("id", queue.id())
                .set("title", Wire.JSON.valueToTree(queue.title())));
        var flows = body.putArray("flows");
        var shelf = bench.shelf();
        shelf.histories().keySet().forEach(id -> shelf.live(id)
                .ifPresent(flow -> flows.addObject().put("id", id).set("title", ListFlows.titles(flow))));
        var known = bench.checks().directory();
        var contacts = body.putArray("contacts");
        known.names().forEach((id, name) -> contacts.addObject().put("id", id).set("name", said(name)));
        var topics = body.putArray("topics");
        known.topics().forEach(topics::add);
        return call.json(200, body);
    }

    private static ObjectNode said(Texts texts) {
        var said = Call.object();
        texts.said().forEach((language, text) -> said.put(language, text.text()));
        return said;
    }
}
