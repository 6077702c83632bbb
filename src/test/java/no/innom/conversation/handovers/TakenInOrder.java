package no.innom.conversation.handovers;

import static no.innom.conversation.handovers.Crew.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;

/** Who asks for the next gets the first of those that waited all the while. */
final class TakenInOrder {
    static final String AGED = "one that had waited long was taken before a graver one";

    private final Stage stage;
    private final Crew crew;
    private final Chats chats;
    private final List<Integer> waited;

    /**
     * Before a round.
     *
     * @param waited who waits, in order
     */
    TakenInOrder(Stage stage, Crew crew, Chats chats, List<Integer> waited) {
        this.stage = stage;
        this.crew = crew;
        this.chats = chats;
        this.waited = waited;
    }

    /** After it: what was done, all at once. */
    void after(List<Doing> doings) {
        var changed = new HashSet<Integer>();
        var taken = new HashSet<Integer>();
        for (var doing : doings) {
            if (doing.move.kind() == Move.Kind.SWEEP) {
                changed.addAll(waited);
            } else if (doing.move.kind() != Move.Kind.CLAIM_NEXT) {
                changed.add(doing.move.chat());
            } else if (doing.answered == null) {
                taken.addAll(waited);
            } else if (doing.claimed != null) {
                taken.add(chats.number(doing.claimed));
            }
        }
        var stood = waited.stream()
                .filter(chat -> !changed.contains(chat) && !taken.contains(chat))
                .toList();
        for (var doing : doings) {
            if (doing.move.kind() == Move.Kind.CLAIM_NEXT && doing.answered != null && doing.wasOn) {
                int got = doing.claimed == null ? -1 : chats.number(doing.claimed);
                boolean sure = got < 0 || (waited.contains(got) && !changed.contains(got));
                stood.forEach(other -> wasNotBefore(doing, got, sure, other));
            }
        }
    }

    private void wasNotBefore(Doing doing, int got, boolean sure, int other) {
        var user = STAFF.get(doing.move.who());
        if (crew.serves(user, chats.model(other).spot.queue())) {
            assertThat(got)
                    .as("%s was told that nobody waits, and %s did", user, other)
                    .isNotNegative();
            if (sure && chats.model(got).level.compareTo(chats.model(other).level) < 0) {
                stage.count(AGED);
            }
            assertThat(!sure || waited.indexOf(got) < waited.indexOf(other))
                    .as("%s was taken before %s", got, other)
                    .isTrue();
        }
    }
}
