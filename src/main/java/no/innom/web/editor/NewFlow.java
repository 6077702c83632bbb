package no.innom.web.editor;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.innom.flow.Fitting;
import no.innom.flow.Flow;
import no.innom.flow.FlowReader;
import no.innom.publishing.ChangeRecord;
import no.innom.publishing.Draft;
import no.innom.publishing.DraftBook;
import no.innom.publishing.Templates;
import no.innom.yaml.Nearest;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/flows}: begins a flow as a draft, from a template, another flow, or the blank page. */
record NewFlow(Workbench bench) implements Call.Handler {

    @Override
    public Future<?> handle(Call call) {
        var body = call.body();
        var id = body.text("id");
        if (!Flow.isId(id)) {
            throw RefusedCallException.bad("\"id\" must be small letters a-z, digits and hyphens, begin with a letter,"
                    + " and have at most sixty characters: tema-ensomhet.");
        }
        if (!bench.shelf().history(id).versions().isEmpty()) {
            throw taken(id);
        }
        var wishes = wishes(body);
        return bench.drafts()
                .draft(id)
                .compose(there -> {
                    if (there.isPresent()) {
                        throw taken(id);
                    }
                    return bench.work(() -> fit(id, body, wishes));
                })
                .compose(text -> {
                    var draft = new Draft(
                            id, text, 0, 0, call.staff().user(), bench.clock().instant());
                    return bench.drafts().save(draft).compose(saved -> {
                        if (saved instanceof DraftBook.Saved.Done done) {
                            return begun(call, draft, done.rev());
                        }
                        throw saved instanceof DraftBook.Saved.Full ? SaveDraft.full() : taken(id);
                    });
                });
    }

    private Future<Void> begun(Call call, Draft draft, long rev) {
        var entry = new ChangeRecord.Entry(draft.at(), draft.by(), ChangeRecord.What.NEW, draft.flow(), null, "");
        var kept = new Draft(draft.flow(), draft.text(), rev, 0, draft.by(), draft.at());
        return bench.note(entry).compose(noted -> {
            var answer = Call.object().put("id", draft.flow());
            answer.set("draft", ReadFlow.draft(kept));
            return call.json(201, answer);
        });
    }

    private Fitting.Wishes wishes(Body body) {
        var opens = body.localIfAny("opens");
        var closes = body.localIfAny("closes");
        if ((opens == null) != (closes == null)) {
            throw RefusedCallException.bad("Give both \"opens\" and \"closes\", or neither.");
        }
        if (opens != null && closes != null && !opens.isBefore(closes)) {
            throw RefusedCallException.bad("The evening must open before it closes.");
        }
        var queue = body.textIfAny("queue");
        if (queue != null && !bench.queueIds().contains(queue)) {
            throw RefusedCallException.bad(
                    "There is no queue \"" + queue + "\"." + Nearest.hint(queue, bench.queueIds()));
        }
        return new Fitting.Wishes(
                titles(body), opens, closes, queue, Set.of(bench.queues().risk()));
    }

    /** By language; one text stands for every language of the pattern. */
    private static Map<String, String> titles(Body body) {
        var titles = new LinkedHashMap<String, String>();
        var node = body.node("title");
        if (node.isTextual()) {
            titles.put("", node.textValue());
        } else if (node.isObject()) {
            node.fields().forEachRemaining(field -> {
                if (!field.getKey().matches("[a-z]{2,3}") || !field.getValue().isTextual()) {
                    throw RefusedCallException.bad("\"title\" must be a text for each language: {\"nb\": …}.");
                }
                titles.put(field.getKey(), field.getValue().textValue());
            });
        } else if (body.has("title")) {
            throw RefusedCallException.bad("\"title\" must be a text, or a text for each language: {\"nb\": …}.");
        }
        titles.values().removeIf(String::isBlank);
        return titles;
    }

    private String fit(String id, Body body, Fitting.Wishes wishes) {
        var pattern = pattern(body);
        var title = wishes.title();
        var every = title.get("");
        var titles = every == null
                ? title
                : pattern.flow().languages().stream()
                        .collect(Collectors.toMap(l -> l, l -> every, (a, b) -> a, LinkedHashMap::new));
        var text = Fitting.of(
                pattern.flow(),
                pattern.text(),
                new Fitting.Wishes(titles, wishes.opens(), wishes.closes(), wishes.queue(), wishes.keep()));
        return Fitting.counted(text, pattern.id(), id);
    }

    private Templates.Template pattern(Body body) {
        var from = body.node("from");
        var template = from.path("template").textValue();
        var copy = from.path("copy").textValue();
        if (template != null) {
            return bench.templates()
                    .named(template)
                    .orElseThrow(() -> RefusedCallException.bad("There is no template \"" + template + "\"."));
        }
        if (copy != null) {
            var version = bench.shelf().liveVersion(copy);
            var flow = version.flatMap(live -> read(copy, live.text()));
            return version.isPresent() && flow.isPresent()
                    ? new Templates.Template(copy, version.get().text(), flow.get())
                    : none(copy);
        }
        if (from.path("blank").asBoolean(false)) {
            var text = blank();
            return new Templates.Template("blank", text, read("blank", text).orElseThrow());
        }
        throw RefusedCallException.bad("\"from\" must be {\"template\": name}, {\"copy\": flow} or {\"blank\": true}.");
    }

    private Templates.Template none(@Nullable String copy) {
        throw RefusedCallException.bad("There is no flow \"" + copy + "\" that is live and could be copied.");
    }

    private static java.util.Optional<Flow> read(String id, String text) {
        return java.util.Optional.ofNullable(FlowReader.read(id, id, text, problem -> {}));
    }

    private static String blank() {
        try (var in = NewFlow.class.getResourceAsStream("/patterns/blank.yaml")) {
            if (in == null) {
                throw new IllegalStateException("/patterns/blank.yaml is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RefusedCallException taken(String id) {
        return new RefusedCallException(
                409, "Taken", "There is a flow \"" + id + "\" already. Choose another id, or open that one.");
    }
}
