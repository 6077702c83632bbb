package no.innom.web.editor;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import no.innom.chat.ChatStore;
import no.innom.conversation.Rehearsal;
import no.innom.duty.OnDuty;
import no.innom.duty.OpeningHours;
import no.innom.duty.StaffBook;
import no.innom.escalation.Queues;
import no.innom.publishing.ChangeRecord;
import no.innom.publishing.Checks;
import no.innom.publishing.Draft;
import no.innom.publishing.DraftBook;
import no.innom.publishing.PanelBook;
import no.innom.publishing.Presence;
import no.innom.publishing.ProposalBook;
import no.innom.publishing.Publisher;
import no.innom.publishing.Shelf;
import no.innom.publishing.Templates;
import no.innom.publishing.Version;
import no.innom.web.Wire;
import no.innom.yaml.Nearest;

/**
 * What the editor's calls are put before.
 *
 * @param secondEyes whether what one editor wants to publish waits until another approves it
 */
public record Workbench(
        Vertx vertx,
        Shelf shelf,
        DraftBook drafts,
        ProposalBook proposals,
        Presence presence,
        PanelBook panel,
        ChangeRecord record,
        Checks checks,
        Publisher publisher,
        Templates templates,
        Queues queues,
        Supplier<OpeningHours> hours,
        OnDuty onDuty,
        StaffBook staff,
        ChatStore chats,
        Function<Rehearsal.Scene, Rehearsal> rehearsals,
        boolean secondEyes,
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

    /** What is tried of a flow: its draft, or what a draft would begin from where there is none. */
    Future<String> textToTry(String id) {
        return drafts.draft(id).map(draft -> draft.map(Draft::text)
                .or(() -> shelf.history(id).toGoOnFrom(clock.instant()).map(Version::text))
                .orElseThrow(() -> noSuchFlow(id)));
    }

    /** The ids of the queues. */
    Set<String> queueIds() {
        return queues.all().keySet();
    }

    /** Whether anybody on the staff list takes chats from a queue. */
    Future<Predicate<String>> answered() {
        return staff.all()
                .map(all ->
                        queue -> all.stream().anyMatch(one -> !one.disabled() && queues.serves(one.roles(), queue)));
    }

    /** A version as it is told. */
    JsonNode view(Version version) {
        return Wire.JSON.valueToTree(VersionView.of(version, shelf.history(version.flow()), clock.instant()));
    }

    /** Writes into the record of changes; a failure there does not undo the change. */
    Future<Void> note(ChangeRecord.Entry entry) {
        return record.add(entry).otherwiseEmpty();
    }
}
