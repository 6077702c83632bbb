package no.innom.conversation;

import io.vertx.core.Future;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import no.innom.chat.Chat;
import no.innom.chat.ChatId;
import no.innom.chat.Clock;
import no.innom.chat.Summons;
import no.innom.escalation.Handovers;
import no.innom.escalation.SecondLine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the second line about a chat that waits.
 *
 * <p>Each call that falls due is made by one node: the turn that begins it moves its clock, and only one node's turn is
 * stored. A node that dies before it has said what became of the call is followed by another, so a call is made at
 * least once, and twice now and then: where a life is at stake that is the right side to err on. Both carry the same
 * id.
 */
final class Callout {
    /** Calls under way on this node at once; the rest stay due in the store. */
    private static final int MOST_AT_ONCE = 16;

    private static final Logger LOG = LoggerFactory.getLogger(Callout.class);

    private final Commits commits;
    private final Handovers handovers;
    private final SecondLine secondLine;
    private final AtomicInteger underWay = new AtomicInteger();

    Callout(Commits commits, Handovers handovers, SecondLine secondLine) {
        this.commits = commits;
        this.handovers = handovers;
        this.secondLine = secondLine;
    }

    /** A call has fallen due. The future ends when it is begun, not when it is over: nobody waits for a telephone. */
    Future<?> due(ChatId chat) {
        if (underWay.get() >= MOST_AT_ONCE) {
            return Future.succeededFuture();
        }
        var mine = new Begun();
        return commits.change(chat, turn -> {
                    var at = turn.before().envelope().clocks().get(Clock.CALL);
                    if (at == null || at.isAfter(turn.now())) {
                        // Another node was faster.
                        throw new RefusedException(Refusal.NOT_EXPECTED);
                    }
                    mine.summons = handovers.beginCall(turn);
                    if (mine.summons != null && !secondLine.isSetUp()) {
                        handovers.endCall(turn, mine.summons, Summons.State.MISSING);
                    }
                })
                .onSuccess(now -> {
                    if (now != null && mine.summons != null && secondLine.isSetUp()) {
                        call(now, mine.summons);
                    }
                });
    }

    private void call(Chat chat, Summons begun) {
        underWay.incrementAndGet();
        var envelope = chat.envelope();
        var spot = Objects.requireNonNull(envelope.spot(), "a chat that waits has a place");
        var id = chat.id().value() + "-" + begun.called().toEpochMilli();
        secondLine
                .call(new SecondLine.Call(id, spot.queue(), envelope.level().wire(), spot.since(), spot.step()))
                .timeout(SecondLine.LONGEST_CALL.toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(done -> {
                    underWay.decrementAndGet();
                    if (done.failed()) {
                        LOG.error(
                                "The second line could not be called about a chat that waits ({}, try {}). It is tried"
                                        + " again.",
                                envelope.level().wire(),
                                begun.tries());
                    }
                    end(chat.id(), begun, done.succeeded() ? Summons.State.SENT : Summons.State.FAILED);
                });
    }

    private void end(ChatId chat, Summons begun, Summons.State is) {
        commits.change(chat, turn -> handovers.endCall(turn, begun, is)).onFailure(e -> {
            if (!(e instanceof RefusedException)) {
                LOG.warn("What became of a call to the second line could not be stored: {}", e.getMessage());
            }
        });
    }

    private static final class Begun {
        private @Nullable Summons summons;
    }
}
