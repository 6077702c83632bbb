package no.innom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
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

    private ClusterOfThree redis;
    private Server server;

    @BeforeEach
    void start() {
        redis = ClusterOfThree.start();
        server = Server.start(
                "INNOM_REDIS_URL",
                redis.url(),
                "INNOM_SECRETS_MASTERKEY",
                MasterKey.draw(new SecureRandom()),
                "INNOM_LIMITS_RATE",
                "10000",
                "INNOM_LIMITS_BURST",
                "10000");
        Program.addStaff(server, "kari", "Kari", PASSWORD, "leder");
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
        redis.close();
    }

    @Test
    void goesOnWhileHousesMoveAndWhenAMasterIsKilled() {
        try (var crowd = new Crowd(() -> server, "kari", PASSWORD, VISITORS)) {
            crowd.awaitAcks(20);
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

            var master = redis.masterOf("a");
            master.kill();
            long down = System.nanoTime();
            redis.awaitAnotherMaster(master, "a");
            long up = System.nanoTime();
            crowd.awaitAcks(20);
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
            assertThat(crowd.longestAnswer()).isLessThan(2.2);
            assertThat(crowd.backAfter(up)).isLessThan(5);
        }
    }
}
