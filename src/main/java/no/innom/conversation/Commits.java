package no.innom.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

    /** The visitor's last messages are looked for among so many. */
    private static final int LOOKS_BACK = 50;

    private static final int MOST_FRESH = 5_000;
    /** What visitors have written stays in this process's memory no longer than this. */
    private static final Duration FRESH_FOR = Duration.ofSeconds(20);

    private final ChatStore store;
    private final ChatBus bus;
    private final InstantSource clock;
    private final Duration retention;
    private final Duration idle;
    private final Waits waits;
    /** Chats as this node has left them. Each is used once: whoever decides on it puts the next one here. */
    private final Cache<ChatId, Chat> fresh = Caffeine.newBuilder()
            .maximumSize(MOST_FRESH)
            .expireAfterWrite(FRESH_FOR)
            // Its few steps of tidying are no work for another thread.
            .executor(Runnable::run)
            .build();

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
        // A store that was away may come back without its last writes: another node can then have given the same rev to
        // something else.
        bus.onDoubt(fresh::invalidateAll);
        bus.listenAll(event -> {
            if (event instanceof ChatEvent.Gone gone) {
                fresh.invalidate(gone.chat());
            }
        });
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
        return attempt(new Wish(chat, receipt, decide, stored, clock.instant()), 1);
    }

    /** Changes a chat without a message of its own. */
    public Future<@Nullable Chat> change(ChatId chat, Consumer<Turn> decide) {
        return change(chat, null, decide, seq -> {});
    }

    /** Stores a new chat with its first turn. {@code stored} is called before anybody is told. */
    public Future<Chat> begin(Turn turn, Consumer<Chat> stored) {
        wind(turn);
        return saved(turn).compose(saved -> {
            if (saved instanceof Saved.Done done) {
                fresh.put(done.chat().id(), done.chat());
                stored.accept(done.chat());
                tell(turn, done.chat());
                waits.changed(turn, turn.now());
                return Future.succeededFuture(done.chat());
            }
            return Future.failedFuture(new IllegalStateException("a new chat's name is taken"));
        });
    }

    /**
     * Decides on the chat as this node left it, without reading it again: most who write in a chat write there again,
     * through the same node. When another was faster the store refuses, and a refusal is only given after looking.
     */
    private Future<@Nullable Chat> attempt(Wish wish, int tries) {
        var known = fresh.getIfPresent(wish.chat());
        if (known != null) {
            fresh.invalidate(wish.chat());
            var turn = new Turn(known, clock.instant());
            if (decides(wish, turn)) {
                return save(wish, turn, tries);
            }
        }
        return store.load(wish.chat(), wish.receipt()).compose(loaded -> {
            if (loaded.isEmpty()) {
                return Future.failedFuture(new RefusedException(Refusal.UNKNOWN_KEY));
            }
            var already = loaded.get().already();
            if (already != null) {
                // It was stored, and perhaps nobody was told: its answer can have been lost.
                bus.doubt(wish.chat());
                wish.stored().accept(already);
                return Future.succeededFuture();
            }
            return recalled(loaded.get().chat()).compose(chat -> {
                var turn = new Turn(chat, clock.instant());
                wish.decide().accept(turn);
                return save(wish, turn, tries);
            });
        });
    }

    /** With what the visitor has said lately, for whoever judges the next word by it. */
    private Future<Chat> recalled(Chat chat) {
        long before = Math.max(0, chat.envelope().seq() - LOOKS_BACK);
        return store.messages(chat, before, LOOKS_BACK).map(chat::recalled);
    }

    /** Whether anything is decided on the chat as it was known; what is refused may not be so any more. */
    private static boolean decides(Wish wish, Turn turn) {
        try {
            wish.decide().accept(turn);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private Future<@Nullable Chat> save(Wish wish, Turn turn, int tries) {
        wind(turn);
        return saved(turn).compose(saved -> {
            if (saved instanceof Saved.Done done) {
                fresh.put(wish.chat(), done.chat());
                var mine = turn.receipt();
                wish.stored().accept(mine == null ? 0 : mine.seq());
                tell(turn, done.chat());
                waits.changed(turn, wish.asked());
                return Future.succeededFuture(done.chat());
            }
            if (saved instanceof Saved.Already before) {
                bus.doubt(wish.chat());
                wish.stored().accept(before.seq());
                return Future.succeededFuture();
            }
            if (saved instanceof Saved.Gone) {
                return Future.failedFuture(new RefusedException(Refusal.UNKNOWN_KEY));
            }
            return tries < MOST_TRIES
                    ? attempt(wish, tries + 1)
                    : Future.failedFuture(new StoreAwayException(new IllegalStateException("too many writers")));
        });
    }

    /** What is not answered may have been stored all the same, and nobody told. */
    private Future<Saved> saved(Turn turn) {
        return store.save(turn).onFailure(e -> bus.doubt(turn.before().id()));
    }

    /**
     * What somebody wants done to a chat.
     *
     * @param asked when
     */
    private record Wish(
            ChatId chat, @Nullable String receipt, Consumer<Turn> decide, LongConsumer stored, Instant asked) {}

    /** Sets the clocks that follow from what the chat has become. */
    private void wind(Turn turn) {
        var after = turn.after().envelope();
        turn.clock(Clock.RETENTION, after(after.lastWord(), retention));
        // Who waits for a person is owed one: such a chat is never closed for want of words.
        boolean closes = after.status() == Status.BOT || after.status() == Status.HUMAN;
        turn.clock(Clock.IDLE, closes ? idleUntil(turn) : null);
        if (!after.closing()) {
            turn.clock(Clock.CLOSING, null);
        }
    }

    /**
     * When that time is over, or up to a five-hundredth of it sooner: the end of a day, or of two hours, need not move
     * with each word of a quick talk.
     */
    private static Instant after(Instant begin, Duration time) {
        long grain = Math.max(1, time.toMillis() / 500);
        long end = begin.plus(time).toEpochMilli();
        return Instant.ofEpochMilli(end - end % grain);
    }

    /** A person who has just taken a chat is given time to write, however long ago the last word was. */
    private Instant idleUntil(Turn turn) {
        var before = turn.before().envelope();
        var after = turn.after().envelope();
        var wordless = after(after.lastWord(), idle);
        var set = before.clocks().getOrDefault(Clock.IDLE, wordless);
        var least = set.isAfter(wordless) ? set : wordless;
        return before.tokens() == after.tokens() ? least : after(turn.now(), idle);
    }

    private void tell(Turn turn, Chat after) {
        bus.ring(new ChatEvent.Changed(after, turn.said(), turn.departure(), turn.alarm(), turn.isTalk()));
    }
}
