package no.innom.web.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.Optional;
import no.innom.publishing.Draft;
import no.innom.publishing.History;
import no.innom.publishing.Version;
import no.innom.web.Wire;

/** {@code GET /api/flows/ID}: a flow with its versions, its draft, and who else has it open. */
record ReadFlow(Workbench bench) implements Call.Handler {

    @Override
    public Future<?> handle(Call call) {
        var id = call.flow();
        var draft = bench.drafts().draft(id);
        var editors = bench.presence().all(id);
        // Nobody is kept from the text because the talks cannot be counted.
        var chats = bench.chats().underWay(id).otherwise(Optional.empty());
        return Future.all(draft, editors, chats).compose(all -> {
            var now = bench.clock().instant();
            var history = bench.shelf().history(id);
            if (history.versions().isEmpty() && draft.result().isEmpty()) {
                throw bench.noSuchFlow(id);
            }
            var live = history.live(now).orElse(null);
            ObjectNode body = Call.object()
                    .put("id", id)
                    .put("text", live == null ? null : live.text())
                    .put("version", live == null ? null : live.number())
                    .put(
                            "goOnFrom",
                            history.toGoOnFrom(now).map(Version::number).orElse(null));
            body.set("versions", Wire.JSON.valueToTree(VersionView.all(history, now, chats.result())));
            body.set(
                    "draft",
                    draft.result()
                            .<com.fasterxml.jackson.databind.JsonNode>map(ReadFlow::draft)
                            .orElse(Wire.JSON.nullNode()));
            body.set("editors", Wire.JSON.valueToTree(editors.result()));
            return call.json(200, body.put("fileDiffers", fileDiffers(history, live == null ? null : live.text())));
        });
    }

    /** A draft as it is told. */
    static ObjectNode draft(Draft draft) {
        return Call.object()
                .put("text", draft.text())
                .put("rev", draft.rev())
                .put("by", draft.by())
                .put("at", draft.at().toString())
                .put("base", draft.base());
    }

    /** Whether the file in the folder of flows, as it was last read, says something else than what is live. */
    private static boolean fileDiffers(History history, @org.jspecify.annotations.Nullable String live) {
        return history.agreed() != 0
                && history.version(history.agreed())
                        .filter(version -> version.text().equals(live))
                        .isEmpty();
    }
}
