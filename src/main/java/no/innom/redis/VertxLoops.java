package no.innom.redis;

import io.lettuce.core.resource.EpollProvider;
import io.lettuce.core.resource.EventLoopGroupProvider;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.util.concurrent.TimeUnit;

/**
 * Lets the connections to Redis live on the event loops of Vert.x: what the one thread has asked is mostly answered to
 * that same thread, and to wake another costs as much as the work. They end with Vert.x.
 */
final class VertxLoops implements EventLoopGroupProvider {
    private final EventLoopGroup loops;

    /** Whether both use the same kind of sockets: the system's own, or Java's. */
    static boolean fit(Vertx vertx) {
        return vertx.isNativeTransportEnabled() == EpollProvider.isAvailable();
    }

    VertxLoops(Vertx vertx) {
        loops = ((VertxInternal) vertx).nettyEventLoopGroup();
    }

    @Override
    public <T extends EventLoopGroup> T allocate(Class<T> type) {
        // The type that is asked for is a kind of transport, and any group fits where it is used.
        @SuppressWarnings("unchecked")
        var all = (T) loops;
        return all;
    }

    @Override
    public int threadPoolSize() {
        int all = 0;
        for (var ignored : loops) {
            all++;
        }
        return all;
    }

    @Override
    public Future<Boolean> release(EventExecutorGroup group, long quiet, long timeout, TimeUnit unit) {
        return ImmediateEventExecutor.INSTANCE.newSucceededFuture(true);
    }

    @Override
    public Future<Boolean> shutdown(long quiet, long timeout, TimeUnit unit) {
        return ImmediateEventExecutor.INSTANCE.newSucceededFuture(true);
    }
}
