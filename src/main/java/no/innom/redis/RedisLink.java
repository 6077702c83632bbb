package no.innom.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.Pattern;
import no.innom.chat.StoreAwayException;

/**
 * The connection to Redis: one server, Sentinel or a Cluster.
 *
 * <p>While the server is away every command is refused at once instead of being kept: what a caller was told has
 * failed must not happen later. The connection heals itself, and finds the new master after a failover.
 */
public final class RedisLink implements AutoCloseable {
    static final RedisCodec<String, byte[]> CODEC = new KeysAndBytes();
    private static final Duration COMMAND_TIMEOUT = Duration.ofMillis(1500);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LONGEST_RECONNECT = Duration.ofSeconds(1);
    static final Duration STOP_WITHIN = Duration.ofSeconds(2);

    /** More commands than this are not kept for a server that does not answer: the rest is refused at once. */
    private static final int MOST_UNANSWERED = 50_000;

    private static final int MOST_TOGETHER = 64;
    private static final Pattern VERSION = Pattern.compile("redis_version:(\\d+)");
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int MOVING_TRIES = 25;
    private static final int CONNECTING_TRIES = 8;
    /** Answers of a server that is there but cannot serve now: it loads, fails over, is full or has no replicas. */
    private static final List<String> AWAY = List.of(
            "LOADING",
            "READONLY",
            "MASTERDOWN",
            "CLUSTERDOWN",
            "TRYAGAIN",
            "MOVED",
            "ASK",
            "NOREPLICAS",
            "UNBLOCKED",
            "BUSY",
            "OOM",
            "MISCONF");

    static {
        // Lettuce would load Java's flight recorder only to tell it of connections: a tenth of the whole start.
        if (System.getProperty("io.lettuce.core.jfr") == null) {
            System.setProperty("io.lettuce.core.jfr", "false");
        }
    }

    private final Vertx vertx;
    private final boolean cluster;
    private final ClientResources resources;
    private final Lines lines;
    private final Bells bells;
    private final Masters masters;
    private final AtomicBoolean leaving = new AtomicBoolean();

    private RedisLink(Vertx vertx, RedisUrl url) {
        this.vertx = vertx;
        var building = ClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .reconnectDelay(
                        () -> Delay.exponential(Duration.ofMillis(50), LONGEST_RECONNECT, 2, TimeUnit.MILLISECONDS))
                .nettyCustomizer(new NettyCustomizer() {
                    @Override
                    public void afterChannelInitialized(Channel channel) {
                        SilentServer.watch(channel);
                        // What one round of the event loop asks leaves together.
                        channel.pipeline().addFirst(new FlushConsolidationHandler(MOST_TOGETHER, true));
                    }
                });
        if (VertxLoops.fit(vertx)) {
            building.eventLoopGroupProvider(new VertxLoops(VertxLoops.all(vertx)));
        }
        resources = building.build();
        var introduction = introduction(url);
        cluster = url.namesACluster() || introduction.contains("cluster_enabled:1");
        lines = cluster
                ? new ClusterLines(resources, url.uris(), options(), shards(introduction))
                : new ServerLines(vertx, resources, url.uris().get(0), options());
        bells = lines.openBells();
        masters = lines.openMasters();
    }

    /**
     * Connects; blocks until connected.
     *
     * @param url as {@link RedisUrl} describes
     * @throws io.lettuce.core.RedisException when nobody answers there
     * @throws RedisMissingException when the URL cannot be read
     */
    public static RedisLink open(Vertx vertx, String url) {
        return new RedisLink(vertx, RedisUrl.read(url, CONNECT_TIMEOUT));
    }

    /**
     * Sends a command; the answer comes on the caller's context. What a Cluster cannot take at this moment, because it
     * moves the keys to another of its servers or a new master has come, is tried again for a little more than a second.
     * Fails with {@link StoreAwayException}.
     */
    <T> Future<T> ask(Function<RedisClusterAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        return cluster ? patiently(command, 1) : once(command);
    }

