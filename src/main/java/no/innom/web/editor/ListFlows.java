package no.innom.web.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import no.innom.flow.Flow;
import no.innom.flow.FlowReader;
import no.innom.publishing.Draft;
import no.innom.web.Wire;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/flows}: every flow that is live, planned or begun. */
record ListFlows(Workbench bench) implements Call.Handler {

    @Override
    public Future<?> handle(Call call) {
        var heads = bench.drafts().all();
        var proposed = bench.proposals().flows();
        return Future.all(heads, proposed).compose(both -> {
            var drafts = heads.result();
            var ids = new TreeSet<>(bench.shelf().histories().keySet());
            ids.addAll(drafts.keySet());
            return unpublished(drafts).compose(begun -> {
                var body = Call.object();
                var flows = body.putArray("flows");
                ids.forEach(id -> flows.add(one(id, drafts.get(id), begun.get(id))
                        .put("proposal", proposed.result().contains(id))));
                return call.json(200, body);
            });
        });
    }

    /** Flows that are only drafts so far are read from those, for their titles. */
    private Future<Map<String, Flow>> unpublished(Map<String, Draft.Head> drafts) {
        var reads = drafts.keySet().stream()
                .filter(id -> bench.shelf().live(id).isEmpty())
                .map(id -> bench.drafts().draft(id))
                .toList();
        return Future.all(reads)
                .compose(all -> bench.work(() -> {
                    var begun = new TreeMap<String, Flow>();
                    for (var read : reads) {
                        read.result().ifPresent(draft -> Optional.ofNullable(
                                        FlowReader.read(draft.flow(), draft.flow(), draft.text(), problem -> {}))
                                .ifPresent(flow -> begun.put(draft.flow(), flow)));
                    }
                    return begun;
                }));
    }

    private ObjectNode one(String id, Draft.@Nullable Head draft, @Nullable Flow begun) {
        var now = bench.clock().instant();
        var history = bench.shelf().history(id);
        var live = history.live(now);
        var flow = bench.shelf()
                .live(id)
                .or(() -> Optional.ofNullable(begun))
                .or(() ->
                        history.toGoOnFrom(now).flatMap(version -> bench.shelf().version(id, version.number())))
                .orElse(null);
        ObjectNode one = Call.object().put("id", id);
        one.set("title", titles(flow));
        live.ifPresentOrElse(version -> one.put("live", version.number()), () -> one.putNull("live"));
        one.set("theme", theme(flow));
        if (draft == null) {
            one.putNull("draft");
        } else {
            one.set(
                    "draft",
                    Call.object().put("by", draft.by()).put("at", draft.at().toString()));
        }
        one.set("scheduled", Wire.JSON.valueToTree(VersionView.scheduled(history, now)));
        return one;
    }

    /** By language; empty where no title can be read. */
    static ObjectNode titles(@Nullable Flow flow) {
        var titles = Call.object();
        if (flow != null) {
            flow.title().said().forEach((language, text) -> titles.put(language, text.text()));
        }
        return titles;
    }

    /** When the evening is, or null. */
    static JsonNode theme(@Nullable Flow flow) {
        var theme = flow == null ? null : flow.theme();
        if (theme == null) {
            return Wire.JSON.nullNode();
        }
        var opens = theme.opens();
        var closes = theme.closes();
        return Call.object()
                .put("opens", opens == null ? null : opens.toString())
                .put("closes", closes == null ? null : closes.toString());
    }
}
