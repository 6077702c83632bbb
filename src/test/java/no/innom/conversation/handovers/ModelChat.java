package no.innom.conversation.handovers;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import no.innom.chat.Clock;
import no.innom.chat.Envelope;
import no.innom.chat.Spot;
import no.innom.chat.Status;
import no.innom.risk.Level;

/**
 * What ought to become of one chat: the rules of {@link no.innom.escalation} written down a second time, plainly. Each
 * rule answers as the service would ({@code ok} or the code of a refusal). Mutable, for one thread.
 */
final class ModelChat {
    static final String OK = "ok";

    Status status = Status.BOT;
    boolean closing;
    boolean gone;
    Level level = Level.NONE;
    Spot spot;
    String holder;
    long tokens;
    Instant lastWord;
    Instant taken;
    Instant stepAt;
    Instant leaseAt;
    Instant closingAt;
    /** What has been rung at staff, each step with a space behind it. */
    String rung = "";
    /** The senders' own ids of what is in the log: sent again, it changes nothing. */
    final Set<String> receipts = new HashSet<>();

    ModelChat(Instant begun) {
        lastWord = begun;
    }

    ModelChat(ModelChat from) {
        status = from.status;
        closing = from.closing;
        gone = from.gone;
        level = from.level;
        spot = from.spot;
        holder = from.holder;
        tokens = from.tokens;
        lastWord = from.lastWord;
        taken = from.taken;
        stepAt = from.stepAt;
        leaseAt = from.leaseAt;
        closingAt = from.closingAt;
        rung = from.rung;
        receipts.addAll(from.receipts);
    }

    boolean waits() {
        return !gone && status == Status.WAITING;
    }

    String say(String id, Level found, Instant now) {
        if (gone) {
            return "unknown_key";
        }
        if (!receipts.add(id)) {
            return OK;
        }
        lastWord = now;
        boolean rose = found.compareTo(level) > 0;
        level = rose ? found : level;
        if (status == Status.HUMAN) {
            return OK;
        }
        if (found.handsOver()) {
            stepAside();
            enter("akutt", rose, now);
        } else if (status == Status.CLOSED) {
            stepAside();
            enter("samtale", false, now);
        } else if (closing) {
            close();
        }
        return OK;
    }

    String human(String id, Instant now) {
        if (gone) {
            return "unknown_key";
        }
        if (!receipts.add(id)) {
            return OK;
        }
        lastWord = now;
        if (status != Status.HUMAN) {
            stepAside();
            enter("samtale", false, now);
        }
        return OK;
    }

    String leave() {
        if (gone) {
            return "unknown_key";
        }
        if (status != Status.CLOSED) {
            close();
        }
        return OK;
    }

    String erase() {
        gone = true;
        return OK;
    }

    String claim(String user, Crew crew, Instant now) {
        if (gone) {
            return "no_such_chat";
        }
        if (status == Status.HUMAN) {
            return user.equals(holder) ? OK : "taken";
        }
        if (status != Status.WAITING) {
            return "no_such_chat";
        }
        if (!crew.isOn(user) || !crew.serves(user, spot.queue())) {
            return "not_allowed";
        }
        take(user, now);
        return OK;
    }

    String staffSay(String id, String user, Instant now) {
        if (!gone && receipts.contains(id)) {
            return OK;
        }
        var refused = unlessHolds(user);
        if (refused != null) {
            return refused;
        }
        receipts.add(id);
        lastWord = now;
        return OK;
    }

    String handOn(String user, String queue, Instant now) {
        var refused = unlessHolds(user);
        if (refused != null) {
            return refused;
        }
        back(queue == null ? spot.queue() : queue, now);
        lastWord = now;
        return OK;
    }

    String give(String user, String other, Crew crew, Instant now) {
        if (!crew.isOn(other)) {
            return "not_allowed";
        }
        var refused = unlessHolds(user);
        if (refused != null) {
            return refused;
        }
        if (!crew.serves(other, spot.queue())) {
            return "not_allowed";
        }
        var before = rung;
        back(spot.queue(), now);
        rung = before;
        take(other, now);
        return OK;
    }

    String close(String user, Instant now) {
        var refused = unlessHolds(user);
        if (refused != null) {
            return refused;
        }
        letGo();
        status = Status.BOT;
        closing = true;
        closingAt = now.plus(Node.CLOSING);
        lastWord = now;
        return OK;
    }

