package no.innom.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.pubsub.StatefulRedisClusterPubSubConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import no.innom.chat.ChatId;

/**
 * A channel for each house, on the server that has the house (sharded pub/sub, Redis 7): in a Cluster a bell goes to
 * those who listen and not to every server. A subscription follows its house when that moves.
 */
final class HouseBells implements Bells {
    private static final long SUBSCRIBED_WITHIN_SECONDS = 5;

    private final StatefulRedisClusterPubSubConnection<String, byte[]> connection;
    /** House → the server that it is heard from. */
    private final Map<String, String> heardFrom = new ConcurrentHashMap<>();

    private final Set<StatefulRedisPubSubConnection<String, byte[]>> ears = ConcurrentHashMap.newKeySet();
    private volatile Consumer<byte[]> listener = message -> {};

    HouseBells(StatefulRedisClusterPubSubConnection<String, byte[]> connection) {
        this.connection = connection;
    }

    @Override
    public String command() {
        return "SPUBLISH";
    }

    @Override
    public String channel(String house) {
        return Keys.bell(house);
    }

    @Override
    public void listen(Consumer<byte[]> to) {
        listener = to;
        CompletableFuture.allOf(ChatId.HOUSES.stream()
                        .map(house -> follow(house).toCompletableFuture())
                        .toArray(CompletableFuture[]::new))
                .orTimeout(SUBSCRIBED_WITHIN_SECONDS, TimeUnit.SECONDS)
                .exceptionally(late -> null)
                .join();
    }

    @Override
    public void tend() {
        ears.removeIf(ear -> !ear.isOpen());
        ears.forEach(ear -> ear.async().ping());
        ChatId.HOUSES.forEach(this::follow);
    }

    private CompletionStage<?> follow(String house) {
        var node = connection.getPartitions().getMasterBySlot(SlotHash.getSlot(channel(house)));
        if (node == null || node.getNodeId().equals(heardFrom.get(house))) {
            return CompletableFuture.completedFuture(null);
        }
        return connection
                .getConnectionAsync(node.getNodeId())
                .thenCompose(ear -> {
                    if (ears.add(ear)) {
                        ear.addListener(new Ear());
                        ear.addListener(new Hangup(node.getNodeId()));
                    }
                    return ear.async().ssubscribe(channel(house));
                })
                .thenRun(() -> heardFrom.put(house, node.getNodeId()))
                .exceptionally(e -> null);
    }

    private final class Ear extends RedisPubSubAdapter<String, byte[]> {
        @Override
        public void smessage(String channel, byte[] message) {
            listener.accept(message);
        }

        /** The server says so when it gives the slot away. */
        @Override
        public void sunsubscribed(String channel, long count) {
            ChatId.HOUSES.stream()
                    .filter(house -> channel(house).equals(channel))
                    .forEach(heardFrom::remove);
        }
    }

    /**
     * A broken connection has lost its subscriptions. Lettuce asks for all of them in one command, which no server of a
     * Cluster takes for channels of several slots: {@link #tend} asks for each.
     */
    private final class Hangup implements RedisConnectionStateListener {
        private final String node;

        Hangup(String node) {
            this.node = node;
        }

        @Override
        public void onRedisDisconnected(RedisChannelHandler<?, ?> broken) {
            heardFrom.values().removeIf(node::equals);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
