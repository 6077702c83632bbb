package no.innom.redis;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.netty.channel.EventLoop;

/** The connections to one server or to a Cluster. Each heals by itself. */
interface Lines extends AutoCloseable {
    /** The commands of the connection that serves whoever runs on that event loop best. */
    RedisClusterAsyncCommands<String, byte[]> on(EventLoop loop);

    /** Opens where the nodes ring for each other, on a connection of its own; blocks until connected. */
    Bells openBells();

    /** Opens to the servers behind this, beside the connections that commands share; blocks until connected. */
    Masters openMasters();

    /**
     * Hangs up on a server that takes no writes any more and does not hang up itself, to connect to the one that does;
     * where redirections lead there, does nothing.
     */
    void leaveReplica();

    @Override
    void close();
}
