package no.innom.secondline;

import io.vertx.core.Future;
import no.innom.escalation.SecondLine;

/** One way to the second line. */
interface Way {
    /** As in the log and in the metrics. */
    String name();

    /** Sends the call; fails when the other side did not take it. The failure's message names no address and no secret. */
    Future<Void> send(SecondLine.Call call);
}
