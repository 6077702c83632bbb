package no.innom.conversation.handovers;

import static no.innom.conversation.handovers.Crew.STAFF;
import static no.innom.conversation.handovers.Doing.LEVELS;
import static no.innom.conversation.handovers.Doing.QUEUES;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import no.innom.chat.ChatId;
import no.innom.chat.ChatStore;
import no.innom.chat.Clock;

/** What may have been done to a chat in a round, each with the rule of the model for it. */
final class Account {
    private final Stage stage;
    private final Crew crew;
    private final Chats chats;

    Account(Stage stage, Crew crew, Chats chats) {
        this.stage = stage;
        this.crew = crew;
        this.chats = chats;
    }

    /**
     * All that may have been done to one chat.
     *
     * @param due what was due when the round began
     * @param mishap whether something went wrong on the way to the store
     * @param isGone whether there is no such chat now
     */
    List<Linear.Done> of(int chat, List<Doing> doings, Set<ChatStore.Due> due, boolean mishap, boolean isGone) {
        var done = new ArrayList<Linear.Done>();
        var id = chats.id(chat);
        for (var doing : doings) {
            var move = doing.move;
            if (move.kind() == Move.Kind.SWEEP) {
                done.addAll(struck(id, due, mishap));
            } else if (move.kind() == Move.Kind.CLAIM_NEXT) {
                // One that was over as soon as it was taken: then the next was taken, and nobody heard of this one.
                boolean passedOver = isGone && !id.equals(doing.claimed);
                boolean perhaps = doing.answered == null || passedOver;
                if (perhaps || id.equals(doing.claimed)) {
                    done.add(new Linear.Done(
                            "CLAIM_NEXT " + doing.id + "=" + doing.answered,
                            model -> rule(move, doing.id, model),
                            perhaps ? null : ModelChat.OK,
                            perhaps));
                }
            } else if (move.chat() == chat) {
                var inTheLog = doing.isInTheLog(stage.node(0), id);
                // What nobody heard the answer to, and is in the log, was taken: not refused after something else.
                boolean stored = inTheLog.orElse(false);
                if (inTheLog.orElse(true)) {
                    done.add(new Linear.Done(
                            move.kind() + " " + doing.id + "=" + doing.answered,
                            model -> rule(move, doing.id, model),
                            stored ? ModelChat.OK : doing.answered,
                            doing.answered == null && !stored));
                }
            }
        }
        return done;
    }

    private List<Linear.Done> struck(ChatId chat, Set<ChatStore.Due> due, boolean mishap) {
        var clocks = due.stream()
                .filter(one -> one.chat().equals(chat))
                .map(ChatStore.Due::clock)
                .toList();
        boolean ends = clocks.contains(Clock.RETENTION);
        return clocks.stream()
                .peek(clock -> stage.count("due " + clock.wire()))
                .map(clock -> {
                    Function<ModelChat, String> strike = model -> {
                        model.strike(clock, model.holder == null ? null : crew.hereUntil(model.holder), stage.now());
                        return null;
                    };
                    // The end of the retention gives way to whatever is done to the chat, and goes before other clocks.
                    return new Linear.Done(clock.wire(), strike, null, mishap || ends);
                })
                .toList();
    }

    private String rule(Move move, String id, ModelChat chat) {
        var user = STAFF.get(move.who());
        var now = stage.now();
        return switch (move.kind()) {
            case SAY -> chat.say(id, LEVELS.get(move.with()), now);
            case HUMAN -> chat.human(id, now);
            case LEAVE -> chat.leave();
            case ERASE -> chat.erase();
            case CLAIM, CLAIM_NEXT -> chat.claim(user, crew, now);
            case ANSWER -> chat.staffSay(id, user, now);
            case RELEASE -> chat.handOn(user, null, now);
            case TRANSFER -> chat.handOn(user, QUEUES.get(move.with()), now);
            case GIVE -> chat.give(user, STAFF.get(move.with()), crew, now);
            case CLOSE -> chat.close(user, now);
            case SWEEP -> throw new IllegalArgumentException("a sweep has no rule of its own");
        };
    }
}
