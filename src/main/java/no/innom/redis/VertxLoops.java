package no.innom.redis;

import io.lettuce.core.resource.EpollProvider;
import io.lettuce.core.resource.EventLoopGroupProvider;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

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

    /** @param loops one or all of those of Vert.x */
    VertxLoops(EventLoopGroup loops) {
        this.loops = loops;
    }

    static EventLoopGroup all(Vertx vertx) {
        return ((VertxInternal) vertx).nettyEventLoopGroup();
    }

    /** Each of them. */
    static List<EventLoop> of(Vertx vertx) {
        return StreamSupport.stream(all(vertx).spliterator(), false)
                .map(EventLoop.class::cast)
                .toList();
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
        return (int) StreamSupport.stream(loops.spliterator(), false).count();
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