    private <T> Future<T> patiently(
            Function<RedisClusterAsyncCommands<String, byte[]>, CompletionStage<T>> command, int tried) {
        return once(command).recover(e -> {
            var cause = e.getCause();
            // Lettuce refuses with nothing more exact while it connects to a server of the Cluster.
            boolean refused = cause != null && cause.getClass() == RedisException.class;
            boolean again = (refused && tried < CONNECTING_TRIES) || (says(cause, "TRYAGAIN") && tried < MOVING_TRIES);
            return again
                    ? vertx.timer(PAUSE.toMillis(), TimeUnit.MILLISECONDS)
                            .compose(later -> patiently(command, tried + 1))
                    : Future.failedFuture(e);
        });
    }

    private <T> Future<T> once(Function<RedisClusterAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        var context = (ContextInternal) vertx.getOrCreateContext();
        CompletionStage<T> sent;
        try {
            sent = command.apply(lines.on(context.nettyEventLoop()));
        } catch (RuntimeException e) {
            return Future.failedFuture(understood(e));
        }
        return Future.fromCompletionStage(sent, context).recover(e -> {
            if (says(e, "READONLY")) {
                leaveReplica();
            }
            return Future.failedFuture(understood(e));
        });
    }

    private void leaveReplica() {
        if (leaving.compareAndSet(false, true)) {
            lines.leaveReplica();
            masters.leave();
            vertx.setTimer(LONGEST_RECONNECT.toMillis(), t -> leaving.set(false));
        }
    }

    /** Runs a script by its digest, and by its text where the server does not know it yet. */
    <T> Future<T> run(Script script, ScriptOutputType type, String[] keys, byte[]... args) {
        return this.<T>ask(redis -> redis.evalsha(script.digest(), type, keys, args))
                .recover(e -> e instanceof RedisNoScriptException
                        ? this.<T>ask(redis -> redis.eval(script.text(), type, keys, args))
                        : Future.failedFuture(e));
    }

    /** Whether the server answers. */
    public Future<Void> ping() {
        return ask(redis -> redis.ping()).mapEmpty();
    }

    /** The servers behind this, each on a connection beside this one. */
    Masters masters() {
        return masters;
    }

    /** Where the nodes ring for each other. */
    Bells bells() {
        return bells;
    }

    /** Whether the server shards its channels: Redis 7, or Valkey, which says that it is one. */
    private static boolean shards(String info) {
        var version = VERSION.matcher(info);
        return version.find() && Integer.parseInt(version.group(1)) >= 7;
    }

    /**
     * What the first server that answers says of itself; empty for Sentinel. The first question of a start, when a busy
     * machine still loads the program: it has time.
     */
    private String introduction(RedisUrl url) {
        if (url.namesSentinels()) {
            return "";
        }
        var asking = RedisClient.create(resources);
        try {
            RedisException last = new RedisConnectionException("no server is named");
            for (var uri : url.uris()) {
                var patient = RedisURI.builder(uri).withTimeout(START_TIMEOUT).build();
                try (var open = asking.connect(patient)) {
                    return open.sync().info();
                } catch (RedisException e) {
                    last = e;
                }
            }
            throw last;
        } finally {
            asking.shutdown(Duration.ZERO, CONNECT_TIMEOUT);
        }
    }

    private static ClientOptions options() {
        return ClientOptions.builder()
                .autoReconnect(true)
                .requestQueueSize(MOST_UNANSWERED)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(COMMAND_TIMEOUT))
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .keepAlive(true)
                        .build())
                .build();
    }

    private static Throwable understood(Throwable e) {
        if (e instanceof RedisNoScriptException) {
            return e;
        }
        if (e instanceof RedisCommandExecutionException) {
            return AWAY.stream().anyMatch(code -> says(e, code)) ? new StoreAwayException(e) : e;
        }
        return new StoreAwayException(e);
    }

    /** Whether the server says that code; Redis before 7 says it within another sentence when a script met it. */
    private static boolean says(@org.jspecify.annotations.Nullable Throwable e, String code) {
        return e instanceof RedisCommandExecutionException said
                && said.getMessage() != null
                && (said.getMessage().startsWith(code) || said.getMessage().contains("-" + code + " "));
    }

    @Override
    public void close() {
        bells.close();
        masters.close();
        lines.close();
        resources.shutdown(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(2000);
    }
}
