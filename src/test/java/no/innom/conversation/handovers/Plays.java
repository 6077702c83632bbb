package no.innom.conversation.handovers;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Draws plays: where they begin, and what happens then. */
final class Plays {
    private Plays() {}

    static Arbitrary<List<Move.Round>> rounds() {
        return Combinators.combine(scene(), drawn().list().ofMinSize(1).ofMaxSize(8))
                .as((scene, rounds) ->
                        Stream.concat(scene.stream(), rounds.stream()).toList());
    }

    /** A round of one move, with nothing before it. */
    static Move.Round round(Move.Kind kind, int who, int chat) {
        return round(Move.Between.NOTHING, 0, new Move(kind, who, chat, who, 0, false));
    }

    /** A round of one move. */
    static Move.Round round(Move.Between before, int span, Move move) {
        return new Move.Round(before, 0, 0, span, List.of(move), 0, Move.Mishap.NONE, 0);
    }

    /** Where a play begins: each chat is with the bot, waits, or is held by one of the two who are on duty. */
    private static Arbitrary<List<Move.Round>> scene() {
        return number(4).list().ofSize(Chats.MANY).map(begins -> IntStream.range(0, Chats.MANY)
                .boxed()
                .flatMap(chat -> switch (begins.get(chat)) {
                    case 0 -> Stream.of();
                    case 1 -> Stream.of(round(Move.Kind.HUMAN, 0, chat));
                    default ->
                        Stream.of(round(Move.Kind.HUMAN, 0, chat), round(Move.Kind.CLAIM, begins.get(chat) - 2, chat));
                })
                .toList());
    }

    private static Arbitrary<Move.Round> drawn() {
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
                        number(Crew.STAFF.size()),
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
        return Combinators.combine(kind, number(2 * Crew.STAFF.size()), number(Chats.MANY), number(2), number(3), twice)
                .as(Move::new);
    }

    private static Arbitrary<Integer> number(int below) {
        return Arbitraries.integers().between(0, below - 1).withoutEdgeCases();
    }
}
