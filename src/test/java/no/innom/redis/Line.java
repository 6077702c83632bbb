package no.innom.redis;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;

/** A line to a server of this machine that can fall dead without a word, as a network does. */
final class Line {
    private final int port;
    private volatile int target;
    private volatile boolean dead;

    Line(Vertx vertx, int to) {
        target = to;
        var server = vertx.createNetServer().connectHandler(near -> {
            near.pause();
            vertx.createNetClient()
                    .connect(target, "127.0.0.1")
                    .onSuccess(far -> {
                        join(near, far);
                        join(far, near);
                        near.resume();
                    })
                    .onFailure(e -> near.close());
        });
        port = server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    int port() {
        return port;
    }

    /** Who connects from now on comes to another server. */
    void turnTo(int to) {
        target = to;
    }

    /** From now on nothing arrives any more, and neither end is told. */
    void die() {
        dead = true;
    }

    private void join(NetSocket from, NetSocket to) {
        from.handler(bytes -> {
            if (!dead) {
                to.write(bytes);
            }
        });
        from.closeHandler(closed -> to.close());
    }
}
