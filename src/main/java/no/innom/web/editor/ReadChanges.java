package no.innom.web.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import no.innom.flow.Flow;
import no.innom.flow.FlowChanges;
import no.innom.flow.FlowReader;
import no.innom.publishing.Advice;
import no.innom.publishing.Difference;
import no.innom.publishing.Version;
import no.innom.web.Wire;
import org.jspecify.annotations.Nullable;

/** {@code /api/flows/ID/changes}: what a text would change in a version, and what to think of before publishing it. */
record ReadChanges(Workbench bench) implements Call.Handler {

    @Override
    public Future<?> handle(Call call) {
        var flow = call.flow();
        var before = before(call, flow);
        var given = call.body().textIfAny("text");
        return bench.drafts().draft(flow).compose(draft -> {
            var text = given != null ? given : draft.map(one -> one.text()).orElse(null);
            if (text == null) {
                throw RefusedCallException.notFound("There is no draft of \"" + flow + "\". Send the text along.");
            }
            var newer = draft.filter(one -> one.base() != 0)
                    .flatMap(one -> bench.shelf().liveVersion(flow).filter(live -> live.number() > one.base()))
                    .filter(live -> !live.text().equals(text));
            return bench.answered()
                    .compose(answered -> bench.work(() -> body(flow, before.orElse(null), text, newer, answered)))
                    .compose(body -> call.json(200, body));
        });
    }

    private Optional<Version> before(Call call, String flow) {
        var from = call.ctx().queryParams().get("from");
        if (from == null) {
            return bench.shelf().liveVersion(flow);
        }
        int number = from.matches("\\d{1,9}") ? Integer.parseInt(from) : -1;
        var version = bench.shelf().history(flow).version(number);
        if (version.isEmpty()) {
            throw RefusedCallException.notFound("The flow \"" + flow + "\" has no version " + from + ".");
        }
        return version;
    }

    private ObjectNode body(
            String id, @Nullable Version before, String text, Optional<Version> newer, Predicate<String> answered) {
        var body = Call.object();
        var old = before == null ? "" : before.text();
        var name = before == null ? "nothing" : "version " + before.number();
        body.set("lines", Wire.JSON.valueToTree(Difference.between(name, old, "draft", text)));
        var was = before == null ? null : FlowReader.read(id, id, old, problem -> {});
        var is = FlowReader.read(id, id, text, problem -> {});
        body.set(
                "steps",
                Wire.JSON.valueToTree(
                        is == null
                                ? List.of()
                                : FlowChanges.between(
                                        was == null ? null : new FlowChanges.Read(was, old),
                                        new FlowChanges.Read(is, text))));
        var advice = new ArrayList<Advice>();
        newer.ifPresent(live -> advice.add(new Advice(
                "newer",
                null,
                (live.author() == null ? "The file" : live.author()) + " has published version " + live.number()
                        + " since this draft was begun. Look at what it changed, or that is lost.")));
        if (is != null) {
            advice.addAll(Advice.on(is, around(id, answered)));
        }
        body.set("advice", Wire.JSON.valueToTree(advice));
        return body;
    }

    private Advice.Around around(String id, Predicate<String> answered) {
        var now = bench.clock().instant();
        var others = new ArrayList<Flow>();
        bench.shelf().histories().forEach((other, history) -> {
            if (!other.equals(id)) {
                bench.shelf().live(other).ifPresent(others::add);
                history.versions().stream()
                        .filter(version -> version.isAhead(now))
                        .forEach(version ->
                                bench.shelf().version(other, version.number()).ifPresent(others::add));
            }
        });
        var hours = bench.hours().get();
        return new Advice.Around(others, hours, bench.onDuty().open(), answered, now.atZone(hours.zone()));
    }
}
