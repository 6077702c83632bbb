package no.innom.web.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.ZoneId;
import java.util.Collection;
import java.util.function.Supplier;
import no.innom.flow.Directory;
import no.innom.flow.Texts;
import no.innom.publishing.Shelf;
import no.innom.web.Wing;

/**
 * {@code GET /api/surroundings}: what a flow can point to, so that the pages can offer it.
 *
 * @param queues the ids of the queues, in the order of the file
 * @param secondEyes whether somebody else has to approve before a flow is live
 */
public record Around(
        Shelf shelf, Collection<String> queues, Supplier<Directory> directory, ZoneId zone, boolean secondEyes)
        implements Wing {

    @Override
    public void open(Router router, Sessions sessions) {
        router.get("/api/surroundings").handler(new Gate(sessions).editors(this::answer));
    }

    private Future<?> answer(Call call) {
        var body = Call.object().put("zone", zone.getId()).put("secondEyes", secondEyes);
        var all = body.putArray("queues");
        queues.forEach(id -> all.addObject().put("id", id));
        var flows = body.putArray("flows");
        shelf.histories().keySet().forEach(id -> shelf.live(id)
                .ifPresent(flow -> flows.addObject().put("id", id).set("title", ListFlows.titles(flow))));
        var known = directory.get();
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
