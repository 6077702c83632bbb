package no.innom.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.ScriptOutputType;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers that share this Redis, and which of them live: each says so once a second. One that was killed cannot
 * take its sockets out of the store; after some seconds it counts as dead, and so do they.
 */
public final class Nodes {
    private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);
    private static final Duration GOOD_FOR = Duration.ofSeconds(4);
    /** Nobody could say anything while Redis was away: each gets the time of so many beats afterwards. */
    private static final int BEATS_MISSED = 2;

    private final RedisLink redis;
    private final String self;
    /** Node → how many beats it has missed since it was last seen. */
    private final Map<String, Integer> known = new ConcurrentHashMap<>();

    private volatile Consumer<String> whenDead = node -> {};
    private volatile Runnable whenInCompany = () -> {};
    private volatile boolean alone;
    private volatile long seenAt;

    /** @param self this node's name */
    public Nodes(RedisLink redis, String self) {
        this.redis = redis;
        this.self = self;
    }

    /** Calls the listener with each node that has died. */
    public void onDeath(Consumer<String> listener) {
        whenDead = listener;
    }

    /** Says that this node lives, and looks who else does. Called about once a second, never twice at once. */
    public Future<Void> beat() {
        long begun = System.nanoTime();
        return redis.<List<byte[]>>run(
                        Script.BEAT,
                        ScriptOutputType.MULTI,
                        new String[] {Keys.NODES},
                        self.getBytes(UTF_8),
                        Long.toString(GOOD_FOR.toMillis()).getBytes(UTF_8))
                .map(all -> all.stream().map(node -> new String(node, UTF_8)).collect(Collectors.toSet()))
                .onSuccess(living -> seen(living, begun))
                .mapEmpty();
    }

    /** This node's name. */
    String self() {
        return self;
    }

    /**
     * Whether no other server shares this Redis, as far as is known here: then nobody need be rung for. One that has just
     * come is known after the next beat, and makes up for what it has not heard until then. False before the first.
     */
    boolean alone() {
        // Who has not been seen for longer could count as dead to one that has just come, and be alone for that one.
        return alone && System.nanoTime() - seenAt < GOOD_FOR.toNanos() / 2;
    }

    /** Calls the listener when this server was alone and is no longer: something may have been rung that it did not hear. */
    void onCompany(Runnable listener) {
        whenInCompany = listener;
    }

    /** Another server has been heard of. */
    void heardAnother() {
        inCompany();
    }

    private void inCompany() {
        if (alone) {
            alone = false;
            whenInCompany.run();
        }
    }

    /** Whether a node lives, as far as is known here. */
    boolean alive(String node) {
        return node.equals(self) || known.containsKey(node);
    }

    private void seen(Set<String> living, long begun) {
        living.forEach(node -> known.put(node, 0));
        known.forEach((node, missed) -> {
            if (!living.contains(node) && known.merge(node, 1, Integer::sum) > BEATS_MISSED) {
                known.remove(node);
                LOG.info("A server that shares this Redis is gone; its sockets are too.");
                whenDead.accept(node);
            }
        });
        if (known.keySet().equals(Set.of(self))) {
            seenAt = begun;
            alone = true;
        } else {
            inCompany();
        }
    }
}
