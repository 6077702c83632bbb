package no.innom.web.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import no.innom.publishing.ChangeRecord;
import no.innom.publishing.Proposal;

/** {@code /api/flows/ID/proposal}: the second pair of eyes looks at what somebody wants to publish, and decides. */
record Proposals(Workbench bench) {

    /** {@code GET}: that nothing waits is the usual answer, and no failure. */
    Future<?> read(Call call) {
        return bench.proposals()
                .proposal(call.flow())
                .compose(found -> found.isPresent() ? call.json(200, json(found.get())) : call.empty());
    }

    /** {@code POST …/approve}: by anybody but who wrote it. */
    Future<?> approve(Call call) {
        var reason = call.body().wordsIfAny("reason", PublishFlow.MOST_REASON);
        var user = call.staff().user();
        return find(call).compose(proposal -> {
            var wish = proposal.wish();
            if (!proposal.mayBeApprovedBy(user)) {
                throw new RefusedCallException(
                        403, "Not by yourself", "Another editor must look at what you have written. Ask one of them.");
            }
            return bench.work(() -> bench.checks().report(wish.flow(), wish.text()))
                    .compose(report -> {
                        // The warnings were accepted when it was proposed; something else may have broken it since.
                        PublishFlow.tellProblems(report, true);
                        return take(proposal)
                                .compose(taken -> bench.publisher()
                                        .publish(
                                                wish,
                                                ChangeRecord.What.APPROVE,
                                                user,
                                                reason.isEmpty() ? wish.reason() : reason))
                                .compose(version -> PublishFlow.published(bench, call, version));
                    });
        });
    }

    /** {@code POST …/reject}: by anybody, also by who wrote it. The draft stays. */
    Future<?> reject(Call call) {
        var reason = call.body().words("reason", PublishFlow.MOST_REASON);
        var user = call.staff().user();
        return find(call)
                .compose(proposal -> take(proposal)
                        .compose(taken -> bench.note(entry(user, ChangeRecord.What.REJECT, proposal, reason))))
                .compose(noted -> call.empty());
    }

    private Future<Proposal> find(Call call) {
        var flow = call.flow();
        return bench.proposals()
                .proposal(flow)
                .map(found -> found.orElseThrow(
                        () -> RefusedCallException.notFound("Nothing of \"" + flow + "\" waits to be approved.")));
    }

    private Future<Void> take(Proposal proposal) {
        return bench.proposals()
                .take(proposal)
                .compose(taken -> taken
                        ? Future.succeededFuture()
                        : Future.failedFuture(new RefusedCallException(
                                409,
                                "Decided already",
                                "Somebody else has just decided on this, or it was proposed anew.")));
    }

    private ChangeRecord.Entry entry(String user, ChangeRecord.What what, Proposal proposal, String reason) {
        return new ChangeRecord.Entry(
                bench.clock().instant(), user, what, proposal.wish().flow(), null, reason);
    }

    /** A proposal as it is told. */
    static ObjectNode json(Proposal proposal) {
        var wish = proposal.wish();
        var from = wish.from();
        var until = wish.until();
        return Call.object()
                .put("text", wish.text())
                .put("by", wish.author())
                .put("at", proposal.at().toString())
                .put("reason", wish.reason())
                .put("from", from == null ? null : from.toString())
                .put("until", until == null ? null : until.toString());
    }
}
