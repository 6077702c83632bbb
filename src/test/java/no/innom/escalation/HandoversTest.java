package no.innom.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import no.innom.chat.Chat;
import no.innom.chat.Chats;
import no.innom.chat.Clock;
import no.innom.chat.Envelope;
import no.innom.chat.Status;
import no.innom.chat.Summons;
import no.innom.chat.Turn;
import no.innom.risk.Category;
import no.innom.risk.Level;
import org.junit.jupiter.api.Test;

class HandoversTest {
    private static final Instant BEGUN = Instant.parse("2026-11-26T18:00:00Z");
    private boolean staffed = true;
    private final Handovers handovers = new Handovers(
            new Queues(Map.of(), "akutt", "samtale", Rules.PLAIN),
            List.of(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(120)),
            Duration.ofSeconds(30),
            queue -> staffed);

    @Property
    void aChatWaitsOrIsHeldOrNeitherWhateverHappens(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 8) Integer> doings) {
        var chat = Chats.fresh(BEGUN);
        var now = BEGUN;
        Instant firstWaited = null;
        for (int doing : doings) {
            now = now.plusSeconds(7);
            var turn = new Turn(chat, now);
            var was = chat.envelope().status();
            if (!happens(doing, turn, was)) {
                continue;
            }
            chat = turn.after();
            var envelope = chat.envelope();
            firstWaited = envelope.spot() == null ? null : firstWaited == null ? now : firstWaited;
            assertThat(soundly(envelope)).as("after %s: %s", doing, envelope).isTrue();
            if (envelope.spot() != null) {
                // From its first wait until somebody lets go of it, its place keeps its first waiting time.
                assertThat(envelope.spot().since()).isEqualTo(firstWaited);
                assertThat(Card.of(chat.id(), envelope).since()).isEqualTo(firstWaited);
            }
            assertThat(envelope.level())
                    .isGreaterThanOrEqualTo(turn.before().envelope().level());
        }
    }

    private boolean happens(int doing, Turn turn, Status was) {
        switch (doing) {
            case 0 -> handovers.enter(turn, "samtale");
            case 1 -> {
                turn.raise(Level.HIGH, Category.SUICIDE);
                handovers.enter(turn, "akutt");
            }
            case 2 -> {
                turn.raise(Level.ACUTE, Category.OVERDOSE);
                handovers.enter(turn, "akutt");
            }
            case 3 -> {
                if (was != Status.WAITING) {
                    return false;
                }
                handovers.claim(turn, "kari", "Kari");
            }
            case 4 -> {
                if (was != Status.HUMAN) {
                    return false;
                }
                handovers.release(turn);
            }
            case 5 -> {
                if (was != Status.HUMAN) {
                    return false;
                }
                handovers.transfer(turn, "temakveld");
            }
            case 6 -> {
                if (was != Status.HUMAN) {
                    return false;
                }
                handovers.letGo(turn);
            }
            case 7 -> handovers.leave(turn);
            default -> handovers.callNext(turn);
        }
        return true;
    }

    private static boolean soundly(Envelope envelope) {
        boolean steps = envelope.clocks().containsKey(Clock.STEP);
        boolean leased = envelope.clocks().containsKey(Clock.LEASE);
        boolean placed = envelope.spot() != null;
        boolean held = envelope.holder() != null;
        boolean called = envelope.summons() != null || envelope.clocks().containsKey(Clock.CALL);
        return switch (envelope.status()) {
            case WAITING -> placed && steps && !held && !leased;
            case HUMAN -> placed && held && leased && !steps && !called;
            case BOT, CLOSED -> !placed && !held && !steps && !leased && !called;
        };
    }

    @Test
    void ringsWhenRiskEntersAndAgainWhenItRisesButNotForMoreOfTheSame() {
        var entered = entering(Chats.fresh(BEGUN), Level.HIGH, 0);
        assertThat(entered.alarm()).isZero();
        var more = entering(entered.after(), Level.HIGH, 5);
        assertThat(more.alarm()).isEqualTo(-1);
        assertThat(more.after().envelope().spot().entered()).isEqualTo(BEGUN);
        var worse = entering(more.after(), Level.ACUTE, 9);
        assertThat(worse.alarm()).isZero();
        assertThat(worse.after().envelope().spot().since()).isEqualTo(BEGUN);
        assertThat(worse.after().envelope().spot().entered()).isEqualTo(BEGUN.plusSeconds(9));
        var calm = new Turn(Chats.fresh(BEGUN), BEGUN);
        handovers.enter(calm, "samtale");
        assertThat(calm.alarm()).isEqualTo(-1);
    }

    @Test
    void movesAWaitingChatToTheUrgentQueueWhenRiskIsFoundAndKeepsItsTime() {
        var calm = new Turn(Chats.fresh(BEGUN), BEGUN);
        handovers.enter(calm, "samtale");
        var risky = entering(calm.after(), Level.HIGH, 30);
        assertThat(risky.after().envelope().spot().queue()).isEqualTo("akutt");
        assertThat(risky.after().envelope().spot().since()).isEqualTo(BEGUN);
        assertThat(risky.alarm()).isZero();
    }

    @Test
    void ringsAnewWhenNewRiskIsFoundInAChatThatWaitsWhereRiskDoesNot() {
        var risky = entering(Chats.fresh(BEGUN), Level.HIGH, 0).after();
        var held = new Turn(risky, BEGUN.plusSeconds(5));
        handovers.claim(held, "kari", "Kari");
        var calm = new Turn(held.after(), BEGUN.plusSeconds(60));
        handovers.transfer(calm, "samtale");
        var again = entering(calm.after(), Level.HIGH, 90);
        assertThat(again.after().envelope().spot().queue()).isEqualTo("akutt");
        assertThat(again.after().envelope().spot().since()).isEqualTo(BEGUN);
        assertThat(again.alarm()).isZero();
        // Whoever then asks for a person does not move down.
        var asks = new Turn(again.after(), BEGUN.plusSeconds(100));
        handovers.enter(asks, "samtale");
        assertThat(asks.after().envelope().spot().queue()).isEqualTo("akutt");
    }

    @Test
    void callsTheNextOnesAgainAndAgain() {
        var chat = entering(Chats.fresh(BEGUN), Level.HIGH, 0).after();
        var alarms = new ArrayList<Integer>();
        var times = new ArrayList<Long>();
        for (int i = 0; i < 5; i++) {
            var due = chat.envelope().clocks().get(Clock.STEP);
            times.add(Duration.between(BEGUN, due).toSeconds());
            var turn = new Turn(chat, due);
            handovers.callNext(turn);
            alarms.add(turn.alarm());
            chat = turn.after();
        }
        assertThat(alarms).containsExactly(1, 2, 3, 3, 3);
        assertThat(times).containsExactly(20L, 60L, 120L, 180L, 240L);
    }

    @Test
    void callsTheSecondLineAtTheLastStepAndAtEachRepetition() {
        var chat = entering(Chats.fresh(BEGUN), Level.HIGH, 0).after();
        for (int step = 1; step <= 5; step++) {
            var turn = new Turn(chat, chat.envelope().clocks().get(Clock.STEP));
            handovers.callNext(turn);
            chat = turn.after();
            assertThat(chat.envelope().clocks().get(Clock.CALL)).isEqualTo(step < 3 ? null : turn.now());
        }
    }

    @Test
    void callsTheSecondLineAtOnceAndAtEachStepWhenRiskWaitsAndNobodyTakesFromItsQueue() {
        staffed = false;
        var chat = entering(Chats.fresh(BEGUN), Level.HIGH, 0).after();
        assertThat(chat.envelope().clocks()).containsEntry(Clock.CALL, BEGUN);
        var turn = new Turn(chat, chat.envelope().clocks().get(Clock.STEP));
        handovers.callNext(turn);
        assertThat(turn.after().envelope().clocks()).containsEntry(Clock.CALL, turn.now());
        var claimed = new Turn(turn.after(), turn.now());
        handovers.claim(claimed, "kari", "Kari");
        assertThat(claimed.after().envelope().clocks()).doesNotContainKey(Clock.CALL);
        // The only one on duty is lost: the chat is back and nobody is there.
        var lost = new Turn(claimed.after(), turn.now().plusSeconds(30));
        handovers.release(lost);
        assertThat(lost.after().envelope().clocks()).containsEntry(Clock.CALL, lost.now());
    }

    @Test
    void callsNobodyOutsideAboutAnOrdinaryChatWhoHasBeenToldThatItIsClosed() {
        staffed = false;
        var calm = new Turn(Chats.fresh(BEGUN), BEGUN);
        handovers.enter(calm, "samtale");
        var chat = calm.after();
        for (int step = 1; step <= 5; step++) {
            var turn = new Turn(chat, chat.envelope().clocks().get(Clock.STEP));
            handovers.callNext(turn);
            chat = turn.after();
            assertThat(chat.envelope().clocks()).doesNotContainKey(Clock.CALL);
        }
    }

    @Test
    void triesACallAgainLaterEachTimeUntilItHasGoneOut() {
        staffed = false;
        var chat = entering(Chats.fresh(BEGUN), Level.ACUTE, 0).after();
        var pauses = new ArrayList<Long>();
        for (int i = 0; i < 8; i++) {
            var due = chat.envelope().clocks().get(Clock.CALL);
            var begin = new Turn(chat, due);
            var begun = handovers.beginCall(begin);
            // While it is being made it is nobody else's, but not for ever.
            assertThat(begin.after().envelope().clocks().get(Clock.CALL))
                    .isBetween(due.plus(SecondLine.LONGEST_CALL), due.plusSeconds(30));
            var end = new Turn(begin.after(), due);
            handovers.endCall(end, begun, Summons.State.FAILED);
            chat = end.after();
            pauses.add(Duration.between(due, chat.envelope().clocks().get(Clock.CALL))
                    .toSeconds());
        }
        assertThat(pauses).containsExactly(2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        var begin = new Turn(chat, chat.envelope().clocks().get(Clock.CALL));
        var begun = handovers.beginCall(begin);
        var end = new Turn(begin.after(), begin.now());
        handovers.endCall(end, begun, Summons.State.SENT);
        assertThat(end.after().envelope().clocks()).doesNotContainKey(Clock.CALL);
        assertThat(Card.of(chat.id(), end.after().envelope()).secondLine()).isEqualTo("sent");
        // What is told late of a call that another has followed changes nothing.
        var late = new Turn(end.after(), begin.now());
        handovers.endCall(late, begun, Summons.State.FAILED);
        assertThat(late.after().envelope().summons().state()).isEqualTo(Summons.State.SENT);
    }

    private Turn entering(Chat chat, Level level, int afterSeconds) {
        var turn = new Turn(chat, BEGUN.plusSeconds(afterSeconds));
        turn.raise(level, Category.SUICIDE);
        handovers.enter(turn, "akutt");
        return turn;
    }
}
