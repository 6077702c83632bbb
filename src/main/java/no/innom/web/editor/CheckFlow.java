package no.innom.web.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.List;
import no.innom.flow.Outline;
import no.innom.publishing.Checks;
import no.innom.web.Wire;
import no.innom.yaml.Problem;

/** {@code POST /api/flows/ID/check}: what is wrong with a text, and the map of its steps. */
record CheckFlow(Workbench bench) implements Call.Handler {

    @Override
    public Future<?> handle(Call call) {
        var flow = call.flow();
        var text = SaveDraft.text(call.body());
        return bench.work(() -> body(bench.checks().report(flow, text))).compose(body -> call.json(200, body));
    }

    private static ObjectNode body(Checks.Report report) {
        var body = Call.object();
        body.set("problems", problems(report));
        var flow = report.flow();
        body.set("steps", Wire.JSON.valueToTree(report.parts()));
        body.put("start", flow == null ? null : flow.start().text());
        body.set("languages", Wire.JSON.valueToTree(flow == null ? List.of() : flow.languages()));
        body.set("title", ListFlows.titles(flow));
        body.set("theme", ListFlows.theme(flow));
        body.set("reading", Wire.JSON.valueToTree(report.reading()));
        body.set("missing", Wire.JSON.valueToTree(report.missing()));
        body.set("stale", Wire.JSON.valueToTree(report.stale()));
        body.set("words", Wire.JSON.valueToTree(report.words()));
        return body;
    }

    /** The findings, each with the step that it stands in. */
    static com.fasterxml.jackson.databind.node.ArrayNode problems(Checks.Report report) {
        var problems = Wire.JSON.createArrayNode();
        for (Problem problem : report.checked().problems()) {
            var place = problem.place();
            boolean own = place.file().equals(report.source().file());
            problems.addObject()
                    .put("line", place.line())
                    .put("column", place.column())
                    .put("severity", problem.severity().wire())
                    .put("code", problem.code())
                    .put("sentence", problem.sentence())
                    .put("step", own ? Outline.stepAt(report.parts(), place.line()) : null)
                    .put("file", own ? null : place.file());
        }
        return problems;
    }
}
