package no.innom.conversation.handovers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * The promise, tried: whatever visitors, staff and time do at once, on two nodes that die and lose answers, every chat
 * that was handed over is in exactly one queue or held by exactly one person, in its order, and every deadline is rung
 * once. Each play is held against a {@link ModelChat model} of the rules, and can be repeated from its seed.
 *
 * <p>The same thousand plays each time, so that a build does not fail for want of luck; {@code
 * -Djqwik.tries.default=20000} goes on to plays that nobody has seen. What such a one found stands here by name.
 */
class HandoversIT {
    private static final int ENOUGH_PLAYS = 300;

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

    private static Move.Round round(Move.Between before, int span, Move move) {
        return new Move.Round(before, 0, 0, span, List.of(move), 0, Move.Mishap.NONE, 0);
    }

    @Provide
    Arbitrary<List<Move.Round>> rounds() {
        return Combinators.combine(scene(), round().list().ofMinSize(1).ofMaxSize(8))
                .as((scene, rounds) ->
                        Stream.concat(scene.stream(), rounds.stream()).toList());
    }

    /** Where a play begins: each chat is with the bot, waits, or is held by one of the two who are on duty. */
    private static Arbitrary<List<Move.Round>> scene() {
        return number(4).list().ofSize(Play.CHATS).map(begins -> IntStream.range(0, Play.CHATS)
                .boxed()
                .flatMap(chat -> switch (begins.get(chat)) {
                    case 0 -> Stream.of();
                    case 1 -> Stream.of(round(Move.Kind.HUMAN, 0, chat));
                    default ->
                        Stream.of(round(Move.Kind.HUMAN, 0, chat), round(Move.Kind.CLAIM, begins.get(chat) - 2, chat));
                })
                .toList());
    }

    private static Move.Round round(Move.Kind kind, int who, int chat) {
        return round(Move.Between.NOTHING, 0, new Move(kind, who, chat, who, 0, false));
    }

    private static Arbitrary<Move.Round> round() {
        var before = Arbitraries.frequency(
                Tuple.of(5, Move.Between.NOTHING),
                Tuple.of(1, Move.Between.COME),
                Tuple.of(1, Move.Between.DROP),
                Tuple.of(1, Move.Between.ON_DUTY),
                Tuple.of(1, Move.Between.OFF_DUTY),
                Tuple.of(4, Move.Between.TIME));
        var mishap = Arbitraries.frequency(
                Tuple.of(20, Move.Mishap.NONE),
                Tuple.of(4, Move.Mishap.ANSWER_LOST),
                Tuple.of(3, Move.Mishap.REFUSED),
                Tuple.of(1, Move.Mishap.NODE_DIES),
                Tuple.of(1, Move.Mishap.NODE_DIES_WITH_A_CALL_ON_ITS_WAY));
        return Combinators.combine(
                        before,
                        number(Play.STAFF.size()),
                        number(2),
                        number(Play.SPANS.size()),
                        move().list().ofMinSize(1).ofMaxSize(4),
                        number(1_000_000),
                        mishap,
                        number(16))
                .as(Move.Round::new);
    }

    private static Arbitrary<Move> move() {
        var kind = Arbitraries.frequency(
                Tuple.of(5, Move.Kind.SAY),
                Tuple.of(4, Move.Kind.HUMAN),
                Tuple.of(1, Move.Kind.LEAVE),
                Tuple.of(1, Move.Kind.ERASE),
                Tuple.of(6, Move.Kind.CLAIM),
                Tuple.of(5, Move.Kind.CLAIM_NEXT),
                Tuple.of(3, Move.Kind.ANSWER),
                Tuple.of(3, Move.Kind.RELEASE),
                Tuple.of(2, Move.Kind.TRANSFER),
                Tuple.of(2, Move.Kind.GIVE),
                Tuple.of(2, Move.Kind.CLOSE),
                Tuple.of(8, Move.Kind.SWEEP));
        var twice = Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true));
        return Combinators.combine(kind, number(2 * Play.STAFF.size()), number(Play.CHATS), number(2), number(3), twice)
                .as(Move::new);
    }

    private static Arbitrary<Integer> number(int below) {
        return Arbitraries.integers().between(0, below - 1).withoutEdgeCases();
    }
}
