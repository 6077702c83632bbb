package no.innom.web.editor;

import io.vertx.core.Future;

/** {@code POST /api/flows/ID/versions/N/withdraw}: takes back a version whose time has not come. */
record Withdraw(Workbench bench) implements Call.Handler {

    @Override
    public Future<?> handle(Call call) {
        var flow = call.flow();
        int number = call.number("number");
        var reason = call.body().words("reason", PublishFlow.MOST_REASON);
        if (bench.shelf().history(flow).version(number).isEmpty()) {
            throw RefusedCallException.notFound("The flow \"" + flow + "\" has no version " + number + ".");
        }
        return bench.publisher()
                .withdraw(flow, number, call.staff().user(), reason)
                .compose(withdrawn -> {
                    if (withdrawn.isEmpty()) {
                        throw new RefusedCallException(
                                409,
                                "Not planned",
                                "Version " + number + " has begun already, or was taken back. To leave it, publish an"
                                        + " older version again.");
                    }
                    var body = Call.object();
                    body.set("version", bench.view(withdrawn.get()));
                    return call.json(200, body);
                });
    }
}
