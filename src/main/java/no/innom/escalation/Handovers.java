package no.innom.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import no.innom.chat.Clock;
import no.innom.chat.Spot;
import no.innom.chat.Status;
import no.innom.chat.Summons;
import no.innom.chat.Turn;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a handover, each written into a turn.
 *
 * <pre>
 *   BOT ──enter──▶ WAITING ──claim──▶ HUMAN ──letGo──▶ BOT (closing flow) ──▶ CLOSED
 *                    ▲  │               │
 *                    │  └─leave──▶ …    │
 *                    └─────release──────┘   (by the holder, when the holder's lease runs out, or has been silent)
 * </pre>
 *
 * <p>What falls due meanwhile stands in the chat's clocks, so that it outlives every node:
 *
 * <pre>
 *   WAITING  STEP    nobody has come: callNext rings at the next ones, and sets STEP anew; until somebody comes
 *            CALL    the second line is to be called: beginCall … endCall; set by a step, tried again when it fails
 *   HUMAN    LEASE   renewed while the holder's console is open; otherwise release
 *            REMIND  the visitor's oldest unanswered word is so old: the holder is told; REMIND is taken off
 *            OFFER   … and so old: release. Both are taken off by the holder's next word
 * </pre>
 */
public final class Handovers {
    /** A node that has begun a call and is gone is not waited for longer. */
    private static final Duration ONE_TRY = SecondLine.LONGEST_CALL.plusSeconds(5);

    private static final Duration LONGEST_BETWEEN_TRIES = Duration.ofMinutes(1);

    private final Timetable timetable;
    private final Rules rules;
    private final String risk;
    private final Duration lease;
    private final Crew crew;

    /**
     * @param steps the deadlines where {@code queues} has no others
     * @param lease how long a holder may be gone
     */
    public Handovers(Queues queues, List<Duration> steps, Duration lease, Crew crew) {
        this.timetable = new Timetable(queues, steps);
        this.rules = queues.rules();
        this.risk = queues.risk();
        this.lease = lease;
        this.crew = crew;
    }

    /** How long a holder may be gone. */
    public Duration lease() {
        return lease;
    }

    /**
     * Puts the chat into a queue. One that waits already keeps its first waiting time, and moves only when its risk
     * has risen, or when new risk is found and it waits where risk does not. One that a person holds stays with that
     * person.
     */
    public void enter(Turn turn, String queue) {
        if (turn.status() == Status.HUMAN) {
            return;
        }
        var was = turn.before().envelope();
        boolean waited = turn.status() == Status.WAITING;
        boolean rose = turn.level().compareTo(was.level()) > 0;
        boolean atRisk = turn.level().handsOver();
        var place = turn.spot();
        if (waited && place != null) {
            boolean elsewhere = queue.equals(risk) && !place.queue().equals(risk);
            if (!atRisk || !(rose || elsewhere)) {
                return;
            }
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
        hasAnswered(turn);
        leavesTheQueue(turn);
        turn.clock(Clock.LEASE, turn.now().plus(lease));
        turn.departs("claimed", name);
        owesAnswer(turn);
    }

    /** The visitor waits for a word from the holder; since when is counted from the first of what goes unanswered. */
    public void owesAnswer(Turn turn) {
        if (turn.status() == Status.HUMAN && turn.clock(Clock.OFFER) == null) {
            turn.clock(Clock.REMIND, later(turn, rules.remind()));
            turn.clock(Clock.OFFER, later(turn, rules.offer()));
        }
    }

    /** The holder has written. */
    public void hasAnswered(Turn turn) {
        turn.clock(Clock.REMIND, null);
        turn.clock(Clock.OFFER, null);
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
        hasAnswered(turn);
        turn.spot(null);
        turn.status(Status.BOT);
        turn.clock(Clock.LEASE, null);
    }

    /** The visitor leaves the queue, or the person who holds the chat. */
    public void leave(Turn turn) {
        if (turn.status() == Status.WAITING) {
            turn.departs("left", null);
        }
        leavesTheQueue(turn);
        letGo(turn);
    }

    /** Nobody has come by the deadline: calls the next ones. */
    public void callNext(Turn turn) {
        var place = turn.spot();
        if (turn.status() != Status.WAITING || place == null) {
            turn.clock(Clock.STEP, null);
            return;
        }
        var further = timetable.further(place, turn.level(), turn.now());
        stand(turn, further);
        turn.alarm(Math.min(further.step(), Deadlines.LAST_STEP));
    }

    /**
     * The call to the second line has fallen due: from now on it is this node's to make, and another's only when this
     * one has not said what became of it in time.
     *
     * @return null when the chat has left its queue
     */
    public @Nullable Summons beginCall(Turn turn) {
        var due = turn.summons();
        if (turn.status() != Status.WAITING || due == null) {
            turn.clock(Clock.CALL, null);
            return null;
        }
        var begun = due.tried();
        turn.summons(begun);
        turn.clock(Clock.CALL, turn.now().plus(ONE_TRY));
        return begun;
    }

    /** What became of a call that was begun: one that failed is tried again, later each time. */
    public void endCall(Turn turn, Summons begun, Summons.State is) {
        if (!begun.equals(turn.summons())) {
            // Somebody has come, or the next call has fallen due.
            return;
        }
        turn.summons(begun.now(is));
        var pause = Duration.ofSeconds(1L << Math.min(begun.tries(), 6));
        var next = pause.compareTo(LONGEST_BETWEEN_TRIES) < 0 ? pause : LONGEST_BETWEEN_TRIES;
        turn.clock(Clock.CALL, is == Summons.State.FAILED ? turn.now().plus(next) : null);
    }

    private void back(Turn turn, String queue) {
        var place = Objects.requireNonNull(turn.spot(), "a held chat has waited");
        turn.hold(null, "");
        hasAnswered(turn);
        turn.status(Status.WAITING);
        turn.clock(Clock.LEASE, null);
        stand(turn, new Spot(queue, place.since(), turn.now(), 0));
        if (turn.level().handsOver()) {
            turn.alarm(0);
        }
    }

    private void stand(Turn turn, Spot spot) {
        turn.spot(spot);
        turn.clock(Clock.STEP, timetable.next(spot, turn.level()));
        if (spot.step() == 0) {
            turn.summons(null);
            turn.clock(Clock.CALL, null);
        }
        if (callsSecondLine(turn, spot)) {
            turn.summons(Summons.at(turn.now()));
            turn.clock(Clock.CALL, turn.now());
        }
    }

    /**
     * Who may be in danger is never left to a queue that nobody can take from: a lone worker with all hands full needs
     * help as much as an empty room. Who is not in danger, and has been told that nobody is on duty, is no emergency; who
     * has been told that somebody comes is owed one.
     */
    private boolean callsSecondLine(Turn turn, Spot spot) {
        boolean late = spot.step() >= Deadlines.LAST_STEP;
        boolean calls = turn.level().handsOver()
                ? late || !crew.hasRoom(spot.queue(), turn.before().id())
                : late && crew.isThere(spot.queue());
        return calls && rules.secondLine().contains(turn.level());
    }

    private static @Nullable Instant later(Turn turn, @Nullable Duration by) {
        return by == null ? null : turn.now().plus(by);
    }

    private static void leavesTheQueue(Turn turn) {
        turn.clock(Clock.STEP, null);
        turn.clock(Clock.CALL, null);
        turn.summons(null);
    }
}
