package no.innom.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.resource.ClientResources;
import io.netty.channel.EventLoop;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * To one server, or to the master that Sentinel names: a connection for each event loop, so that what a loop asks is
 * answered on it without waking another. Where Vert.x and Lettuce cannot share their loops there is one for all.
 */
final class ServerLines implements Lines {
    private final List<ClientResources> derived = new ArrayList<>();
    private final List<RedisClient> clients = new ArrayList<>();
    private final Map<EventLoop, StatefulRedisConnection<String, byte[]>> byLoop = new LinkedHashMap<>();
    private final StatefulRedisConnection<String, byte[]> first;

    /** Connects; blocks until connected. */
    ServerLines(Vertx vertx, ClientResources resources, RedisURI uri, ClientOptions options) {
        var loops = VertxLoops.fit(vertx) ? VertxLoops.of(vertx) : List.<EventLoop>of();
        for (var loop : loops) {
            var here = resources
                    .mutate()
                    .eventLoopGroupProvider(new VertxLoops(loop))
                    .build();
            derived.add(here);
            byLoop.put(loop, client(here, uri, options).connect(RedisLink.CODEC));
        }
        first = loops.isEmpty()
                ? client(resources, uri, options).connect(RedisLink.CODEC)
                : Objects.requireNonNull(byLoop.get(loops.get(0)));
    }

    private RedisClient client(ClientResources resources, RedisURI uri, ClientOptions options) {
        var client = RedisClient.create(resources, uri);
        client.setOptions(options);
        clients.add(client);
        return client;
    }

    private Set<StatefulRedisConnection<String, byte[]>> connections() {
        var all = new HashSet<>(byLoop.values());
        all.add(first);
        return all;
    }

    private StatefulRedisConnection<String, byte[]> connection(EventLoop loop) {
        return byLoop.getOrDefault(loop, first);
    }

    @Override
    public RedisClusterAsyncCommands<String, byte[]> on(EventLoop loop) {
        return connection(loop).async();
    }

    @Override
    public Bells openBells() {
        return new OneBell(clients.get(0).connectPubSub(RedisLink.CODEC));
    }

    @Override
    public Masters openMasters() {
        return new Masters(clients.get(0).connect(RedisLink.CODEC));
    }

    @Override
    public void leaveReplica() {
        connections().forEach(connection -> connection.async().quit());
    }

    @Override
    public void close() {
        connections().forEach(StatefulRedisConnection::close);
        clients.forEach(client -> client.shutdown(Duration.ZERO, RedisLink.STOP_WITHIN));
        // What they share with the others they leave alone.
        derived.forEach(here -> here.shutdown(0, 0, TimeUnit.MILLISECONDS));
    }
}
