package no.innom.conversation.handovers;

import java.util.List;

/**
 * Something that somebody does.
 *
 * @param who the staff member, by number; beyond the last, whoever holds the chat; for a visitor's move nobody
 * @param chat the chat, by number
 * @param node on which node
 * @param with the level, queue, colleague or span of time, by number
 * @param twice whether it is sent a second time before the first is answered, to the other node
 */
record Move(Kind kind, int who, int chat, int node, int with, boolean twice) {

    /** The same, done by that one. */
    Move by(int other) {
        return new Move(kind, other, chat, node, with, twice);
    }

    /** What can be done. */
    enum Kind {
        SAY,
        HUMAN,
        LEAVE,
        ERASE,
        CLAIM,
        CLAIM_NEXT,
        ANSWER,
        RELEASE,
        TRANSFER,
        GIVE,
        CLOSE,
        SWEEP;

        /** Whether it puts a message with the sender's own id into the log. */
        boolean speaks() {
            return this == SAY || this == HUMAN || this == ANSWER;
        }
    }

    /** What happens between the rounds, while nothing else does. */
    enum Between {
        NOTHING,
        COME,
        DROP,
        ON_DUTY,
        OFF_DUTY,
        TIME
    }

    /** What goes wrong during a round. */
    enum Mishap {
        NONE,
        ANSWER_LOST,
        REFUSED,
        /** The second line takes no call. */
        TELEPHONE_BUSY,
        /** No second line has been set up. */
        NO_TELEPHONE,
        NODE_DIES,
        NODE_DIES_WITH_A_CALL_ON_ITS_WAY;

        /** Whether it comes to one of the calls to the store. */
        boolean isOnTheWay() {
            return this != NONE && this != TELEPHONE_BUSY && this != NO_TELEPHONE;
        }
    }

    /**
     * Moves that are made at once.
     *
     * @param before what happens before them, to {@code who}, at {@code node}, for {@code span}
     * @param order draws the order in which the calls to the store are let through
     * @param at at which of them the mishap comes
     */
    record Round(Between before, int who, int node, int span, List<Move> moves, int order, Mishap mishap, int at) {}
}
