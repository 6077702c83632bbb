package no.innom.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.ScriptOutputType;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import no.innom.chat.ChatId;
import no.innom.escalation.Seats;

/** The claims under way in Redis, as {@link Keys} says. */
public final class RedisSeats implements Seats {
    private final RedisLink redis;

    public RedisSeats(RedisLink redis) {
        this.redis = redis;
    }

    @Override
    public Future<Seat> take(String user, ChatId chat) {
        var mark = chat.value() + ":" + UUID.randomUUID();
        return redis.<List<byte[]>>run(
                        Script.SEAT,
                        ScriptOutputType.MULTI,
                        new String[] {Keys.seats(user)},
                        mark.getBytes(UTF_8),
                        Long.toString(TAKEN_FOR.toMillis()).getBytes(UTF_8))
                .map(before -> new Seat(
                        user,
                        mark,
                        before.stream()
                                .map(other -> new String(other, UTF_8))
                                .map(other -> new ChatId(other.substring(0, other.indexOf(':'))))
                                .collect(Collectors.toSet())));
    }

    @Override
    public Future<Void> giveBack(Seat seat) {
        return redis.ask(r -> r.zrem(Keys.seats(seat.user()), seat.mark().getBytes(UTF_8)))
                .mapEmpty();
    }
}
