package no.innom.conversation;

import io.vertx.core.Future;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import no.innom.chat.Chat;
import no.innom.chat.ChatId;
import no.innom.chat.ChatStore;
import no.innom.chat.Envelope;
import no.innom.chat.Status;
import no.innom.chat.Turn;
import no.innom.duty.Shift;
import no.innom.escalation.Handovers;
import no.innom.escalation.Order;
import no.innom.escalation.Queues;
import no.innom.escalation.Seats;
import org.jspecify.annotations.Nullable;

/** How a chat comes to a person: who may take it, who is first, and whether there is room. */
final class Claims {
    private final Commits commits;
    private final ChatStore store;
    private final Handovers handovers;
    private final Queues queues;
    private final Seating seating;
    private final Order order;

    Claims(Parts parts) {
        this.commits = parts.commits();
        this.store = parts.store();
        this.handovers = parts.handovers();
        this.queues = parts.queues();
        this.seating = new Seating(store, parts.seats(), queues.rules());
        this.order = queues.rules().order();
    }

    /**
     * Takes that chat, or with null the one that should be taken first of those that the person serves. A chat that
     * they hold already, by another tab or a claim sent twice, is theirs again.
     */
    Future<ChatId> claim(Shift shift, @Nullable ChatId wanted) {
        return wanted == null
                ? next(shift, new HashSet<>())
                : holds(shift, wanted).compose(mine -> mine ? Future.succeededFuture(wanted) : that(shift, wanted));
    }

    /** Changes a chat so that the person holds it afterwards; fails with {@code at_capacity} when there is no room. */
    Future<@Nullable Chat> seat(Shift person, ChatId id, Consumer<Turn> decide) {
        // Half of the time for which the seat is taken, so that the store has the other half.
        var until = commits.now().plus(Seats.TAKEN_FOR.dividedBy(2));
        return seating.seat(
                person,
                id,
                () -> commits.change(id, turn -> {
                    if (turn.now().isAfter(until)) {
                        throw new RefusedException(Refusal.UNAVAILABLE);
                    }
                    decide.accept(turn);
                }));
    }

    /** Fails unless the person's roles serve the chat's queue. */
    void mustServe(Turn turn, Shift shift) {
        var spot = Objects.requireNonNull(turn.spot(), "a chat that waits has a place");
        if (!queues.serves(shift.roles(), spot.queue())) {
            throw new RefusedException(Refusal.NOT_ALLOWED);
        }
    }

    static boolean isHolder(Chat chat, Shift shift) {
        var holder = chat.envelope().holder();
        return holder != null && holder.user().equals(shift.user());
    }

    private Future<ChatId> next(Shift shift, Set<ChatId> lost) {
        if (!shift.on()) {
            return Future.failedFuture(new RefusedException(Refusal.NOT_ALLOWED));
        }
        return store.waiting().compose(waiting -> {
            var next = waiting.entrySet().stream()
                    .filter(entry -> !lost.contains(entry.getKey()) && queues.serves(shift, queue(entry)))
                    .min(order.at(commits.now()));
            if (next.isEmpty()) {
                return Future.failedFuture(new RefusedException(Refusal.NONE_WAITING));
            }
            var id = next.get().getKey();
            return that(shift, id).recover(e -> {
                if (e instanceof RefusedException refused && refused.refusal() != Refusal.AT_CAPACITY) {
                    // Somebody else was faster: the next one then.
                    lost.add(id);
                    return next(shift, lost);
                }
                return Future.failedFuture(e);
            });
        });
    }

    private Future<ChatId> that(Shift shift, ChatId id) {
        return seat(shift, id, turn -> take(turn, shift))
                .map(id)
                .recover(e -> e instanceof RefusedException refused && refused.refusal() == Refusal.TAKEN
                        ? takenBy(shift, id)
                        : Future.failedFuture(e));
    }

    /** Somebody was faster: oneself, by another tab, or another; or it is over by now. */
    private Future<ChatId> takenBy(Shift shift, ChatId id) {
        return store.load(id, null).compose(loaded -> {
            if (loaded.isEmpty()) {
                return Future.failedFuture(new RefusedException(Refusal.NO_SUCH_CHAT));
            }
            return isHolder(loaded.get().chat(), shift)
                    ? Future.succeededFuture(id)
                    : Future.failedFuture(new RefusedException(Refusal.TAKEN));
        });
    }

    private void take(Turn turn, Shift shift) {
        if (turn.status() == Status.HUMAN) {
            throw new RefusedException(Refusal.TAKEN);
        }
        if (turn.status() != Status.WAITING) {
            throw new RefusedException(Refusal.NO_SUCH_CHAT);
        }
        if (!shift.on()) {
            throw new RefusedException(Refusal.NOT_ALLOWED);
        }
        mustServe(turn, shift);
        handovers.claim(turn, shift.user(), shift.name());
    }

    private Future<Boolean> holds(Shift shift, ChatId id) {
        return store.load(id, null)
                .map(loaded -> loaded.isPresent() && isHolder(loaded.get().chat(), shift));
    }

    private static String queue(Map.Entry<ChatId, Envelope> entry) {
        var spot = entry.getValue().spot();
        return spot == null ? "" : spot.queue();
    }
}
