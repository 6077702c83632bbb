package no.innom.conversation.handovers;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.innom.chat.ChatId;
import no.innom.chat.Spot;
import no.innom.escalation.SecondLine;
import no.innom.risk.Level;

/** The second line outside, as both nodes reach it: it hears every call, and takes it or does not. */
final class Telephone implements SecondLine {
    private final List<Call> heard = new ArrayList<>();
    private boolean busy;
    private boolean there = true;

    /** Whether it takes no call from now on. */
    void busy(boolean is) {
        busy = is;
    }

    boolean isBusy() {
        return busy;
    }

    /** Whether a second line is set up from now on. */
    void there(boolean is) {
        there = is;
    }

    /** What it has heard since it was last asked. */
    List<Call> takeHeard() {
        var taken = List.copyOf(heard);
        heard.clear();
        return taken;
    }

    @Override
    public boolean isSetUp() {
        return there;
    }

    @Override
    public Future<Void> call(Call call) {
        heard.add(call);
        return busy
                ? Future.failedFuture(new IllegalStateException("the second line does not take it"))
                : Future.succeededFuture();
    }

    /** A call about a chat that waits like this, which fell due then. */
    static String written(Spot spot, Level level, Instant due) {
        return spot.queue() + "/" + level.wire() + "/" + spot.since() + "/" + spot.step() + "/" + due.toEpochMilli();
    }

    /** The same of a call that was heard. */
    static String written(Call call) {
        int due = call.id().lastIndexOf('-') + 1;
        return call.queue() + "/" + call.level() + "/" + call.since() + "/" + call.step() + "/"
                + call.id().substring(due);
    }

    /** Whether it is about that chat. */
    static boolean isAbout(Call call, ChatId chat) {
        return call.id().startsWith(chat.value() + "-");
    }
}
