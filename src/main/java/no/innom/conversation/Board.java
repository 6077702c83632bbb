package no.innom.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;
import no.innom.chat.ChatBus;
import no.innom.chat.ChatEvent;
import no.innom.chat.ChatId;
import no.innom.chat.ChatStore;
import no.innom.chat.Departure;
import no.innom.chat.Envelope;
import no.innom.escalation.Card;
import no.innom.escalation.Deadlines;
import no.innom.escalation.Order;
import no.innom.risk.Level;
import org.jspecify.annotations.Nullable;

/**
 * Who waits and who is held, as this node knows it: a mirror of the store, kept fresh by the bus and read anew now and
 * then. It answers at once; whoever takes a chat asks the store. Safe for any thread.
 */
public final class Board {
    private static final int MOST_NEWEST = 10_000;
    /** Longer than two answers about one chat, on different connections, can be apart. */
    private static final Duration NEWEST_FOR = Duration.ofSeconds(10);

    private final ChatStore store;
    private final Order order;
    private final InstantSource clock;
    private final Map<ChatId, Envelope> waiting = new ConcurrentHashMap<>();
    private final Map<ChatId, String> held = new ConcurrentHashMap<>();
    /** How grave those are that are held. */
    private final Map<ChatId, Level> levels = new ConcurrentHashMap<>();

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final List<Reading> readings = new CopyOnWriteArrayList<>();
    /** The newest that was heard of each chat: two connections keep no order, and what is older must not be shown after. */
    private final Cache<ChatId, Long> newest = Caffeine.newBuilder()
            .maximumSize(MOST_NEWEST)
            .expireAfterWrite(NEWEST_FOR)
            .executor(Runnable::run)
            .build();

    /** Who shows the board. Told after the board has changed, in the order of the changes of each chat. */
    public interface Listener {
        /**
         * A chat has changed, in more than what is said in it.
         *
         * @param departure why it left its queue, if it did
         * @param alarm the step to ring at staff, or -1
         */
        void changed(ChatId chat, Envelope now, @Nullable Departure departure, int alarm);

        /** The chat and everything about it is gone. */
        void gone(ChatId chat);

        /** Somebody holds more chats or fewer. */
        void heldChanged();
    }

    /** A reading of the store that is under way. */
    private static final class Reading {
        private final Set<ChatId> changedMeanwhile = new HashSet<>();
    }

    public Board(ChatStore store, ChatBus bus, Order order, InstantSource clock) {
        this.store = store;
        this.order = order;
        this.clock = clock;
        // A store that was away may come back without its last changes, and count them anew.
        bus.onDoubt(newest::invalidateAll);
        bus.listenAll(this::hear);
    }

    /** Tells the listener of every change from now on, on the thread of the bus. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** Reads anew who waits and who is held. What changes while the answer is under way is newer than the answer. */
    public Future<Void> refresh() {
        var reading = new Reading();
        readings.add(reading);
        return Future.all(store.waiting(), store.held())
                .onSuccess(both -> {
                    synchronized (this) {
                        renew(waiting, both.resultAt(0), reading.changedMeanwhile);
                        renew(held, both.resultAt(1), reading.changedMeanwhile);
                        levels.keySet().retainAll(held.keySet());
                    }
                })
                .onComplete(done -> readings.remove(reading))
                .compose(done -> learnLevels());
    }

    /** How grave those are that were held before this node began. */
    private Future<Void> learnLevels() {
        var reads = held.keySet().stream()
                .filter(chat -> !levels.containsKey(chat))
                .map(chat -> store.load(chat, null)
                        .onSuccess(loaded -> loaded.ifPresent(one ->
                                levels.putIfAbsent(chat, one.chat().envelope().level()))))
                .toList();
        return Future.join(reads).mapEmpty();
    }

    private static <T> void renew(Map<ChatId, T> known, Map<ChatId, T> read, Set<ChatId> newer) {
        known.keySet().removeIf(chat -> !read.containsKey(chat) && !newer.contains(chat));
        read.forEach((chat, now) -> {
            if (!newer.contains(chat)) {
                known.put(chat, now);
            }
        });
    }

    /** Each chat that somebody holds, and that person's user, as it is at each moment. */
    public Map<ChatId, String> held() {
        return Collections.unmodifiableMap(held);
    }

    /**
     * How many seats somebody has given away, but for that chat.
     *
     * @param weight how many a chat of a level takes
     */
    public int seats(String user, ChatId but, ToIntFunction<Level> weight) {
        return held.entrySet().stream()
                .filter(entry ->
                        entry.getValue().equals(user) && !entry.getKey().equals(but))
                .mapToInt(entry -> weight.applyAsInt(levels.getOrDefault(entry.getKey(), Level.NONE)))
                .sum();
    }

