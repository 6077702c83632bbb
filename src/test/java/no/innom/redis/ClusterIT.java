package no.innom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import no.innom.Eventually;
import no.innom.Program;
import no.innom.Server;
import no.innom.chat.ChatId;
import no.innom.chat.MasterKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Redis Cluster whose slots move, and whose master dies, in the middle of talks. */
class ClusterIT {
    private static final String PASSWORD = "et-langt-passord";
    private static final int VISITORS = 16;

    private final AtomicInteger asked = new AtomicInteger();
    private ClusterOfThree redis;
    private Server server;
    private Server other;

    @BeforeEach
    void start() {
        redis = ClusterOfThree.start();
        var key = MasterKey.draw(new SecureRandom());
        server = start(redis.url(), key);
        // One node's address is enough: that it belongs to a Cluster is found out.
        other = start("redis://" + redis.any().address(), key);
        Program.addStaff(server, "kari", "Kari", PASSWORD, "leder");
    }

    private static Server start(String url, String key) {
        return Server.start(
                "INNOM_REDIS_URL",
                url,
                "INNOM_SECRETS_MASTERKEY",
                key,
                "INNOM_LIMITS_RATE",
                "10000",
                "INNOM_LIMITS_BURST",
                "10000");
    }

    @AfterEach
    void stop() {
        if (other != null) {
            server.close();
            other.close();
        }
        redis.close();
    }

    /** Each house's bell has both servers listening, where the house is now. */
    private void everyBellIsListenedTo(String when) {
        Eventually.so("both servers listen to every house " + when, Duration.ofSeconds(5), () -> ChatId.HOUSES.stream()
                .allMatch(house -> {
                    var master = redis.masterOf(house);
                    var bell = Keys.bell(house);
                    return master != null
                            && master.ask(r -> r.pubsubShardNumsub(bell)).getOrDefault(bell, 0L) == 2;
                }));
    }

    @Test
    void goesOnWhileHousesMoveAndWhenAMasterIsKilled() {
        try (var crowd =
                new Crowd(() -> asked.getAndIncrement() % 2 == 0 ? server : other, "kari", PASSWORD, VISITORS)) {
            crowd.awaitAcks(20);
            everyBellIsListenedTo("at first");
            long begun = System.nanoTime();
            // Half of the houses, and the place of those on duty.
            ChatId.HOUSES.stream().limit(8).forEach(redis::reshard);
            redis.reshard("duty");
            long moved = System.nanoTime();
            crowd.awaitAcks(20);
            System.out.printf(
                    "9 slots moved in %.1f s, everybody acked %.1f s later, longest answer %.2f s, %d refused%n",
                    (moved - begun) / 1e9, crowd.backAfter(moved), crowd.longestAnswer(), crowd.refusals());
            assertThat(crowd.backAfter(moved)).isLessThan(5);
            everyBellIsListenedTo("after houses have moved");
            redis.cutSubscriptions();
            everyBellIsListenedTo("after the lines have been cut");

            var master = redis.masterOf("a");
            master.kill();
            long down = System.nanoTime();
            redis.awaitAnotherMaster(master, "a");
            long up = System.nanoTime();
            crowd.awaitAcks(20);
            everyBellIsListenedTo("after a master has died");
            int lost = crowd.account();
            System.out.printf(
                    "master killed: new master after %.1f s, everybody acked %.1f s later, longest answer %.2f s, %d acked, %d refused, %d lost%n",
                    (up - down) / 1e9,
                    crowd.backAfter(up),
                    crowd.longestAnswer(),
                    crowd.acks(),
                    crowd.refusals(),
                    lost);
            assertThat(lost).isZero();
            crowd.everybodyWasAnsweredInTime();
            assertThat(crowd.backAfter(up)).isLessThan(5);
        }
    }
}
