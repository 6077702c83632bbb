package no.innom.redis;

import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.function.Consumer;

/** One channel for all: what every Redis has. In a Cluster each server passes it on to all others. */
final class OneBell implements Bells {
    private final StatefulRedisPubSubConnection<String, byte[]> connection;

    OneBell(StatefulRedisPubSubConnection<String, byte[]> connection) {
        this.connection = connection;
    }

    @Override
    public String command() {
        return "PUBLISH";
    }

    @Override
    public String channel(String house) {
        return Keys.BELL;
    }

    @Override
    public void listen(Consumer<byte[]> listener) {
        connection.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String from, byte[] message) {
                listener.accept(message);
            }
        });
        connection.sync().subscribe(Keys.BELL);
    }

    /** A server that has gone without a word is found out by asking; {@link SilentServer} hangs up then. */
    @Override
    public void tend() {
        connection.async().ping();
    }

    @Override
    public void close() {
        connection.close();
    }
}