    /** The cards, in the order in which they should be taken. */
    public List<Card> cards() {
        return waiting.entrySet().stream()
                .sorted(order.at(clock.instant()))
                .map(entry -> Card.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * A chat about which staff have been called.
     *
     * @param step the last step that rang: 0 when risk entered, 1 to 3 for the deadlines missed
     */
    public record Ringing(Card card, int step) {}

    /** The alarms that stand: for who comes later, or has loaded the page anew. */
    public List<Ringing> ringing() {
        return waiting.entrySet().stream()
                .filter(entry -> entry.getValue().atRisk() || step(entry.getValue()) > 0)
                .sorted(order.at(clock.instant()))
                .map(entry -> new Ringing(Card.of(entry.getKey(), entry.getValue()), step(entry.getValue())))
                .toList();
    }

    /** After each such time of waiting a chat counts as one level higher; empty for never. */
    public Optional<Duration> ageing() {
        return Optional.ofNullable(order.ageing());
    }

    /** How many wait before this chat in its queue. */
    public int ahead(ChatId chat, Envelope envelope) {
        var me = Map.entry(chat, envelope);
        var now = order.at(clock.instant());
        return (int) waiting.entrySet().stream()
                .filter(other -> !other.getKey().equals(chat))
                .filter(other -> Objects.equals(queue(other.getValue()), queue(envelope)))
                .filter(other -> now.compare(other, me) < 0)
                .count();
    }

    private void hear(ChatEvent event) {
        if (event instanceof ChatEvent.Changed changed) {
            hear(changed);
        } else if (event instanceof ChatEvent.Rewound rewound) {
            newest.invalidate(rewound.chat());
        } else if (event instanceof ChatEvent.Gone gone) {
            newest.put(gone.chat(), Long.MAX_VALUE);
            boolean moved = set(gone.chat(), null);
            listeners.forEach(listener -> listener.gone(gone.chat()));
            tellOfHolders(moved);
        }
    }

    private void hear(ChatEvent.Changed changed) {
        var chat = changed.chat();
        long rev = changed.after().rev();
        var last = newest.getIfPresent(chat);
        if (last == null || rev >= last) {
            newest.put(chat, rev);
            var now = changed.after().envelope();
            boolean moved = set(chat, now);
            var departure = stillSo(chat, now, changed.departure()) ? changed.departure() : null;
            listeners.forEach(listener -> listener.changed(chat, now, departure, changed.alarm()));
            tellOfHolders(moved);
            return;
        }
        // How it stood is over, but not what happened: it still waits and somebody is called, or it has left its queue.
        var now = waiting.get(chat);
        if (now != null && changed.alarm() >= 0) {
            listeners.forEach(listener -> listener.changed(chat, now, null, changed.alarm()));
        } else if (now == null && stillSo(chat, changed.after().envelope(), changed.departure())) {
            var left = changed.after().envelope();
            listeners.forEach(listener -> listener.changed(chat, left, changed.departure(), -1));
        }
    }

    /** What is read can be newer than what was rung: who has come back and been taken since has not left. */
    private boolean stillSo(ChatId chat, Envelope then, @Nullable Departure departure) {
        return departure != null && !then.waiting() && (departure.why().equals("claimed") || !held.containsKey(chat));
    }

    private void tellOfHolders(boolean moved) {
        if (moved) {
            listeners.forEach(Listener::heldChanged);
        }
    }

    /** Takes in how the chat stands, or with null that it is gone. Answers whether somebody else holds it now. */
    private synchronized boolean set(ChatId chat, @Nullable Envelope now) {
        readings.forEach(reading -> reading.changedMeanwhile.add(chat));
        var holder = now == null ? null : now.holder();
        var user = holder == null ? null : holder.user();
        put(waiting, chat, now != null && now.waiting() ? now : null);
        put(levels, chat, now != null && holder != null ? now.level() : null);
        return !Objects.equals(put(held, chat, user), user);
    }

    private static <T> @Nullable T put(Map<ChatId, T> map, ChatId chat, @Nullable T value) {
        return value == null ? map.remove(chat) : map.put(chat, value);
    }

    private static int step(Envelope envelope) {
        var spot = envelope.spot();
        return spot == null ? 0 : Math.min(spot.step(), Deadlines.LAST_STEP);
    }

    private static String queue(Envelope envelope) {
        var spot = envelope.spot();
        return spot == null ? "" : spot.queue();
    }
}
