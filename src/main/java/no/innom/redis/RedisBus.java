package no.innom.redis;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import no.innom.chat.ChatBus;
import no.innom.chat.ChatEvent;
import no.innom.chat.ChatId;
import no.innom.chat.ChatStore;
import no.innom.chat.Departure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bell between the nodes, over Redis pub/sub. On the node where something happens the listeners are told
 * directly; the others hear the bell and read the store.
 */
public final class RedisBus implements ChatBus {
    private static final Logger LOG = LoggerFactory.getLogger(RedisBus.class);
    private static final int MOST_READ = 500;

    private final RedisLink redis;
    private final ChatStore store;
    private final Vertx vertx;
    private final Context context;
    private final String node;
    private final Map<ChatId, Set<Listener>> listeners = new ConcurrentHashMap<>();
    private final Set<Listener> everything = ConcurrentHashMap.newKeySet();
    private final List<Runnable> shiftListeners = new CopyOnWriteArrayList<>();

    /** Begins to listen; blocks until subscribed. */
    public RedisBus(Vertx vertx, RedisLink redis, ChatStore store, String node) {
        this.vertx = vertx;
        this.redis = redis;
        this.store = store;
        this.node = node;
        this.context = vertx.getOrCreateContext();
        redis.subscribe(Keys.BELL, bytes -> context.runOnContext(v -> heard(bytes)));
    }

    @Override
    public Runnable listen(ChatId chat, Consumer<ChatEvent> listener) {
        var mine = new Listener(vertx.getOrCreateContext(), listener);
        listeners.computeIfAbsent(chat, c -> ConcurrentHashMap.newKeySet()).add(mine);
        return () -> listeners.computeIfPresent(chat, (c, all) -> {
            all.remove(mine);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public Runnable listenAll(Consumer<ChatEvent> listener) {
        var mine = new Listener(vertx.getOrCreateContext(), listener);
        everything.add(mine);
        return () -> everything.remove(mine);
    }

    /** Tells the listeners of this node; of what the store does not ring for itself it tells the others too. */
    @Override
    public void ring(ChatEvent event) {
        tell(event);
        if (event instanceof ChatEvent.Typing typing) {
            ring(new Bell(node, Bell.TYPING, typing.chat().value(), 0, null, null, -1, typing.staff()));
        }
    }

    /** Tells every other node that a shift has changed. */
    void ringShift() {
        ring(new Bell(node, Bell.SHIFT, null, 0, null, null, -1, false));
    }

    void listenShifts(Runnable listener) {
        var on = vertx.getOrCreateContext();
        shiftListeners.add(() -> on.runOnContext(v -> listener.run()));
    }

    private void ring(Bell bell) {
        redis.ask(r -> r.publish(Keys.BELL, Json.write(bell)))
                .onFailure(e -> LOG.debug("A bell could not be rung: {}", e.getMessage()));
    }

    private void tell(ChatEvent event) {
        listeners.getOrDefault(event.chat(), Set.of()).forEach(listener -> listener.hear(event));
        everything.forEach(listener -> listener.hear(event));
    }

    private void heard(byte[] bytes) {
        var bell = Json.read(bytes, Bell.class);
        if (bell.node().equals(node)) {
            return;
        }
        if (bell.what().equals(Bell.SHIFT)) {
            shiftListeners.forEach(Runnable::run);
            return;
        }
        var name = bell.chat();
        if (name == null || (everything.isEmpty() && !listeners.containsKey(new ChatId(name)))) {
            return;
        }
        var chat = new ChatId(name);
        switch (bell.what()) {
            case Bell.GONE -> tell(new ChatEvent.Gone(chat, String.valueOf(bell.why())));
            case Bell.TYPING -> tell(new ChatEvent.Typing(chat, bell.on()));
            case Bell.VISITOR -> tell(new ChatEvent.Visitor(chat, String.valueOf(bell.by()), bell.on()));
            default ->
                changed(chat, bell)
                        .onFailure(e -> LOG.warn("A change on another node could not be read: {}", e.getMessage()));
        }
    }

    private Future<Void> changed(ChatId id, Bell bell) {
        return store.load(id, null).compose(loaded -> {
            if (loaded.isEmpty()) {
                return Future.succeededFuture();
            }
            var chat = loaded.get().chat();
            return store.messages(chat, bell.seq(), MOST_READ)
                    .onSuccess(said -> {
                        var why = bell.why();
                        var departure = why == null ? null : new Departure(why, bell.by());
                        tell(new ChatEvent.Changed(chat, said, departure, bell.alarm()));
                    })
                    .mapEmpty();
        });
    }

    private record Listener(Context context, Consumer<ChatEvent> listener) {
        void hear(ChatEvent event) {
            context.runOnContext(v -> listener.accept(event));
        }
    }
}
