package no.innom.redis;

import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.models.role.RedisInstance;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The servers that take writes: one, or a Cluster's masters; each on a connection beside the one that all commands
 * share, for what may make a connection wait.
 */
final class Masters implements AutoCloseable {
    private static final String ONLY = "the master";

    private final StatefulConnection<String, byte[]> connection;

    /** @param connection to one server, or to a Cluster */
    Masters(StatefulConnection<String, byte[]> connection) {
        this.connection = connection;
    }

    /** A name for each of those that there are now. */
    List<String> names() {
        if (connection instanceof StatefulRedisClusterConnection<String, byte[]> cluster) {
            return cluster.getPartitions().stream()
                    .filter(node -> node.getRole() == RedisInstance.Role.UPSTREAM
                            && !node.getSlots().isEmpty())
                    .map(RedisClusterNode::getNodeId)
                    .toList();
        }
        return List.of(ONLY);
    }

    /** The name of the one that has a key; of one that does not exist where nobody has it now. */
    String of(String key) {
        if (connection instanceof StatefulRedisClusterConnection<String, byte[]> cluster) {
            var node = cluster.getPartitions().getMasterBySlot(SlotHash.getSlot(key));
            return node == null ? "" : node.getNodeId();
        }
        return ONLY;
    }

    /** The commands of one of them. Fails when it is not there. */
    CompletionStage<RedisAsyncCommands<String, byte[]>> commands(String name) {
        if (connection instanceof StatefulRedisClusterConnection<String, byte[]> cluster) {
            return cluster.getConnectionAsync(name).thenApply(StatefulRedisConnection::async);
        }
        return CompletableFuture.completedFuture(((StatefulRedisConnection<String, byte[]>) connection).async());
    }

    /** Hangs up on a server that is no master any more, to connect to the one that is. Not for a Cluster. */
    void leave() {
        if (connection instanceof StatefulRedisConnection<String, byte[]> single) {
            single.async().quit();
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
