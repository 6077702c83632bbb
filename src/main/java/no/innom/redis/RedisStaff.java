package no.innom.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.vertx.core.Future;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.innom.duty.Staff;
import no.innom.duty.StaffBook;
import no.innom.duty.Totp;
import org.jspecify.annotations.Nullable;

/** Staff and their sessions in Redis, as {@link Keys} says. */
public final class RedisStaff implements StaffBook {
    private static final int SECRET_BYTES = 32;

    private final RedisLink redis;
    private final SecureRandom random = new SecureRandom();

    public RedisStaff(RedisLink redis) {
        this.redis = redis;
    }

    @Override
    public Future<Optional<Staff>> find(String user) {
        return redis.ask(r -> r.hget(Keys.USERS, user)).map(RedisStaff::staff);
    }

    @Override
    public Future<Boolean> add(Staff staff) {
        return redis.ask(r -> r.hsetnx(Keys.USERS, staff.user(), Json.write(staff)));
    }

    @Override
    public Future<Void> put(Staff staff) {
        return redis.ask(r -> r.hset(Keys.USERS, staff.user(), Json.write(staff)))
                .mapEmpty();
    }

    @Override
    public Future<List<Staff>> all() {
        return redis.ask(r -> r.hgetall(Keys.USERS)).map(all -> all.values().stream()
                .map(json -> Json.read(json, Staff.class))
                .sorted(Comparator.comparing(Staff::user))
                .toList());
    }

    @Override
    public Future<String> openSession(String user, Duration lifetime) {
        return remember(user, lifetime, Keys::session);
    }

    @Override
    public Future<Optional<Staff>> session(String secret) {
        return whose(Keys.session(hash(secret)));
    }

    @Override
    public Future<Void> closeSession(String secret) {
        return redis.ask(r -> r.del(Keys.session(hash(secret)))).mapEmpty();
    }

    @Override
    public Future<Long> countTry(String by, Duration window) {
        return redis.run(
                Script.TRY,
                ScriptOutputType.INTEGER,
                new String[] {Keys.tries(by)},
                Long.toString(window.toMillis()).getBytes(UTF_8));
    }

    @Override
    public Future<Void> forgetTries(String by) {
        return redis.ask(r -> r.del(Keys.tries(by))).mapEmpty();
    }

    @Override
    public Future<String> knowComputer(String user, Duration lifetime) {
        return remember(user, lifetime, Keys::computer);
    }

    @Override
    public Future<Optional<String>> computer(String secret, String user) {
        return whose(Keys.computer(hash(secret)))
                .map(owner -> owner.filter(staff -> staff.user().equals(user)).map(staff -> hash(secret)));
    }

    @Override
    public Future<Boolean> useCode(String user, long step) {
        return redis.ask(r -> r.set(
                        Keys.code(user, step), new byte[0], SetArgs.Builder.nx().px(Totp.REMEMBERED)))
                .map("OK"::equals);
    }

    /** Keeps under the hash of a new secret whose it is, bound to the password of now; answers the secret. */
    private Future<String> remember(String user, Duration lifetime, UnaryOperator<String> key) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return find(user).compose(found -> {
            var value = user + " " + found.map(RedisStaff::stamp).orElse("");
            return redis.ask(r -> r.set(key.apply(hash(secret)), value.getBytes(UTF_8), SetArgs.Builder.px(lifetime)))
                    .map(secret);
        });
    }

    /** Whom a secret was given to, if they are not disabled and have no new password since. */
    private Future<Optional<Staff>> whose(String key) {
        return redis.ask(r -> r.get(key)).compose(value -> {
            if (value == null) {
                return Future.succeededFuture(Optional.empty());
            }
            var parts = new String(value, UTF_8).split(" ", 2);
            return find(parts[0])
                    .map(found -> found.filter(
                            staff -> !staff.disabled() && stamp(staff).equals(parts[1])));
        });
    }

    private static Optional<Staff> staff(byte @Nullable [] json) {
        return json == null ? Optional.empty() : Optional.of(Json.read(json, Staff.class));
    }

    private static String stamp(Staff staff) {
        return hash(staff.password()).substring(0, 16);
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
