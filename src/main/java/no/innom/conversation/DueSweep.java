package no.innom.conversation;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import no.innom.chat.Chat;
import no.innom.chat.ChatBus;
import no.innom.chat.ChatEvent;
import no.innom.chat.ChatId;
import no.innom.chat.ChatStore;
import no.innom.chat.Clock;
import no.innom.chat.Status;
import no.innom.chat.Turn;
import no.innom.duty.OnDuty;
import no.innom.escalation.Deadlines;
import no.innom.escalation.Handovers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What time does to chats. Every node sweeps; two at once do no harm, since each change is stored only if the chat is
 * still as it was, and is decided anew otherwise.
 */
public final class DueSweep {
    private static final Logger LOG = LoggerFactory.getLogger(DueSweep.class);

    private final Commits commits;
    private final ChatStore store;
    private final ChatBus bus;
    private final Handovers handovers;
    private final OnDuty onDuty;
    private final Bot bot;
    private final Words words;
    private final Callout callout;

    DueSweep(Parts parts, Bot bot, Words words) {
        this.commits = parts.commits();
        this.store = parts.store();
        this.bus = parts.bus();
        this.handovers = parts.handovers();
        this.onDuty = parts.onDuty();
        this.bot = bot;
        this.words = words;
        this.callout = new Callout(commits, handovers, parts.secondLine());
    }

    /** Does everything that has fallen due. Never fails; what could not be done is done by the next sweep. */
    public Future<Void> sweep() {
        return store.due(commits.now())
                .compose(all -> Future.join(
                        onlyTheEndOfWhatEnds(all).stream().map(this::handle).toList()))
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    /** Nothing else falls due in a chat whose retention is over: it would only keep it. */
    private static List<ChatStore.Due> onlyTheEndOfWhatEnds(List<ChatStore.Due> all) {
        var ending = all.stream()
                .filter(due -> due.clock() == Clock.RETENTION)
                .map(ChatStore.Due::chat)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(due -> due.clock() == Clock.RETENTION || !ending.contains(due.chat()))
                .toList();
    }

    private Future<?> handle(ChatStore.Due due) {
        Future<?> done =
                switch (due.clock()) {
                    case RETENTION -> expireIfOver(due.chat());
                    case CALL -> callout.due(due.chat());
                    case LEASE -> prolongOrReturn(due.chat());
                    default -> commits.change(due.chat(), turn -> strike(turn, due.clock()));
                };
        return done.recover(e -> {
            if (e instanceof RefusedException refused) {
                // Without a chat there is only its entry in the clock left.
                return refused.refusal() == Refusal.UNKNOWN_KEY
                        ? expire(due.chat(), 0).mapEmpty()
                        : Future.succeededFuture();
            }
            LOG.warn("Something that fell due ({}) waits for the next sweep: {}", due.clock(), e.getMessage());
            return Future.succeededFuture();
        });
    }

    private Future<Boolean> expireIfOver(ChatId chat) {
        return store.load(chat, null)
                .compose(loaded -> loaded.isEmpty()
                        ? expire(chat, 0)
                        : expireIfDue(loaded.get().chat()));
    }

    private Future<Boolean> expireIfDue(Chat chat) {
        return isDue(chat.envelope().clocks().get(Clock.RETENTION))
                ? expire(chat.id(), chat.rev()).onSuccess(done -> {
                    if (done) {
                        commits.waits().ended(chat.envelope());
                    }
                })
                : Future.succeededFuture(false);
    }

    private Future<Boolean> expire(ChatId chat, long rev) {
        return store.expire(chat, rev).onSuccess(done -> {
            if (done) {
                bus.ring(new ChatEvent.Gone(chat, "expired"));
            }
        });
    }

    /** Most leases fall due with their holder there, and many at once: that is no change of the chat. */
    private Future<Void> prolongOrReturn(ChatId chat) {
        return store.holder(chat).compose(holder -> {
            var shift = holder.map(onDuty::of).orElse(null);
            return shift == null
                    ? commits.change(chat, turn -> strike(turn, Clock.LEASE))
                            .onSuccess(this::countDrop)
                            .mapEmpty()
                    : store.prolong(chat, shift.user(), shift.until()).mapEmpty();
        });
    }

    private void countDrop(@Nullable Chat after) {
        if (after != null && after.envelope().waiting()) {
            commits.waits().dropped(after.envelope().level());
        }
    }

    private void strike(Turn turn, Clock clock) {
        if (!isDue(turn.before().envelope().clocks().get(clock))) {
            // Another node was faster, or somebody has written meanwhile.
            throw new RefusedException(Refusal.NOT_EXPECTED);
        }
        switch (clock) {
            case STEP -> callNext(turn);
            case LEASE -> returnUnlessHere(turn);
            case REMIND -> turn.clock(Clock.REMIND, null);
            case OFFER -> offer(turn);
            case IDLE, CLOSING -> bot.close(turn);
            case RETENTION, CALL -> throw new IllegalArgumentException("handled before");
        }
    }

    private void callNext(Turn turn) {
        var before = turn.spot();
        handovers.callNext(turn);
        var spot = turn.spot();
        boolean lastOnes = spot != null
                && before != null
                && before.step() < Deadlines.LAST_STEP
                && spot.step() >= Deadlines.LAST_STEP;
        if (turn.status() == Status.WAITING && lastOnes) {
            turn.bot(words.say(turn, "waiting-long"), bot.asking(turn).orElse(null), List.of());
        }
    }

    /** The holder is here and silent, also after a reminder: somebody else may come. */
    private void offer(Turn turn) {
        if (turn.status() != Status.HUMAN) {
            turn.clock(Clock.OFFER, null);
            return;
        }
        handovers.release(turn);
        turn.bot(words.say(turn, onDuty.open() ? "offered-to-others" : "offered-to-others-closed"), null, List.of());
    }

    private void returnUnlessHere(Turn turn) {
        var holder = turn.holder();
        if (holder == null || turn.status() != Status.HUMAN) {
            turn.clock(Clock.LEASE, null);
            return;
        }
        var shift = onDuty.of(holder.user());
        if (shift != null) {
            turn.clock(Clock.LEASE, shift.until());
            return;
        }
        if (!onDuty.knowsWhoIsGone(handovers.lease())) {
            // The store was away, and with it what the other nodes' consoles have told since.
            throw new RefusedException(Refusal.NOT_EXPECTED);
        }
        handovers.release(turn);
        turn.bot(words.say(turn, onDuty.open() ? "returned-to-queue" : "returned-to-queue-closed"), null, List.of());
    }

    private boolean isDue(@Nullable Instant at) {
        return at != null && !at.isAfter(commits.now());
    }
}
