package no.innom.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
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
import no.innom.chat.Departure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bell between the nodes, over Redis pub/sub. On the node where something happens the listeners are told
 * directly; the others hear the bell and read the store. Bells are counted, and who has missed one reads what has
 * changed ({@link #check}).
 */
public final class RedisBus implements ChatBus {
    private static final Logger LOG = LoggerFactory.getLogger(RedisBus.class);
    private static final int MOST_READ = 500;

    private final RedisLink redis;
    private final Bells bells;
    private final RedisChats store;
    private final Vertx vertx;
    private final Context context;
    private final Nodes nodes;
    private final Map<ChatId, Set<Listener>> listeners = new ConcurrentHashMap<>();
    private final Set<Listener> everything = ConcurrentHashMap.newKeySet();
    private final List<Runnable> shiftListeners = new CopyOnWriteArrayList<>();
    private final Missed missed;
    private final List<Runnable> doubtful = new CopyOnWriteArrayList<>();
    private final BellCount count = new BellCount();
    private final Set<String> behind = ConcurrentHashMap.newKeySet();
    private volatile int failedChecks;

    /** Begins to listen; blocks until subscribed. */
    public RedisBus(Vertx vertx, RedisLink redis, RedisChats store, Nodes nodes) {
        this.vertx = vertx;
        this.redis = redis;
        this.bells = redis.bells();
        this.store = store;
        this.nodes = nodes;
        this.context = vertx.getOrCreateContext();
        this.missed = new Missed(redis, store, listeners.keySet(), this::tell);
        nodes.onCompany(() -> behind.addAll(ChatId.HOUSES));
        bells.listen(bytes -> heard(new Ring(bytes)));
    }

    @Override
    public Runnable listen(ChatId chat, Consumer<ChatEvent> listener) {
        var mine = new Listener(vertx.getOrCreateContext(), listener);
        listeners.compute(chat, (c, all) -> {
            var with = all == null ? ConcurrentHashMap.<Listener>newKeySet() : all;
            with.add(mine);
            return with;
        });
        return () -> listeners.computeIfPresent(chat, (c, all) -> {
            all.remove(mine);
            if (all.isEmpty()) {
                missed.left(chat);
                return null;
            }
            return all;
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
    public void doubt(ChatId chat) {
        behind.add(chat.house());
    }

    @Override
    public void onDoubt(Runnable listener) {
        doubtful.add(listener);
    }

    @Override
    public void ring(ChatEvent event) {
        tell(event);
        if (event instanceof ChatEvent.Typing typing) {
            var house = typing.chat().house();
            ring(house, new Bell(Bell.TYPING, typing.chat().value(), 0, null, null, -1, typing.staff()));
        }
    }

    /**
     * Finds out whether a bell was lost, and tells what it would have told. Called about twice a second: what was lost
     * is made up for after a second or so. One small read for each house, however many chats there are. Never fails.
     */
    public Future<Void> check() {
        var done = Promise.<Void>promise();
        context.runOnContext(v -> {
            bells.tend();
            Future.join(ChatId.HOUSES.stream().map(this::check).toList())
                    .<Void>mapEmpty()
                    .onComplete(read -> failedChecks = read.succeeded() ? 0 : failedChecks + 1)
                    .otherwiseEmpty()
                    .onComplete(done);
        });
        return done.future();
    }

    /** Whether every house could be read by one of the last two {@link #check}s: one may fall into a failover. */
    public boolean reachesEverything() {
        return failedChecks < 2;
    }

    private Future<Void> check(String house) {
        long heardThen = count.last(house);
        // A store that was away may come back without its last writes: what was told here is compared with it.
        return redis.ask(r -> r.get(Keys.turns(house)))
                .onFailure(e -> mayHaveGoneBack(house))
                .compose(rung -> {
                    long number = rung == null ? 0 : Long.parseLong(new String(rung, UTF_8));
                    if (number < heardThen) {
                        mayHaveGoneBack(house);
                    }
                    if (nodes.alone()) {
                        count.know(house, number);
                    }
                    if (!count.counted(house, number, heardThen)) {
                        behind.add(house);
                    }
                    if (heardThen < 0) {
                        return missed.learn(house);
                    }
                    return behind.remove(house) ? makeUp(house) : Future.succeededFuture();
                });
    }

    private void mayHaveGoneBack(String house) {
        behind.add(house);
        doubtful.forEach(Runnable::run);
    }

    private Future<Void> makeUp(String house) {
        LOG.debug("A bell was lost; what it said is read.");
        return missed.tellAnew(house).onFailure(e -> behind.add(house));
    }

    /** Tells every other node that a shift has changed. */
    void ringShift() {
        ring(ChatId.HOUSES.get(0), new Bell(Bell.SHIFT, null, 0, null, null, -1, false));
    }

    void listenShifts(Runnable listener) {
        var on = vertx.getOrCreateContext();
        shiftListeners.add(() -> on.runOnContext(v -> listener.run()));
    }

    private void ring(String house, Bell bell) {
        if (nodes.alone()) {
            return;
        }
        var message = Ring.uncounted(house, nodes.self(), bell);
        redis.ask(r -> bells.command().equals("SPUBLISH")
                        ? r.spublish(bells.channel(house), message)
                        : r.publish(bells.channel(house), message))
                .onFailure(e -> LOG.debug("A bell could not be rung: {}", e.getMessage()));
    }

    private void tell(ChatEvent event) {
        missed.told(event);
        listeners.getOrDefault(event.chat(), Set.of()).forEach(listener -> listener.hear(event));
        if (!(event instanceof ChatEvent.Changed changed && changed.talk())) {
            everything.forEach(listener -> listener.hear(event));
        }
    }

    /** Called on the threads of the connection. */
    private void heard(Ring ring) {
        if (ring.number() > 0 && !count.heard(ring.house(), ring.number())) {
            behind.add(ring.house());
        }
        if (!ring.node().equals(nodes.self())) {
            nodes.heardAnother();
            context.runOnContext(v -> {
                try {
                    heard(ring.bell());
                } catch (RuntimeException e) {
                    LOG.debug("A bell could not be read; what it said is looked up.");
                    behind.add(ring.house());
                }
            });
        }
    }

    private void heard(Bell bell) {
        var name = bell.chat();
        if (bell.what().equals(Bell.SHIFT)) {
            shiftListeners.forEach(Runnable::run);
            return;
        }
        if (name == null || (everything.isEmpty() && !listeners.containsKey(new ChatId(name)))) {
            return;
        }
        var chat = new ChatId(name);
        if (bell.what().equals(Bell.CHANGED) && bell.on() && !listeners.containsKey(chat)) {
            return;
        }
        switch (bell.what()) {
            case Bell.GONE -> tell(new ChatEvent.Gone(chat, String.valueOf(bell.why())));
            case Bell.TYPING -> tell(new ChatEvent.Typing(chat, bell.on()));
            case Bell.VISITOR -> tell(new ChatEvent.Visitor(chat, String.valueOf(bell.by()), bell.on()));
            default ->
                changed(chat, bell).onFailure(e -> {
                    LOG.debug("A change on another node could not be read yet: {}", e.getMessage());
                    behind.add(chat.house());
                });
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
                        // What is read can be newer than what was rung: no mere talk then.
                        tell(new ChatEvent.Changed(chat, said, departure, bell.alarm(), false));
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
