package no.innom.redis;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hangs up on a server that was asked something and says nothing at all for some seconds: its machine has lost power or
 * the network between has gone, and no end of the connection will ever be told. Who hangs up connects anew, to
 * whichever server is the master by then.
 */
final class SilentServer extends ChannelDuplexHandler {
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private @Nullable ScheduledFuture<?> hangUp;

    /** Watches over a connection from its first byte. */
    static void watch(Channel channel) {
        channel.pipeline().addFirst(new SilentServer());
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise written) throws Exception {
        if (hangUp == null) {
            hangUp = ctx.executor().schedule(() -> ctx.close(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
        super.write(ctx, message, written);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
        calm();
        super.channelRead(ctx, message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        calm();
        super.channelInactive(ctx);
    }

    private void calm() {
        if (hangUp != null) {
            hangUp.cancel(false);
            hangUp = null;
        }
    }
}
