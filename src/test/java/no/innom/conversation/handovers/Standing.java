package no.innom.conversation.handovers;

import java.time.Instant;
import no.innom.chat.Spot;
import no.innom.chat.Status;

/** How a chat comes into a queue, to a person, and out of both: what the {@link Rulebook} and {@link TimeRules} share. */
final class Standing {
    private final Stage stage;
    private final Crew crew;

    Standing(Stage stage, Crew crew) {
        this.stage = stage;
        this.crew = crew;
    }

    /** Into a queue. One that waits already moves only when that brings it among the urgent, or its risk has risen. */
    void enter(ModelChat chat, String queue, boolean rose) {
        boolean waited = chat.status == Status.WAITING;
        boolean elsewhere =
                queue.equals("akutt") && waited && !chat.spot.queue().equals("akutt");
        if (waited && !(chat.level.handsOver() && (rose || elsewhere))) {
            return;
        }
        chat.status = Status.WAITING;
        stand(chat, new Spot(queue, waited ? chat.spot.since() : now(), now(), 0));
        ringIfRisky(chat);
    }

    /** To a person. */
    void take(ModelChat chat, String user) {
        chat.taken = now();
        chat.status = Status.HUMAN;
        chat.holder = user;
        chat.tokens++;
        stepAside(chat);
        leaveTheQueue(chat);
        chat.leaseAt = now().plus(Node.LEASE);
        oweNothing(chat);
        owe(chat);
    }

    /** From its holder into a queue. */
    void back(ModelChat chat, String queue) {
        chat.holder = null;
        chat.status = Status.WAITING;
        chat.leaseAt = null;
        oweNothing(chat);
        stand(chat, new Spot(queue, chat.spot.since(), now(), 0));
        ringIfRisky(chat);
    }

    void letGo(ModelChat chat) {
        chat.holder = null;
        chat.spot = null;
        chat.leaseAt = null;
        leaveTheQueue(chat);
        oweNothing(chat);
    }

    void close(ModelChat chat) {
        letGo(chat);
        stepAside(chat);
        chat.status = Status.CLOSED;
    }

    void stepAside(ModelChat chat) {
        chat.closing = false;
        chat.closingAt = null;
    }

    /** The second line is called anew with each entry, and whenever a deadline is missed that calls for it. */
    void stand(ModelChat chat, Spot at) {
        chat.spot = at;
        chat.stepAt = Node.DEADLINES.next(at);
        boolean late = at.step() >= 3;
        boolean somebody = Crew.STAFF.stream().anyMatch(user -> crew.isOn(user) && crew.serves(user, at.queue()));
        boolean outside = chat.level.handsOver() ? late || !somebody : late && somebody;
        if (at.step() == 0 || outside) {
            chat.call = outside ? new ModelChat.Call("calling", now(), 0) : null;
            chat.callAt = outside ? now() : null;
        }
    }

    private void leaveTheQueue(ModelChat chat) {
        chat.stepAt = null;
        chat.call = null;
        chat.callAt = null;
    }

    /** From the first word that goes unanswered. */
    void owe(ModelChat chat) {
        if (chat.owedSince == null) {
            chat.owedSince = now();
        }
    }

    static void oweNothing(ModelChat chat) {
        chat.owedSince = null;
        chat.reminded = false;
    }

    private static void ringIfRisky(ModelChat chat) {
        if (chat.level.handsOver()) {
            chat.rung += "0 ";
        }
    }

    private Instant now() {
        return stage.now();
    }
}
