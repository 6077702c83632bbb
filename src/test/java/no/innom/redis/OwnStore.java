package no.innom.redis;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import no.innom.chat.MasterKey;

/** The store as a node has it open, on a Redis of its own. */
final class OwnStore implements AutoCloseable {
    final OtherRedis redis = OtherRedis.start();
    final Vertx vertx = Vertx.vertx();
    final RedisLink link = RedisLink.open(vertx, redis.url());
    final MasterKey master = MasterKey.read(MasterKey.draw(new SecureRandom()));
    final Nodes nodes = new Nodes(link, "node");
    final RedisChats chats = new RedisChats(link, new Replicas(vertx, link, new SimpleMeterRegistry()), nodes, master);

    @Override
    public void close() {
        link.close();
        redis.close();
        vertx.close().await();
    }
}