    /** What time does, if the clock is due. */
    void strike(Clock clock, Instant holderHereUntil, Instant now) {
        var at = clocks(clock);
        if (gone || at == null || at.isAfter(now)) {
            return;
        }
        switch (clock) {
            case STEP -> {
                boolean called = spot.step() >= 3;
                spot = Node.DEADLINES.further(spot, now);
                stepAt = Node.DEADLINES.next(spot);
                ring(Math.min(spot.step(), 3));
                if (!called && spot.step() >= 3) {
                    lastWord = now;
                }
            }
            case LEASE -> {
                if (holderHereUntil != null && holderHereUntil.isAfter(now)) {
                    leaseAt = holderHereUntil;
                } else {
                    back(spot.queue(), now);
                    lastWord = now;
                }
            }
            case IDLE, CLOSING -> close();
            case RETENTION -> gone = true;
        }
    }

    /** When a clock falls due, or null. */
    Instant clocks(Clock clock) {
        return switch (clock) {
            case STEP -> stepAt;
            case LEASE -> leaseAt;
            case CLOSING -> closingAt;
            case IDLE ->
                status == Status.BOT || status == Status.HUMAN ? idleFrom().plus(Node.IDLE) : null;
            case RETENTION -> lastWord.plus(Node.RETENTION);
            case CALL, REMIND, OFFER -> null;
        };
    }

    /** All of it, to be compared. */
    String state() {
        return List.of(status, closing, gone, level, String.valueOf(spot), String.valueOf(holder), tokens, lastWord)
                + String.valueOf(stepAt)
                + leaseAt
                + closingAt
                + rung
                + receipts.size();
    }

    /** In what it differs from what the store has; null when in nothing. */
    String differs(Envelope is) {
        if (gone || is == null) {
            return gone && is == null ? null : gone ? "it should be gone" : "it should not be gone";
        }
        var held = is.holder() == null ? null : is.holder().user();
        var wrong = new StringBuilder();
        compare(wrong, "status", status, is.status());
        compare(wrong, "closing", closing, is.closing());
        compare(wrong, "level", level, is.level());
        compare(wrong, "spot", spot, is.spot());
        compare(wrong, "holder", holder, held);
        compare(wrong, "tokens", tokens, is.tokens());
        compare(wrong, "last word", lastWord, is.lastWord());
        for (var clock : Clock.values()) {
            compare(wrong, clock.wire(), clocks(clock), is.clocks().get(clock));
        }
        return wrong.isEmpty() ? null : wrong.toString();
    }

    private static void compare(StringBuilder wrong, String what, Object should, Object is) {
        if (!Objects.equals(should, is)) {
            wrong.append(what)
                    .append(" should be ")
                    .append(should)
                    .append(", is ")
                    .append(is)
                    .append("; ");
        }
    }

    private void enter(String queue, boolean rose, Instant now) {
        boolean waited = status == Status.WAITING;
        boolean elsewhere = queue.equals("akutt") && waited && !spot.queue().equals("akutt");
        if (waited && !(level.handsOver() && (rose || elsewhere))) {
            return;
        }
        status = Status.WAITING;
        stand(new Spot(queue, waited ? spot.since() : now, now, 0));
        ringIfRisky();
    }

    private Instant idleFrom() {
        return taken == null || lastWord.isAfter(taken) ? lastWord : taken;
    }

    private void take(String user, Instant now) {
        taken = now;
        status = Status.HUMAN;
        holder = user;
        tokens++;
        closing = false;
        closingAt = null;
        stepAt = null;
        leaseAt = now.plus(Node.LEASE);
    }

    private void back(String queue, Instant now) {
        holder = null;
        status = Status.WAITING;
        leaseAt = null;
        stand(new Spot(queue, spot.since(), now, 0));
        ringIfRisky();
    }

    private void letGo() {
        holder = null;
        spot = null;
        stepAt = null;
        leaseAt = null;
    }

    private void close() {
        letGo();
        stepAside();
        status = Status.CLOSED;
    }

    private void stepAside() {
        closing = false;
        closingAt = null;
    }

    private void stand(Spot at) {
        spot = at;
        stepAt = Node.DEADLINES.next(at);
    }

    private void ringIfRisky() {
        if (level.handsOver()) {
            ring(0);
        }
    }

    private void ring(int step) {
        rung += step + " ";
    }

    private String unlessHolds(String user) {
        return gone ? "no_such_chat" : user.equals(holder) ? null : "not_yours";
    }
}
