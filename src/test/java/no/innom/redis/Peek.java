package no.innom.redis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.innom.Eventually;

/** Looks into a Redis as somebody would who has got hold of it: at every key and everything below it, byte by byte. */
final class Peek implements AutoCloseable {
    private final RedisClient client;
    private final RedisCommands<byte[], byte[]> redis;
    private final Path data;

    /** Looks into the built-in Redis of a data directory. */
    Peek(Path data) {
        this.data = data;
        try {
            var address = Files.readString(data.resolve("redis/address")).split(" ");
            client = RedisClient.create("redis://:" + address[1] + "@127.0.0.1:" + address[0]);
            redis = client.connect(io.lettuce.core.codec.ByteArrayCodec.INSTANCE)
                    .sync();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything there is: a key, a field, a member, a value each. Bytes stand as characters of the same number. */
    List<String> everything() {
        var all = new ArrayList<String>();
        for (var key : redis.keys("*")) {
            add(all, key);
            switch (redis.type(key)) {
                case "string" -> add(all, redis.get(key));
                case "hash" ->
                    redis.hgetall(key).forEach((field, value) -> {
                        add(all, field);
                        add(all, value);
                    });
                case "zset" -> redis.zrange(key, 0, -1).forEach(member -> add(all, member));
                case "stream" ->
                    redis.xrange(key, Range.unbounded())
                            .forEach(entry -> entry.getBody().forEach((field, value) -> {
                                add(all, field);
                                add(all, value);
                            }));
                case "none" -> {
                    // Run out while we were looking.
                }
                default -> throw new AssertionError("nobody looks into a " + redis.type(key));
            }
        }
        return all;
    }

    /** Whether a word stands anywhere, in UTF-8. */
    boolean holds(String word) {
        var bytes = new String(word.getBytes(UTF_8), ISO_8859_1);
        return everything().stream().anyMatch(one -> one.contains(bytes));
    }

    /** Rewrites the append-only file and waits until that is done. */
    void rewrite() {
        redis.bgrewriteaof();
        Eventually.so("the append-only file is rewritten", Duration.ofSeconds(20), () -> {
            var info = redis.info("persistence");
            return info.contains("aof_rewrite_in_progress:0") && info.contains("aof_rewrite_scheduled:0");
        });
    }

    /** All that the Redis keeps on the disk, but what says how to reach it. */
    String disk() {
        try (var files = Files.walk(data.resolve("redis"))) {
            var text = new StringBuilder();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file, ISO_8859_1));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(List<String> all, byte[] bytes) {
        all.add(new String(bytes, ISO_8859_1));
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
