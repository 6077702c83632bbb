package no.innom.web.editor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import no.innom.flow.Flow;
import no.innom.publishing.ChangeRecord;
import no.innom.publishing.Paper;
import no.innom.publishing.Papers;
import no.innom.publishing.Version;
import no.innom.publishing.VersionBook;
import no.innom.web.Wire;
import no.innom.yaml.Problem;
import no.innom.yaml.Severity;

/** {@code /api/conf}: the directory, the words, the hours and the phrases, edited and published as flows are. */
record ConfFiles(Workbench bench, VersionBook book, Papers papers) {

    /** {@code GET /api/conf}. */
    Future<?> list(Call call) {
        var body = Call.object();
        var files = body.putArray("files");
        for (var paper : Paper.values()) {
            var live = papers.history(paper.id()).live(bench.clock().instant());
            ObjectNode one = Call.object().put("id", paper.id());
            one.set("title", Wire.JSON.valueToTree(paper.title()));
            one.put("version", live.map(Version::number).orElse(null));
            one.put("at", live.map(version -> version.at().toString()).orElse(null));
            files.add(one.put("by", live.map(Version::author).orElse(null)));
        }
        return call.json(200, body);
    }

    /** {@code GET /api/phrases}: the canned sentences, for all staff. */
    Future<?> phrases(Call call) {
        var body = Call.object();
        body.set("phrases", Wire.JSON.valueToTree(papers.phrases().all()));
        return call.json(200, body);
    }

    /** {@code GET /api/conf/ID}; {@code ?version=} for an older one. */
    Future<?> read(Call call) {
        var paper = paper(call);
        var history = papers.history(paper.id());
        var now = bench.clock().instant();
        var wished = call.ctx().queryParams().get("version");
        var version = wished == null
                ? history.live(now)
                : history.version(wished.matches("\\d{1,9}") ? Integer.parseInt(wished) : -1);
        if (wished != null && version.isEmpty()) {
            throw RefusedCallException.notFound("There is no version " + wished + ".");
        }
        ObjectNode body = Call.object().put("id", paper.id());
        body.put("text", version.map(Version::text).orElse(""));
        body.put("rev", history.next() - 1);
        body.put("version", version.map(Version::number).orElse(null));
        body.set("versions", Wire.JSON.valueToTree(VersionView.all(history, now)));
        return call.json(200, body);
    }

    /** {@code POST /api/conf/ID/check}. */
    Future<?> check(Call call) {
        var paper = paper(call);
        var text = SaveDraft.text(call.body());
        return problems(paper, text).compose(problems -> {
            var body = Call.object();
            body.set("problems", json(paper, problems));
            return call.json(200, body);
        });
    }

    /** {@code POST /api/conf/ID/publish}: live on every node within two seconds. */
    Future<?> publish(Call call) {
        var paper = paper(call);
        var body = call.body();
        var text = SaveDraft.text(body);
        var reason = body.words("reason", PublishFlow.MOST_REASON);
        int rev = (int) body.number("rev", 0, 0, Integer.MAX_VALUE - 1);
        return publish(call, paper, text, rev, reason, ChangeRecord.What.CONF);
    }

    /** {@code POST /api/conf/ID/versions/N/publish}: back to a version, as a new one with its text. */
    Future<?> publishAgain(Call call) {
        var paper = paper(call);
        int number = call.number("number");
        var reason = call.body().words("reason", PublishFlow.MOST_REASON);
        // What is newest may have been published on another node a moment ago.
        return papers.refresh().compose(fresh -> {
            var history = papers.history(paper.id());
            var old = history.version(number)
                    .orElseThrow(() -> RefusedCallException.notFound("There is no version " + number + "."));
            return publish(call, paper, old.text(), history.next() - 1, reason, ChangeRecord.What.ROLLBACK);
        });
    }

    private Future<?> publish(Call call, Paper paper, String text, int rev, String reason, ChangeRecord.What what) {
        return problems(paper, text).compose(problems -> {
            if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
                var more = Call.object();
                more.set("problems", json(paper, problems));
                throw new RefusedCallException(
                        409, "Errors", "The text has errors. Mend them first; nothing was published.", more);
            }
            var now = bench.clock().instant();
            var version =
                    new Version(paper.id(), rev + 1, call.staff().user(), now, reason, text, Version.Times.from(now));
            return book.add(version, false).compose(added -> added ? published(call, version, what) : conflict(paper));
        });
    }

    private Future<Void> published(Call call, Version version, ChangeRecord.What what) {
        var entry = new ChangeRecord.Entry(
                version.at(), call.staff().user(), what, version.flow(), version.number(), version.reason());
        return bench.note(entry)
                .compose(noted -> papers.refresh())
                .otherwiseEmpty()
                .compose(fresh -> {
                    var body = Call.object();
                    body.set(
                            "version",
                            Wire.JSON.valueToTree(VersionView.of(
                                    version,
                                    papers.history(version.flow()),
                                    bench.clock().instant())));
                    return call.json(201, body);
                });
    }

    private Future<Void> conflict(Paper paper) {
        return papers.refresh().compose(fresh -> {
            var theirs = papers.history(paper.id()).live(bench.clock().instant());
            var more = Call.object();
            theirs.ifPresent(version -> more.set(
                    "theirs",
                    Call.object()
                            .put("text", version.text())
                            .put("rev", version.number())
                            .put("by", version.author())
                            .put("at", version.at().toString())));
            throw new RefusedCallException(
                    409,
                    "Published by somebody else",
                    "Somebody has published this since you opened it. Nothing is lost: look at both and keep what is"
                            + " right.",
                    more);
        });
    }

    private Future<List<Problem>> problems(Paper paper, String text) {
        return bench.work(() -> {
            var flows = bench.shelf().all();
            var texts = new HashMap<String, String>();
            for (Flow flow : flows) {
                bench.shelf().liveVersion(flow.id()).ifPresent(live -> texts.put(flow.id(), live.text()));
            }
            return papers.check(paper, text, flows, texts, bench.checks().set());
        });
    }

    private static ArrayNode json(Paper paper, List<Problem> problems) {
        var all = Wire.JSON.createArrayNode();
        for (var problem : problems) {
            var place = problem.place();
            boolean own = place.file().equals(paper.id() + ".yaml");
            all.addObject()
                    .put("line", place.line())
                    .put("column", place.column())
                    .put("severity", problem.severity().wire())
                    .put("code", problem.code())
                    .put("sentence", problem.sentence())
                    .putNull("step")
                    .put("file", own ? null : place.file());
        }
        return all;
    }

    private static Paper paper(Call call) {
        return Paper.named(call.ctx().pathParam("file"))
                .orElseThrow(() ->
                        RefusedCallException.notFound("There is directory, words, hours and phrases, and no other."));
    }
}
