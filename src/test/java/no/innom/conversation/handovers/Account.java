package no.innom.conversation.handovers;

import static no.innom.conversation.handovers.Crew.STAFF;
import static no.innom.conversation.handovers.Doing.LEVELS;
import static no.innom.conversation.handovers.Doing.QUEUES;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import no.innom.chat.ChatId;
import no.innom.chat.ChatStore;
import no.innom.chat.Clock;
import no.innom.chat.Envelope;

/** What may have been done to a chat in a round, each with the rule of the model for it. */
final class Account {
    private final Stage stage;
    private final Chats chats;
    private final Rulebook rules;
    private final TimeRules time;

    Account(Stage stage, Crew crew, Chats chats) {
        this.stage = stage;
        this.chats = chats;
        this.rules = new Rulebook(stage, crew);
        this.time = new TimeRules(stage, crew);
    }

    /**
     * All that may have been done to one chat.
     *
     * @param due what was due when the round began
     * @param is what the store has of the chat now, or null
     */
    List<Linear.Done> of(int chat, List<Doing> doings, Set<ChatStore.Due> due, Linear.Heard heard, Envelope is) {
        var done = new ArrayList<Linear.Done>();
        var id = chats.id(chat);
        for (var doing : doings) {
            var move = doing.move;
            if (move.kind() == Move.Kind.SWEEP) {
                done.addAll(struck(id, due, heard, is));
            } else if (move.kind() == Move.Kind.CLAIM_NEXT) {
                // One that was over as soon as it was taken: then the next was taken, and nobody heard of this one.
                boolean passedOver = is == null && !id.equals(doing.claimed);
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

    /** What was heard outside the store since the last time, by chat. */
    IntFunction<Linear.Heard> heard(boolean mishap) {
        var rung = stage.takeRung();
        rung.forEach(ring -> stage.count("rung " + ring.step()));
        var calls = stage.telephone().takeHeard();
        return chat -> {
            var id = chats.id(chat);
            var rings = rung.stream().filter(ring -> ring.chat().equals(id)).map(ring -> ring.step() + " ");
            var told =
                    calls.stream().filter(call -> Telephone.isAbout(call, id)).map(Telephone::written);
            return new Linear.Heard(
                    rings.collect(Collectors.joining()), told.sorted().toList(), mishap);
        };
    }

    /** What a sweep may have done; whatever is due when the round begins, it has done, unless it was not so any more. */
    private List<Linear.Done> struck(ChatId chat, Set<ChatStore.Due> due, Linear.Heard heard, Envelope is) {
        var clocks = due.stream()
                .filter(one -> one.chat().equals(chat))
                .map(ChatStore.Due::clock)
                .collect(Collectors.toCollection(TreeSet::new));
        // The end of the retention gives way to whatever is done to the chat, and goes before other clocks.
        boolean perhaps = heard.mishap() || clocks.contains(Clock.RETENTION);
        clocks.forEach(clock -> stage.count("due " + clock.wire()));
        boolean called = clocks.remove(Clock.CALL);
        var done = new ArrayList<Linear.Done>();
        clocks.forEach(clock -> done.add(byItself(clock.wire(), model -> time.strike(model, clock), perhaps)));
        // A call can also fall due in the midst of a round, and be seen by another sweep or not.
        boolean begun = is != null && is.summons() != null && is.summons().tries() > 0;
        if (called || begun || !heard.told().isEmpty()) {
            done.addAll(called(perhaps || !called, heard.mishap()));
        }
        return done;
    }

    private List<Linear.Done> called(boolean perhaps, boolean mishap) {
        var done = new ArrayList<Linear.Done>();
        done.add(byItself("call", model -> time.beginCall(model, true), perhaps));
        if (mishap) {
            done.add(byItself("call unheard", model -> time.beginCall(model, false), true));
        }
        for (var became : List.of("sent", "failed")) {
            if (mishap || stage.telephone().isBusy() == became.equals("failed")) {
                done.add(new Linear.Done("call " + became, model -> time.endCall(model, became), "over", true));
            }
        }
        return done;
    }

    private static Linear.Done byItself(String what, Consumer<ModelChat> rule, boolean perhaps) {
        return new Linear.Done(
                what,
                model -> {
                    rule.accept(model);
                    return null;
                },
                null,
                perhaps);
    }

    private String rule(Move move, String id, ModelChat chat) {
        var user = STAFF.get(move.who());
        return switch (move.kind()) {
            case SAY -> rules.say(chat, id, LEVELS.get(move.with()));
            case HUMAN -> rules.human(chat, id);
            case LEAVE -> rules.leave(chat);
            case ERASE -> rules.erase(chat);
            case CLAIM, CLAIM_NEXT -> rules.claim(chat, user);
            case ANSWER -> rules.staffSay(chat, id, user);
            case RELEASE -> rules.handOn(chat, user, null);
            case TRANSFER -> rules.handOn(chat, user, QUEUES.get(move.with()));
            case GIVE -> rules.give(chat, user, STAFF.get(move.with()));
            case CLOSE -> rules.close(chat, user);
            case SWEEP -> throw new IllegalArgumentException("a sweep has no rule of its own");
        };
    }
}
