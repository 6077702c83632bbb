package no.innom.escalation;

import java.time.Duration;
import java.util.Objects;
import no.innom.chat.Clock;
import no.innom.chat.Spot;
import no.innom.chat.Status;
import no.innom.chat.Turn;

/**
 * The rules of a handover, each written into a turn.
 *
 * <pre>
 *   BOT ──enter──▶ WAITING ──claim──▶ HUMAN ──letGo──▶ BOT (closing flow) ──▶ CLOSED
 *                    ▲  │               │
 *                    │  └─leave──▶ …    │
 *                    └─────release──────┘   (by the holder, or when the holder's lease runs out)
 * </pre>
 */
public final class Handovers {
    private final Timetable timetable;
    private final Duration lease;

    public Handovers(Timetable timetable, Duration lease) {
        this.timetable = timetable;
        this.lease = lease;
    }

    /**
     * Puts the chat into a queue. One that waits already keeps its first waiting time, and moves only when its risk
     * has risen. One that a person holds stays with that person.
     */
    public void enter(Turn turn, String queue) {
        if (turn.status() == Status.HUMAN) {
            return;
        }
        var was = turn.before().envelope();
        boolean waited = turn.status() == Status.WAITING;
        boolean rose = turn.level().compareTo(was.level()) > 0;
        boolean atRisk = turn.level().compareTo(no.innom.risk.Level.HIGH) >= 0;
        var place = turn.spot();
        if (waited && place != null && !(rose && atRisk)) {
            return;
        }
        var since = waited && place != null ? place.since() : turn.now();
        turn.status(Status.WAITING);
        stand(turn, new Spot(queue, since, turn.now(), 0));
        if (atRisk) {
            turn.alarm(0);
        }
    }

    /** Gives the waiting chat to a person. The flow is over: nothing that it would ask comes between the two. */
    public void claim(Turn turn, String user, String name) {
        turn.status(Status.HUMAN);
        turn.hold(user, name);
        turn.flow(null);
        turn.closing(false);
        turn.clock(Clock.STEP, null);
        turn.clock(Clock.LEASE, turn.now().plus(lease));
        turn.departs("claimed", name);
    }

    /** Takes the chat back from its holder, into its queue, with its first waiting time. */
    public void release(Turn turn) {
        back(turn, Objects.requireNonNull(turn.spot(), "a held chat has waited").queue());
    }

    /** Takes the chat back from its holder, into another queue, with its first waiting time. */
    public void transfer(Turn turn, String queue) {
        back(turn, queue);
    }

    /** The holder lets go of the chat for good. */
    public void letGo(Turn turn) {
        turn.hold(null, "");
        turn.spot(null);
        turn.status(Status.BOT);
        turn.clock(Clock.LEASE, null);
    }

    /** The visitor leaves the queue, or the person who holds the chat. */
    public void leave(Turn turn) {
        if (turn.status() == Status.WAITING) {
            turn.departs("left", null);
        }
        turn.clock(Clock.STEP, null);
        letGo(turn);
    }

    /** Nobody has come by the deadline: calls the next ones. */
    public void callNext(Turn turn) {
        var place = turn.spot();
        if (turn.status() != Status.WAITING || place == null) {
            turn.clock(Clock.STEP, null);
            return;
        }
        int step = place.step() + 1;
        stand(turn, new Spot(place.queue(), place.since(), place.entered(), step));
        turn.alarm(Math.min(step, Deadlines.LAST_STEP));
    }

    private void back(Turn turn, String queue) {
        var place = Objects.requireNonNull(turn.spot(), "a held chat has waited");
        turn.hold(null, "");
        turn.status(Status.WAITING);
        turn.clock(Clock.LEASE, null);
        stand(turn, new Spot(queue, place.since(), turn.now(), 0));
        if (turn.level().compareTo(no.innom.risk.Level.HIGH) >= 0) {
            turn.alarm(0);
        }
    }

    private void stand(Turn turn, Spot spot) {
        turn.spot(spot);
        turn.clock(Clock.STEP, timetable.next(spot, turn.level()));
    }
}
