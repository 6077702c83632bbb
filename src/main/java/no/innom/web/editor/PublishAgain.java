package no.innom.web.editor;

import io.vertx.core.Future;
import no.innom.publishing.ChangeRecord;
import no.innom.publishing.Publisher;

/** {@code POST /api/flows/ID/versions/N/publish}: back to a version, as a new one with its text. */
record PublishAgain(Workbench bench) implements Call.Handler {

    @Override
    public Future<?> handle(Call call) {
        var flow = call.flow();
        int number = call.number("number");
        var old = bench.shelf()
                .history(flow)
                .version(number)
                .orElseThrow(() ->
                        RefusedCallException.notFound("The flow \"" + flow + "\" has no version " + number + "."));
        var wish = new Publisher.Wish(
                flow,
                old.text(),
                call.staff().user(),
                call.body().words("reason", PublishFlow.MOST_REASON),
                null,
                null);
        return bench.work(() -> bench.checks().report(flow, old.text())).compose(report -> {
            // An evening that is over may be taken back too, and its warnings were said yes to when it was published.
            if (!report.checked().isRightButForItsTimes()) {
                PublishFlow.tellProblems(report, true);
            }
            return bench.publisher()
                    .publish(wish, ChangeRecord.What.ROLLBACK, wish.author(), wish.reason())
                    .compose(version -> PublishFlow.published(bench, call, version));
        });
    }
}
