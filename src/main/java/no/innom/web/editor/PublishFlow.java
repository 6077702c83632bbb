package no.innom.web.editor;

import io.vertx.core.Future;
import no.innom.publishing.ChangeRecord;
import no.innom.publishing.Checks;
import no.innom.publishing.Proposal;
import no.innom.publishing.Publisher;
import no.innom.publishing.Version;

/** {@code POST /api/flows/ID/publish}: makes a version of a text, now or for a time, or proposes to. */
record PublishFlow(Workbench bench) implements Call.Handler {
    static final int MOST_REASON = 500;

    @Override
    public Future<?> handle(Call call) {
        var body = call.body();
        var flow = call.flow();
        var wish = new Publisher.Wish(
                flow,
                SaveDraft.text(body),
                call.staff().user(),
                body.words("reason", MOST_REASON),
                body.instantIfAny("from"),
                body.instantIfAny("until"));
        tellTimes(wish);
        long rev = body.number("rev", 0, 0, Long.MAX_VALUE);
        boolean accepted = body.flag("warnings", false);
        return bench.drafts()
                .draft(flow)
                .compose(draft -> {
                    var theirs =
                            draft.filter(one -> one.rev() != rev && !one.text().equals(wish.text()));
                    if (theirs.isPresent()) {
                        throw SaveDraft.conflict(theirs.get());
                    }
                    return bench.work(() -> bench.checks().report(flow, wish.text()));
                })
                .compose(report -> {
                    tellProblems(report, accepted);
                    return bench.secondEyes() ? propose(call, wish) : publish(call, wish);
                });
    }

    private void tellTimes(Publisher.Wish wish) {
        var from = wish.from();
        var until = wish.until();
        var begins = from == null || from.isBefore(bench.clock().instant())
                ? bench.clock().instant()
                : from;
        if (until != null && !until.isAfter(begins)) {
            throw RefusedCallException.bad("\"until\" must be later than \"from\", and in the future.");
        }
    }

    /** An error holds a publication back, and so does a warning that nobody has said yes to. */
    static void tellProblems(Checks.Report report, boolean accepted) {
        if (!Publisher.isHeldBack(report.checked(), accepted)) {
            return;
        }
        var more = Call.object();
        more.set("problems", CheckFlow.problems(report));
        throw report.checked().hasErrors()
                ? new RefusedCallException(
                        409, "Errors", "The text has errors. Mend them first; nothing was published.", more)
                : new RefusedCallException(
                        409,
                        "Warnings",
                        "There are warnings. Mend them, or say that they are fine (\"warnings\": true).",
                        more);
    }

    private Future<Void> publish(Call call, Publisher.Wish wish) {
        return bench.publisher().publish(wish).compose(version -> published(bench, call, version));
    }

    /** Answers with a version that has just been made. */
    static Future<Void> published(Workbench bench, Call call, Version version) {
        var body = Call.object();
        body.set("version", bench.view(version));
        return call.json(201, body);
    }

    private Future<Void> propose(Call call, Publisher.Wish wish) {
        var proposal = new Proposal(wish, bench.clock().instant());
        return bench.proposals()
                .put(proposal)
                .compose(kept -> bench.note(new ChangeRecord.Entry(
                        proposal.at(), wish.author(), ChangeRecord.What.PROPOSE, wish.flow(), null, wish.reason())))
                .compose(noted -> {
                    var body = Call.object();
                    body.set("proposal", Proposals.json(proposal));
                    return call.json(202, body);
                });
    }
}
