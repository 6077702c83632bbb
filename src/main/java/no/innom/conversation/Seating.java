package no.innom.conversation;

import io.vertx.core.Future;
import java.util.HashSet;
import java.util.function.Supplier;
import no.innom.chat.ChatId;
import no.innom.chat.ChatStore;
import no.innom.chat.StoreAwayException;
import no.innom.duty.Shift;
import no.innom.escalation.Rules;
import no.innom.escalation.Seats;

/**
 * Holds people to the chats that they have room for. Whoever has a seat free may take a chat, whatever it weighs:
 * nobody in danger waits for half a seat. Never more than that, also when several tabs or nodes claim at once.
 */
final class Seating {
    private final ChatStore store;
    private final Seats seats;
    private final Rules rules;

    Seating(ChatStore store, Seats seats, Rules rules) {
        this.store = store;
        this.seats = seats;
        this.rules = rules;
    }

    /**
     * Gives the person the chat if there is room; fails with {@code at_capacity} otherwise.
     *
     * @param claim takes the chat; it must be stored, or have failed, within {@link Seats#TAKEN_FOR}
     */
    <T> Future<T> seat(Shift person, ChatId chat, Supplier<Future<T>> claim) {
        return seats.take(person.user(), chat).compose(seat -> taken(seat, chat)
                .compose(load -> load < person.capacity()
                        ? claim.get()
                        : Future.failedFuture(new RefusedException(Refusal.AT_CAPACITY)))
                .onComplete(done -> {
                    // What failed because the store is away may be stored all the same: its seat runs out.
                    if (!(done.cause() instanceof StoreAwayException)) {
                        seats.giveBack(seat);
                    }
                }));
    }

    /** How many seats are taken by what the person holds, and is about to hold by earlier claims. */
    private Future<Integer> taken(Seats.Seat seat, ChatId mine) {
        return store.held().compose(held -> {
            var chats = new HashSet<>(seat.before());
            held.forEach((chat, user) -> {
                if (user.equals(seat.user())) {
                    chats.add(chat);
                }
            });
            chats.remove(mine);
            var weights = chats.stream().map(chat -> weight(seat.user(), chat)).toList();
            return Future.all(weights)
                    .map(all -> weights.stream().mapToInt(Future::result).sum());
        });
    }

    private Future<Integer> weight(String user, ChatId chat) {
        return store.load(chat, null).map(loaded -> {
            if (loaded.isEmpty()) {
                return 0;
            }
            var envelope = loaded.get().chat().envelope();
            var holder = envelope.holder();
            boolean others = holder != null && !holder.user().equals(user);
            return others ? 0 : rules.weight(envelope.level());
        });
    }
}
