package no.innom.conversation.handovers;

import static no.innom.conversation.handovers.Crew.STAFF;
import static no.innom.conversation.handovers.Node.await;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import no.innom.chat.ChatId;
import no.innom.chat.Receipt;
import no.innom.conversation.RefusedException;
import no.innom.duty.Shift;
import no.innom.risk.Level;

/** A move under way at a node, and what it comes to. */
final class Doing {
    static final List<Level> LEVELS = List.of(Level.NONE, Level.HIGH, Level.ACUTE);
    static final List<String> QUEUES = List.of("akutt", "samtale", "temakveld");

    final Move move;
    /** The sender's own id. */
    final String id;
    /** Whether who does it was on duty when it was begun. */
    final boolean wasOn;
    /** {@code ok} or the code of a refusal; null as long as nobody has heard an answer. */
    String answered;
    /** The chat that was got by asking for the next. */
    ChatId claimed;

    private Doing(Move move, String id, boolean wasOn) {
        this.move = move;
        this.id = id;
        this.wasOn = wasOn;
    }

    /**
     * Begins it.
     *
     * @param acked takes the number that a message is told to have got, each time that it is told
     */
    static Doing begin(Move move, String id, Node node, Shift shift, ChatId chat, LongConsumer acked) {
        var doing = new Doing(move, id, shift.on());
        var visitor = node.sides.visitor();
        var desk = node.sides.staff();
        var begun =
                switch (move.kind()) {
                    case SAY -> visitor.say(chat, id, LEVELS.get(move.with()).wire() + " " + id, acked);
                    case HUMAN -> visitor.human(chat, id, acked);
                    case LEAVE -> visitor.end(chat, false);
                    case ERASE -> visitor.erase(chat);
                    case CLAIM -> desk.claim(shift, chat);
                    case CLAIM_NEXT ->
                        desk.claim(shift, null)
                                .onSuccess(held -> doing.claimed = held.chat().id());
                    case ANSWER -> desk.say(shift, chat, id, "svar " + id, acked);
                    case RELEASE -> desk.release(shift, chat, "notat");
                    case TRANSFER -> desk.transfer(shift, chat, QUEUES.get(move.with()), null);
                    case GIVE -> desk.transferTo(shift, chat, STAFF.get(move.with()), null);
                    case CLOSE -> desk.close(shift, chat);
                    case SWEEP -> node.sides.clock().sweep();
                };
        begun.onComplete(result -> doing.answered = result.succeeded()
                ? ModelChat.OK
                : result.cause() instanceof RefusedException refused
                        ? refused.refusal().wire()
                        : null);
        return doing;
    }

    /** Of a message whose answer nobody has heard: whether it is in the log. Empty when nothing can tell. */
    Optional<Boolean> isInTheLog(Node node, ChatId chat) {
        if (answered != null || !move.kind().speaks()) {
            return Optional.empty();
        }
        var receipt = move.kind() == Move.Kind.ANSWER ? Receipt.staff(STAFF.get(move.who()), id) : Receipt.visitor(id);
        return await(node.chats.load(chat, receipt)).map(loaded -> loaded.already() != null);
    }

    @Override
    public String toString() {
        return move + " " + id + " -> " + (answered == null ? "no answer" : answered);
    }
}
