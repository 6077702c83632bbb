package no.innom.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import no.innom.chat.Chat;
import no.innom.chat.ChatEvent;
import no.innom.chat.ChatId;
import no.innom.chat.Departure;
import no.innom.escalation.Deadlines;
import no.innom.risk.Level;
import org.jspecify.annotations.Nullable;

/**
 * Makes up for bells that were lost: compares what was told here last of each chat of a house with what the store has,
 * and tells what differs. Only chats that somebody here listens to, that wait or that are held are looked at.
 */
final class Missed {
    /** So many chats are looked at together. */
    private static final int AT_ONCE = 100;

    private final RedisLink redis;
    private final RedisChats store;
    private final Set<ChatId> listened;
    private final Consumer<ChatEvent> tell;
    private final Map<ChatId, Told> told = new ConcurrentHashMap<>();

    /**
     * What was told last of a chat.
     *
     * @param waits whether it stood in a queue
     * @param step the last deadline that was rung
     */
    private record Told(long rev, boolean waits, int step) {}

    /**
     * @param listened the chats that somebody on this node listens to, as they are at each moment
     * @param tell tells the listeners of this node
     */
    Missed(RedisLink redis, RedisChats store, Set<ChatId> listened, Consumer<ChatEvent> tell) {
        this.redis = redis;
        this.store = store;
        this.listened = listened;
        this.tell = tell;
    }

    /** Something is told here: remembers it. */
    void told(ChatEvent event) {
        if (event instanceof ChatEvent.Changed changed) {
            remember(changed.after());
        } else if (event instanceof ChatEvent.Gone) {
            told.remove(event.chat());
        }
    }

    /** Nobody listens to this chat any more. */
    void left(ChatId chat) {
        told.computeIfPresent(chat, (id, last) -> last.waits() ? last : null);
    }

    /** Learns what waits and is held in a house, without telling anybody: they have read it for themselves. */
    Future<Void> learn(String house) {
        return known(house)
                .compose(ids -> inTurn(List.copyOf(ids), id -> store.load(id, null)
                        .onSuccess(loaded -> loaded.ifPresent(one -> remember(one.chat())))));
    }

    /** Tells what has changed in a house since it was told here. */
    Future<Void> tellAnew(String house) {
        return known(house).compose(found -> {
            var ids = new HashSet<>(found);
            ids.addAll(told.keySet());
            ids.addAll(listened);
            ids.removeIf(id -> !id.house().equals(house));
            return inTurn(List.copyOf(ids), this::compare);
        });
    }

    private Future<Set<ChatId>> known(String house) {
        var waiting = redis.ask(r -> r.zrange(Keys.waiting(house), 0, -1));
        var held = redis.ask(r -> r.hkeys(Keys.held(house)));
        return Future.all(waiting, held).map(both -> {
            var ids = new HashSet<ChatId>();
            waiting.result().forEach(id -> ids.add(new ChatId(new String(id, UTF_8))));
            held.result().forEach(id -> ids.add(new ChatId(id)));
            return ids;
        });
    }

    private Future<?> compare(ChatId id) {
        // What is told while the answer is under way must not look newer than the store.
        var last = told.get(id);
        return redis.ask(r -> r.hmget(Keys.chat(id), "rev", "here")).compose(fields -> {
            if (!fields.get(0).hasValue()) {
                tell.accept(new ChatEvent.Gone(id, "expired"));
                return Future.succeededFuture();
            }
            var here = store.livingSocket(fields.get(1).getValueOrElse(null));
            tell.accept(new ChatEvent.Visitor(id, here.orElse(""), here.isPresent()));
            long rev = Long.parseLong(new String(fields.get(0).getValue(), UTF_8));
            if (last != null && rev < last.rev()) {
                told.remove(id);
                tell.accept(new ChatEvent.Rewound(id));
            }
            return last != null && rev == last.rev()
                    ? Future.succeededFuture()
                    : store.load(id, null)
                            .onSuccess(loaded -> loaded.ifPresent(one -> tell.accept(since(last, one.chat()))));
        });
    }

    private static ChatEvent since(@Nullable Told last, Chat now) {
        var envelope = now.envelope();
        var spot = envelope.spot();
        boolean waited = last != null && last.waits();
        int alarm = -1;
        Departure departure = null;
        if (envelope.waiting() && spot != null) {
            boolean calls = spot.step() > 0 || envelope.level().compareTo(Level.HIGH) >= 0;
            alarm = calls && (last == null || !waited || spot.step() > last.step())
                    ? Math.min(spot.step(), Deadlines.LAST_STEP)
                    : -1;
        } else if (waited) {
            var holder = envelope.holder();
            departure = holder == null ? new Departure("left", null) : new Departure("claimed", holder.name());
        }
        return new ChatEvent.Changed(now, List.of(), departure, alarm, false);
    }

    private void remember(Chat chat) {
        var envelope = chat.envelope();
        if (envelope.waiting() || envelope.holder() != null || listened.contains(chat.id())) {
            var spot = envelope.spot();
            var now = new Told(chat.rev(), envelope.waiting(), spot == null ? 0 : spot.step());
            told.merge(chat.id(), now, (last, next) -> next.rev() >= last.rev() ? next : last);
        } else {
            told.remove(chat.id());
        }
    }

    private static Future<Void> inTurn(List<ChatId> ids, java.util.function.Function<ChatId, Future<?>> each) {
        if (ids.isEmpty()) {
            return Future.succeededFuture();
        }
        int now = Math.min(AT_ONCE, ids.size());
        var reads = new ArrayList<Future<?>>();
        ids.subList(0, now).forEach(id -> reads.add(each.apply(id)));
        return Future.all(reads).compose(done -> inTurn(ids.subList(now, ids.size()), each));
    }
}
