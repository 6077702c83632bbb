package no.innom.redis;

import java.util.function.Consumer;

/** The channels on which the nodes ring for each other: one for all, or one for each house where the server shards. */
interface Bells extends AutoCloseable {
    /** The command that rings: for scripts. */
    String command();

    /** The channel on which is rung for a house. */
    String channel(String house);

    /**
     * Calls the listener with everything that is rung, on a connection's thread, which it must not hold up; blocks until
     * subscribed.
     */
    void listen(Consumer<byte[]> listener);

    /** Called now and then: finds out whether the server is still there, and subscribes anew where a house has moved. */
    void tend();

    @Override
    void close();
}
