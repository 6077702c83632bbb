package no.innom.cli;

import io.lettuce.core.RedisException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import no.innom.config.Settings;
import no.innom.duty.Staff;
import no.innom.duty.StaffBook;
import no.innom.publishing.VersionBook;
import no.innom.redis.BuiltInRedis;
import no.innom.redis.RedisLink;
import no.innom.redis.RedisStaff;
import no.innom.redis.RedisVersions;

/** What is kept in Redis, opened for one command: that of the settings, or the built-in one, running or not. */
final class Store {
    private static final int PATIENCE_SECONDS = 10;

    private Store() {}

    /** Does something with the list of staff; blocks. */
    static <T> T staff(Function<StaffBook, Future<T>> what) {
        return with(Conf.load(), redis -> what.apply(new RedisStaff(redis)));
    }

    /** Does something with the versions of the flows; blocks. */
    static <T> T versions(Settings settings, Function<VersionBook, Future<T>> what) {
        return with(settings, redis -> what.apply(new RedisVersions(redis)));
    }

    private static <T> T with(Settings settings, Function<RedisLink, Future<T>> what) {
        var vertx = Vertx.vertx();
        try {
            if (!settings.redis().builtIn()) {
                return ask(vertx, settings.redis().url(), what);
            }
            try (var own = BuiltInRedis.join(settings.dataDir())) {
                return ask(vertx, own.url(), what);
            }
        } finally {
            vertx.close();
        }
    }

    /** The staff member of that name, or a sentence that there is none. */
    static Future<Staff> find(StaffBook book, String user) {
        return book.find(user)
                .map(found -> found.orElseThrow(
                        () -> new FailedException("There is no user " + user + ". `staff list` shows who there is.")));
    }

    private static <T> T ask(Vertx vertx, String url, Function<RedisLink, Future<T>> what) {
        try (var redis = RedisLink.open(vertx, url)) {
            return what.apply(redis).toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (RedisException | TimeoutException e) {
            throw new FailedException("Redis cannot be reached. Is redis.url right, and does it run?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedException("Interrupted.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FailedException failed) {
                throw failed;
            }
            throw new FailedException("This failed in Redis. Try again.");
        }
    }
}
