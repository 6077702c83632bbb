package no.innom.conversation;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import no.innom.chat.Chat;
import no.innom.chat.ChatBus;
import no.innom.chat.ChatEvent;
import no.innom.chat.ChatId;
import no.innom.chat.ChatStore;
import no.innom.chat.Clock;
import no.innom.chat.Saved;
import no.innom.chat.Status;
import no.innom.chat.StoreAwayException;
import no.innom.chat.Turn;
import org.jspecify.annotations.Nullable;

/**
 * Changes a chat: loads it, lets somebody decide, stores what was decided in one step, and tells. When somebody else
 * was faster, it begins again with what they left, so that a decision is always about the chat as it is.
 */
public final class Commits {
    /** So often at most another writer may be faster; more than the visitor, the staff and the clock never write. */
    private static final int MOST_TRIES = 20;

    private final ChatStore store;
    private final ChatBus bus;
    private final InstantSource clock;
    private final Duration retention;
    private final Duration idle;
    private final Waits waits;

    /**
     * @param retention how long the text is kept after the last word
     * @param idle a chat without a word for so long is closed
     */
    public Commits(ChatStore store, ChatBus bus, InstantSource clock, Duration retention, Duration idle, Waits waits) {
        this.store = store;
        this.bus = bus;
        this.clock = clock;
        this.retention = retention;
        this.idle = idle;
        this.waits = waits;
    }

    /** Now, by the clock of the service. */
    public Instant now() {
        return clock.instant();
    }

    /** What measures how long people wait. */
    Waits waits() {
        return waits;
    }

    /**
     * Changes a chat that there is.
     *
     * @param receipt under which a message sent again is known, or null
     * @param decide writes into the turn, or throws {@link RefusedException}; may be called several times
     * @param stored is called with the message's number once all is stored, before anybody is told; also when it was
     *     stored before
     * @return the chat afterwards, or null when the message had been stored before; fails with
     *     {@link RefusedException} ({@code unknown_key} when there is no such chat) or {@link StoreAwayException}
     */
    public Future<@Nullable Chat> change(
            ChatId chat, @Nullable String receipt, Consumer<Turn> decide, LongConsumer stored) {
        return attempt(chat, receipt, decide, stored, clock.instant(), 1);
    }

    /** Changes a chat without a message of its own. */
    public Future<@Nullable Chat> change(ChatId chat, Consumer<Turn> decide) {
        return change(chat, null, decide, seq -> {});
    }

    /** Stores a new chat with its first turn. {@code stored} is called before anybody is told. */
    public Future<Chat> begin(Turn turn, Consumer<Chat> stored) {
        wind(turn);
        return store.save(turn).compose(saved -> {
            if (saved instanceof Saved.Done done) {
                stored.accept(done.chat());
                tell(turn, done.chat());
                waits.changed(turn, turn.now());
                return Future.succeededFuture(done.chat());
            }
            return Future.failedFuture(new IllegalStateException("a new chat's name is taken"));
        });
    }

    private Future<@Nullable Chat> attempt(
            ChatId id, @Nullable String receipt, Consumer<Turn> decide, LongConsumer stored, Instant asked, int tries) {
        return store.load(id, receipt).compose(loaded -> {
            if (loaded.isEmpty()) {
                return Future.failedFuture(new RefusedException(Refusal.UNKNOWN_KEY));
            }
            var already = loaded.get().already();
            if (already != null) {
                stored.accept(already);
                return Future.succeededFuture();
            }
            var turn = new Turn(loaded.get().chat(), clock.instant());
            decide.accept(turn);
            wind(turn);
            return store.save(turn).compose(saved -> {
                if (saved instanceof Saved.Done done) {
                    var mine = turn.receipt();
                    stored.accept(mine == null ? 0 : mine.seq());
                    tell(turn, done.chat());
                    waits.changed(turn, asked);
                    return Future.succeededFuture(done.chat());
                }
                if (saved instanceof Saved.Already before) {
                    stored.accept(before.seq());
                    return Future.succeededFuture();
                }
                if (saved instanceof Saved.Gone) {
                    return Future.failedFuture(new RefusedException(Refusal.UNKNOWN_KEY));
                }
                return tries < MOST_TRIES
                        ? attempt(id, receipt, decide, stored, asked, tries + 1)
                        : Future.failedFuture(new StoreAwayException(new IllegalStateException("too many writers")));
            });
        });
    }

    /** Sets the clocks that follow from what the chat has become. */
    private void wind(Turn turn) {
        var after = turn.after().envelope();
        turn.clock(Clock.RETENTION, after.lastWord().plus(retention));
        // Who waits for a person is owed one: such a chat is never closed for want of words.
        boolean closes = after.status() == Status.BOT || after.status() == Status.HUMAN;
        turn.clock(Clock.IDLE, closes ? idleUntil(turn) : null);
        if (!after.closing()) {
            turn.clock(Clock.CLOSING, null);
        }
    }

    /** A person who has just taken a chat is given time to write, however long ago the last word was. */
    private Instant idleUntil(Turn turn) {
        var before = turn.before().envelope();
        var after = turn.after().envelope();
        var wordless = after.lastWord().plus(idle);
        var set = before.clocks().getOrDefault(Clock.IDLE, wordless);
        var least = set.isAfter(wordless) ? set : wordless;
        return before.tokens() == after.tokens() ? least : turn.now().plus(idle);
    }

    private void tell(Turn turn, Chat after) {
        bus.ring(new ChatEvent.Changed(after, turn.said(), turn.departure(), turn.alarm()));
    }
}
