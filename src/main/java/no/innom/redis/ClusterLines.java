package no.innom.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.resource.ClientResources;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.List;

/** To a Cluster: a connection to each of its servers, for all event loops. */
final class ClusterLines implements Lines {
    private static final Duration TOPOLOGY_REFRESH = Duration.ofSeconds(5);
    /** A sign that the Cluster has changed leads to a look at it at most this often. */
    private static final Duration ADAPTIVE_REFRESH = Duration.ofMillis(500);

    private final RedisClusterClient client;
    private final StatefulRedisClusterConnection<String, byte[]> connection;
    private final boolean sharded;

    /**
     * Connects; blocks until connected.
     *
     * @param sharded whether its servers shard their channels
     */
    ClusterLines(ClientResources resources, List<RedisURI> uris, ClientOptions options, boolean sharded) {
        client = RedisClusterClient.create(resources, uris);
        client.setOptions(ClusterClientOptions.builder(options)
                .validateClusterNodeMembership(false)
                .topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
                        .enablePeriodicRefresh(TOPOLOGY_REFRESH)
                        .enableAllAdaptiveRefreshTriggers()
                        .adaptiveRefreshTriggersTimeout(ADAPTIVE_REFRESH)
                        .refreshTriggersReconnectAttempts(1)
                        .build())
                .build());
        connection = client.connect(RedisLink.CODEC);
        this.sharded = sharded;
    }

    @Override
    public RedisClusterAsyncCommands<String, byte[]> on(EventLoop loop) {
        return connection.async();
    }

    @Override
    public Bells openBells() {
        var connection = client.connectPubSub(RedisLink.CODEC);
        return sharded ? new HouseBells(connection) : new OneBell(connection);
    }

    @Override
    public Masters openMasters() {
        return new Masters(client.connect(RedisLink.CODEC));
    }

    @Override
    public void leaveReplica() {
        // The redirections lead to the new master.
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown(Duration.ZERO, RedisLink.STOP_WITHIN);
    }
}
