package no.innom.conversation.handovers;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import no.innom.chat.MasterKey;
import no.innom.redis.BuiltInRedis;

/** Two nodes in this process on one real Redis, and a clock that is set by hand. */
final class Stage implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final BuiltInRedis redis;
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> direct;
    private final MasterKey master = MasterKey.read(MasterKey.draw(new SecureRandom()));
    private final List<Node> nodes = new ArrayList<>();
    private final List<Turnstile.Rung> rung = new ArrayList<>();
    private final Telephone telephone = new Telephone();
    private final List<CompletableFuture<Void>> ends = new ArrayList<>();
    private final Map<String, Integer> happened = new TreeMap<>();
    private Instant now = Instant.EPOCH;

    Stage() {
        try {
            redis = BuiltInRedis.own(Files.createTempDirectory("innom-handovers"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client = RedisClient.create(redis.url());
        direct = client.connect();
        // What is proved here is the order of things, not the disk; that one is killed elsewhere.
        direct.sync().configSet("appendonly", "no");
        nodes.add(newNode());
        nodes.add(newNode());
    }

    /** An empty Redis, nobody here, and that time. */
    void clear(Instant begun) {
        direct.sync().flushall();
        now = begun;
        rung.clear();
        telephone.takeHeard();
        telephone.busy(false);
        telephone.there(true);
        nodes.forEach(node -> {
            node.consoles.clear();
            node.store.forget();
        });
        refresh();
    }

    List<Node> nodes() {
        return nodes;
    }

    Node node(int which) {
        return nodes.get(which);
    }

    Instant now() {
        return now;
    }

    void pass(Duration span) {
        now = now.plus(span);
    }

    void refresh() {
        Node.await(Future.all(nodes.stream().map(Node::refresh).toList()));
    }

    /** The second line, which all nodes call. */
    Telephone telephone() {
        return telephone;
    }

    /** What has been rung at staff since it was last asked for. */
    List<Turnstile.Rung> takeRung() {
        var taken = List.copyOf(rung);
        rung.clear();
        return taken;
    }

    /** Counts what has happened over all plays, so that a test that tries nothing is found out. */
    void count(String what) {
        happened.merge(what, 1, Integer::sum);
    }

    /** What has happened, and how often. */
    Map<String, Integer> happened() {
        return happened;
    }

    /** How many calls to the store wait, on all nodes. */
    int waits() {
        return nodes.stream().mapToInt(node -> node.store.waits()).sum();
    }

    /** Lets one of them through. */
    void let(int which, Turnstile.Fate fate) {
        int left = which;
        for (var node : nodes) {
            if (left < node.store.waits()) {
                node.store.let(left, fate);
                return;
            }
            left -= node.store.waits();
        }
        throw new IllegalArgumentException("not so many wait");
    }

    /** The node dies; another comes in its place, which knows nothing but what Redis has. */
    void kill(int which, boolean withACallOnItsWay) {
        var dead = nodes.get(which);
        if (withACallOnItsWay && dead.store.waits() > 0) {
            dead.store.lastWords();
        }
        ends.add(CompletableFuture.runAsync(dead::close));
        nodes.set(which, newNode());
        refresh();
    }

    /** Does something on a node, by itself. */
    <T> T run(Function<Node, Future<T>> what, Node node) {
        var done = what.apply(node);
        while (waits() > 0) {
            let(0, Turnstile.Fate.ANSWERED);
        }
        return Node.await(done);
    }

    private Node newNode() {
        return new Node(vertx, redis.url(), master, () -> now, rung, telephone);
    }

    @Override
    public void close() {
        ends.forEach(CompletableFuture::join);
        nodes.forEach(Node::close);
        direct.close();
        client.shutdown();
        redis.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
