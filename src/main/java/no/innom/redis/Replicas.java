package no.innom.redis;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits, after a commit and before its ack, until a replica has it too, where the master has replicas ({@code WAIT}).
 *
 * <p><b>What is promised.</b> An ack that waited survives the death of the master: of its replicas the one that has the
 * most is promoted. An ack does not wait where there is no replica in step, and no longer than {@link #PATIENCE}: then
 * it is given all the same, since the message is on the master's disk and with whoever was told of it, and a visitor
 * who is left without an answer is worse off. Such acks are counted ({@code innom.redis.unreplicated}) and could be
 * lost if the master died for good in that moment. Who would rather refuse sets {@code min-replicas-to-write} in Redis:
 * visitors are told {@code unavailable} then.
 *
 * <p>One question at a time goes to each master, and answers for all commits before it: the price is a round trip to
 * the replica, whatever the load. Safe for any thread.
 */
public final class Replicas {
    /** An ack waits at most this long for a replica. */
    static final Duration PATIENCE = Duration.ofMillis(250);
    /** A replica that has said nothing for longer is out of step: nobody waits for it. */
    private static final int LONGEST_LAG_SECONDS = 2;

    private static final Pattern IN_STEP = Pattern.compile("slave\\d+:.*state=online.*,lag=(\\d+)");
    private static final Logger LOG = LoggerFactory.getLogger(Replicas.class);

    private final Vertx vertx;
    private final Masters masters;
    private final Counter unreplicated;
    private final Map<String, Integer> inStep = new ConcurrentHashMap<>();
    private final Map<String, Round> rounds = new ConcurrentHashMap<>();
    private final AtomicBoolean late = new AtomicBoolean();

    public Replicas(Vertx vertx, RedisLink redis, MeterRegistry meters) {
        this.vertx = vertx;
        this.masters = redis.masters();
        this.unreplicated = Counter.builder("innom.redis.unreplicated")
                .description("Acks that no replica had confirmed in time, though there are replicas")
                .register(meters);
        Gauge.builder("innom.redis.replicas", this, Replicas::fewest)
                .description("Replicas in step with the master that has the fewest")
                .register(meters);
    }

    /** Looks at how many replicas each master has; called about once a second. Never fails. */
    public Future<Void> refresh() {
        var names = masters.names();
        inStep.keySet().retainAll(names);
        rounds.keySet().retainAll(names);
        return Future.join(names.stream().map(this::look).toList())
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    /** Done when what has been committed to the server of this house is on a replica, or need not or cannot wait. */
    Future<Void> have(String house) {
        var name = masters.of(Keys.fence(house));
        if (inStep.getOrDefault(name, 0) == 0) {
            return Future.succeededFuture();
        }
        var mine = rounds.computeIfAbsent(name, Round::new).join(house);
        return Future.fromCompletionStage(mine, vertx.getOrCreateContext());
    }

    private Future<?> look(String name) {
        var info = masters.commands(name).thenCompose(redis -> redis.info("replication"));
        return Future.fromCompletionStage(info, vertx.getOrCreateContext())
                .onSuccess(said -> inStep.put(name, count(said)))
                .onFailure(e -> inStep.remove(name));
    }

    private static int count(String info) {
        return (int) info.lines()
                .map(IN_STEP::matcher)
                .filter(replica -> replica.matches() && Integer.parseInt(replica.group(1)) <= LONGEST_LAG_SECONDS)
                .count();
    }

    private int fewest() {
        return masters.names().stream()
                .mapToInt(name -> inStep.getOrDefault(name, 0))
                .min()
                .orElse(0);
    }

    private void answered(boolean confirmed, int acks) {
        if (!confirmed) {
            unreplicated.increment(acks);
        }
        if (late.getAndSet(!confirmed) == confirmed) {
            if (confirmed) {
                LOG.info("A replica of Redis confirms again what is stored.");
            } else {
                LOG.warn("No replica of Redis confirmed in time: what is acked now is on one server only.");
            }
        }
    }

    /** The questions to one master, one after the other. */
    private final class Round {
        private final String name;
        private CompletableFuture<Void> next = new CompletableFuture<>();
        private @Nullable String key;
        private int waiting;
        private boolean asking;

        Round(String name) {
            this.name = name;
        }

        /** Joins the next question, which is asked after this moment. */
        synchronized CompletableFuture<Void> join(String about) {
            var mine = next;
            key = about;
            waiting++;
            if (!asking) {
                ask();
            }
            return mine;
        }

        private synchronized void ask() {
            var house = key;
            asking = house != null;
            if (house == null) {
                return;
            }
            var now = next;
            int acks = waiting;
            next = new CompletableFuture<>();
            key = null;
            waiting = 0;
            // WAIT speaks of what its own connection has written: a mark after all that was written before.
            masters.commands(name)
                    .thenCompose(redis -> {
                        redis.set(Keys.fence(house), new byte[] {'1'});
                        return redis.waitForReplication(1, PATIENCE.toMillis());
                    })
                    .whenComplete((replicas, e) -> {
                        answered(e == null && replicas > 0, acks);
                        now.complete(null);
                        ask();
                    });
        }
    }
}
