package no.innom.conversation.handovers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import no.innom.chat.Clock;
import no.innom.chat.Envelope;
import no.innom.chat.Spot;
import no.innom.chat.Status;
import no.innom.risk.Level;

/** What ought to be of one chat, as the {@link Rulebook} leaves it. Mutable, for one thread. */
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
    /** Since when the visitor has had no word from the holder; null while nothing goes unanswered. */
    Instant owedSince;
    /** Whether the holder has been reminded of that. */
    boolean reminded;
    /** How it stands with the second line; null when it is not to be called. */
    Call call;
    /** When the call is to be made, or made again. */
    Instant callAt;
    /** The calls that are being made. */
    final List<Call> underWay;
    /** What has been rung at staff in this round, each step with a space behind it. */
    String rung = "";
    /** What the second line has been told in this round, in any order, each call as {@link Telephone} writes it. */
    final List<String> told;
    /** What has come of it, by name: for counting what the plays have tried. */
    final List<String> tried;
    /** The senders' own ids of what is in the log: sent again, it changes nothing. */
    final Set<String> receipts;

    /**
     * A call to the second line.
     *
     * @param is as the protocol says how it stands
     * @param due when it first fell due
     * @param tries how often it has been begun
     */
    record Call(String is, Instant due, int tries) {}

    ModelChat(Instant begun) {
        lastWord = begun;
        receipts = new HashSet<>();
        tried = new ArrayList<>();
        underWay = new ArrayList<>();
        told = new ArrayList<>();
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
        owedSince = from.owedSince;
        reminded = from.reminded;
        call = from.call;
        callAt = from.callAt;
        underWay = new ArrayList<>(from.underWay);
        rung = from.rung;
        told = new ArrayList<>(from.told);
        tried = new ArrayList<>(from.tried);
        receipts = new HashSet<>(from.receipts);
    }

    /** A round begins: what was heard before it is over. */
    void begins() {
        rung = "";
        told.clear();
        underWay.clear();
        tried.clear();
    }

    boolean waits() {
        return !gone && status == Status.WAITING;
    }

    /** When a clock falls due, or null. */
    Instant clocks(Clock clock) {
        return switch (clock) {
            case STEP -> stepAt;
            case LEASE -> leaseAt;
            case CLOSING -> closingAt;
            case CALL -> callAt;
            case REMIND -> owedSince == null || reminded ? null : owedSince.plus(Node.REMIND);
            case OFFER -> owedSince == null ? null : owedSince.plus(Node.OFFER);
            case IDLE -> status == Status.BOT || status == Status.HUMAN ? roughly(idleFrom(), Node.IDLE) : null;
            case RETENTION -> roughly(lastWord, Node.RETENTION);
        };
    }

    /** Long times end at whole five-hundredths of themselves. */
    private static Instant roughly(Instant begin, Duration time) {
        long grain = time.dividedBy(500).toMillis();
        return Instant.ofEpochMilli(begin.plus(time).toEpochMilli() / grain * grain);
    }

    /** All of it, to be compared. */
    String state() {
        return List.of(status, closing, gone, level, String.valueOf(spot), String.valueOf(holder), tokens, lastWord)
                + String.valueOf(stepAt)
                + leaseAt
                + closingAt
                + owedSince
                + reminded
                + call
                + callAt
                + underWay
                + rung
                + told
                + receipts.size();
    }

    /** In what it differs from what the store has; null when in nothing. */
    String differs(Envelope is) {
        if (gone || is == null) {
            return gone && is == null ? null : gone ? "it should be gone" : "it should not be gone";
        }
        var held = is.holder() == null ? null : is.holder().user();
        var summons = is.summons();
        var wrong = new StringBuilder();
        compare(wrong, "status", status, is.status());
        compare(wrong, "closing", closing, is.closing());
        compare(wrong, "level", level, is.level());
        compare(wrong, "spot", spot, is.spot());
        compare(wrong, "holder", holder, held);
        compare(wrong, "tokens", tokens, is.tokens());
        compare(wrong, "last word", lastWord, is.lastWord());
        compare(
                wrong,
                "second line",
                call,
                summons == null ? null : new Call(summons.state().wire(), summons.called(), summons.tries()));
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

    private Instant idleFrom() {
        return taken == null || lastWord.isAfter(taken) ? lastWord : taken;
    }
}
