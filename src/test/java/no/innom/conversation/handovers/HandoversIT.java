package no.innom.conversation.handovers;

import static no.innom.conversation.handovers.Plays.round;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * The promise, tried: whatever visitors, staff and time do at once, on two nodes that die and lose answers, every chat
 * that was handed over is in exactly one queue or held by exactly one person, in its order; every deadline is rung
 * once, a holder's silence is noticed, and the second line is called until it takes the call. Each play is held against
 * a {@link ModelChat model} that follows the {@link Rulebook rules}, and can be repeated from its seed.
 *
 * <p>The same thousand plays each time, so that a build does not fail for want of luck; {@code
 * -Djqwik.tries.default=20000} goes on to plays that nobody has seen. What such a one found stands here by name.
 */
class HandoversIT {
    private static final int ENOUGH_PLAYS = 1_000;

    private static Stage stage;

    @BeforeContainer
    static void open() {
        stage = new Stage();
    }

    @AfterContainer
    static void close() {
        stage.close();
        if (stage.happened().get("a play") >= ENOUGH_PLAYS) {
            assertThat(stage.happened().keySet())
                    .as("what the plays have tried")
                    .contains("a node died", "rung 0", "rung 1", "rung 2", "rung 3")
                    .contains("due step", "due lease", "due idle", "due closing", "due retention")
                    .contains("reminded", "answered after a reminder", "offered to others")
                    .contains("called at once", "called early", "called last", "called again")
                    .contains("call sent", "call failed", "call in vain", "nobody to call")
                    .contains(TakenInOrder.AGED, Aftermath.AGED)
                    .contains("CLAIM taken", "CLAIM not_allowed", "CLAIM_NEXT none_waiting", "ANSWER not_yours")
                    .containsAll(Arrays.stream(Move.Kind.values())
                            .map(kind -> kind + " ok")
                            .toList());
        }
    }

    @Property(seed = "20261122")
    void neverLosesAChatAndNeverGivesItToTwo(@ForAll("rounds") List<Move.Round> rounds) {
        new Play(stage).through(rounds);
    }

    /** Rare among random plays: nothing must happen to the chat for as long as its closing talk waits for an answer. */
    @Example
    void endsAClosingTalkThatNobodyAnswers() {
        var elevenMinutes = Play.SPANS.indexOf(Duration.ofMinutes(11));
        new Play(stage)
                .through(List.of(
                        round(Move.Kind.HUMAN, 0, 0),
                        round(Move.Kind.CLAIM, 0, 0),
                        round(Move.Kind.CLOSE, 0, 0),
                        round(Move.Between.TIME, elevenMinutes, new Move(Move.Kind.SWEEP, 0, 0, 0, 0, false))));
    }

    /** One who claims twice, and is answered after the chat's time is over. */
    @Example
    void saysThatItIsOverToWhoeverClaimsTooLate() {
        var dayLater = Play.SPANS.indexOf(Duration.ofHours(25));
        var claim = new Move(Move.Kind.CLAIM, 1, 0, 0, 0, false);
        new Play(stage)
                .through(List.of(
                        round(Move.Between.NOTHING, 0, new Move(Move.Kind.SAY, 0, 0, 0, 1, false)),
                        round(Move.Between.TIME, dayLater, new Move(Move.Kind.SAY, 0, 1, 0, 0, false)),
                        new Move.Round(
                                Move.Between.NOTHING,
                                0,
                                0,
                                0,
                                List.of(claim, claim, new Move(Move.Kind.SWEEP, 0, 0, 0, 0, false)),
                                54,
                                Move.Mishap.NONE,
                                0)));
    }

    @Provide
    Arbitrary<List<Move.Round>> rounds() {
        return Plays.rounds();
    }
}
