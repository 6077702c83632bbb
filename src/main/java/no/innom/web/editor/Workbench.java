package no.innom.web.editor;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Callable;
import no.innom.publishing.ChangeRecord;
import no.innom.publishing.Checks;
import no.innom.publishing.DraftBook;
import no.innom.publishing.Presence;
import no.innom.publishing.Shelf;
import no.innom.publishing.Templates;
import no.innom.yaml.Nearest;

/** What the editor's calls are put before. */
public record Workbench(
        Vertx vertx,
        Shelf shelf,
        DraftBook drafts,
        Presence presence,
        ChangeRecord record,
        Checks checks,
        Templates templates,
        Set<String> queues,
        String riskQueue,
        InstantSource clock) {

    /** Does on a worker what takes longer than an event loop may. */
    <T> Future<T> work(Callable<T> what) {
        return vertx.executeBlocking(what, false);
    }

    /** There is no such flow: says so, with the nearest that there is. */
    RefusedCallException noSuchFlow(String id) {
        return RefusedCallException.notFound("There is no flow \"" + id + "\"."
                + Nearest.hint(id, shelf.histories().keySet()));
    }

    /** Writes into the record of changes; a failure there does not undo the change. */
    Future<Void> note(ChangeRecord.Entry entry) {
        return record.add(entry).otherwiseEmpty();
    }
}
