package no.innom.conversation.handovers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
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

    /**
     * Where a play begins: each chat is with the bot, waits, waits at risk, or is held by one of the two who are on
     * duty; some have waited for hours when the others come, and sometimes nobody is on duty.
     */
    private static Arbitrary<List<Move.Round>> scene() {
        var chats = Combinators.combine(number(6), number(6)).as((is, longAgo) -> begins(is, longAgo == 0));
        return Combinators.combine(chats.list().ofSize(Chats.MANY), number(10)).as((all, duty) -> {
            var rounds = new ArrayList<Move.Round>();
            var nobody = List.of(offDuty(0), offDuty(1));
            if (duty == 0) {
                rounds.addAll(nobody);
            }
            IntStream.range(0, Chats.MANY)
                    .forEach(chat -> rounds.addAll(all.get(chat).apply(chat)));
            if (duty == 0) {
                rounds.add(calledInVain());
            } else if (duty == 1) {
                rounds.addAll(nobody);
            }
            return rounds;
        });
    }

    private static IntFunction<List<Move.Round>> begins(int is, boolean longAgo) {
        return chat -> {
            var rounds = new ArrayList<Move.Round>();
            switch (is) {
                case 0 -> {}
                case 1 -> rounds.add(round(Move.Kind.HUMAN, 0, chat));
                case 2 -> rounds.add(round(Move.Between.NOTHING, 0, new Move(Move.Kind.SAY, 0, chat, 0, 1, false)));
                default -> {
                    rounds.add(round(Move.Kind.HUMAN, 0, chat));
                    rounds.add(round(Move.Kind.CLAIM, is % 2, chat));
                }
            }
            if (longAgo) {
                var hours = Play.SPANS.indexOf(Duration.ofHours(3));
                rounds.add(new Move.Round(Move.Between.TIME, 0, 0, hours, List.of(), 0, Move.Mishap.NONE, 0));
            }
            return rounds;
        };
    }

    private static Move.Round calledInVain() {
        var sweep = new Move(Move.Kind.SWEEP, 0, 0, 0, 0, false);
        return new Move.Round(Move.Between.NOTHING, 0, 0, 0, List.of(sweep), 0, Move.Mishap.TELEPHONE_BUSY, 0);
    }

    private static Move.Round offDuty(int who) {
        return new Move.Round(Move.Between.OFF_DUTY, who, 0, 0, List.of(), 0, Move.Mishap.NONE, 0);
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
                Tuple.of(3, Move.Mishap.TELEPHONE_BUSY),
                Tuple.of(2, Move.Mishap.NO_TELEPHONE),
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
