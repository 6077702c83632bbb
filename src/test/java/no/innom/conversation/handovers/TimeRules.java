package no.innom.conversation.handovers;

import java.time.Duration;
import java.time.Instant;
import no.innom.chat.Clock;

/** What ought to become of a chat when time passes: the {@link Rulebook} of what nobody does. */
final class TimeRules {
    private final Stage stage;
    private final Crew crew;
    private final Standing standing;

    TimeRules(Stage stage, Crew crew) {
        this.stage = stage;
        this.crew = crew;
        this.standing = new Standing(stage, crew);
    }

    /** What time does, if the clock is due; a call to the second line has {@link #beginCall rules of its own}. */
    void strike(ModelChat chat, Clock clock) {
        if (!isDue(chat, clock)) {
            return;
        }
        switch (clock) {
            case STEP -> {
                boolean toldAlready = chat.spot.step() >= 3;
                standing.stand(chat, Node.DEADLINES.further(chat.spot, now()));
                chat.rung += Math.min(chat.spot.step(), 3) + " ";
                if (!toldAlready && chat.spot.step() >= 3) {
                    chat.lastWord = now();
                }
            }
            case LEASE -> {
                var until = chat.holder == null ? null : crew.hereUntil(chat.holder);
                // With a holder who is here it only falls due later, which is no change of the chat.
                if (until == null || !until.isAfter(now())) {
                    standing.back(chat, chat.spot.queue());
                    chat.lastWord = now();
                }
            }
            case REMIND -> {
                chat.reminded = true;
                chat.tried.add("reminded");
            }
            case OFFER -> {
                standing.back(chat, chat.spot.queue());
                chat.lastWord = now();
                chat.tried.add("offered to others");
            }
            case IDLE, CLOSING -> standing.close(chat);
            case RETENTION -> chat.gone = true;
            case CALL -> throw new IllegalArgumentException("a call has rules of its own");
        }
    }

    /**
     * A node makes the call that is due. For a quarter of a minute it is that node's; then another makes it.
     *
     * @param reaches whether it comes to the telephone; not when the line is cut, or the node never hears that the call is
     *     its own
     */
    void beginCall(ModelChat chat, boolean reaches) {
        if (!isDue(chat, Clock.CALL)) {
            return;
        }
        if (!stage.telephone().isSetUp()) {
            chat.call = new ModelChat.Call("missing", chat.call.due(), chat.call.tries() + 1);
            chat.callAt = null;
            chat.tried.add("nobody to call");
            return;
        }
        chat.call = new ModelChat.Call(chat.call.is(), chat.call.due(), chat.call.tries() + 1);
        chat.callAt = now().plusSeconds(15);
        chat.underWay.add(chat.call);
        if (reaches) {
            chat.told.add(Telephone.written(chat.spot, chat.level, chat.call.due()));
        }
        int step = chat.spot.step();
        chat.tried.add(
                chat.call.tries() > 1
                        ? "called again"
                        : step == 0 ? "called at once" : step < 3 ? "called early" : "called last");
    }

    /**
     * What became of a call under way: the one that matters, or any after it. One that failed is made again after two
     * seconds, then four, eight and so on, a minute at most.
     *
     * @return {@code over}, or {@code none} when there is none
     */
    String endCall(ModelChat chat, String is) {
        if (chat.underWay.isEmpty()) {
            return "none";
        }
        boolean matters = !chat.gone && chat.underWay.contains(chat.call);
        var begun = matters ? chat.call : chat.underWay.get(0);
        chat.underWay.remove(begun);
        chat.tried.add(matters ? "call " + is : "call in vain");
        if (matters) {
            chat.call = new ModelChat.Call(is, begun.due(), begun.tries());
            var pause = Duration.ofSeconds(Math.min(60, Math.round(Math.pow(2, begun.tries()))));
            chat.callAt = is.equals("failed") ? now().plus(pause) : null;
        }
        return "over";
    }

    private Instant now() {
        return stage.now();
    }

    private boolean isDue(ModelChat chat, Clock clock) {
        var at = chat.clocks(clock);
        return !chat.gone && at != null && !at.isAfter(now());
    }
}
