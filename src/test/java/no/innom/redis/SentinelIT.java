package no.innom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import no.innom.Client;
import no.innom.Eventually;
import no.innom.Program;
import no.innom.Server;
import no.innom.chat.MasterKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A master with replicas and Sentinels: the master dies in the middle of talks. */
class SentinelIT {
    private static final String PASSWORD = "et-langt-passord";
    private static final int VISITORS = 8;

    private SentinelGroup redis;
    private Server server;

    @BeforeEach
    void start() {
        redis = SentinelGroup.start();
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
    void goesOnWithTheNewMasterAndLosesNothingWhenTheMasterIsKilled() {
        goesOnWhen(redis.master()::kill, "killed");
    }

    @Test
    void goesOnWithTheNewMasterWhenTheOldOneFallsSilent() {
        goesOnWhen(redis.master()::freeze, "silent");
    }

    private void goesOnWhen(Runnable fails, String what) {
        try (var crowd = new Crowd(() -> server, "kari", PASSWORD, VISITORS)) {
            crowd.awaitAcks(50);
            fails.run();
            long down = System.nanoTime();
            redis.awaitNewMaster();
            long up = System.nanoTime();
            crowd.awaitAcks(50);
            Eventually.so(
                    "the bell is heard from the new master",
                    Duration.ofSeconds(5),
                    () -> redis.master().ask(r -> r.pubsubNumsub(Keys.BELL)).get(Keys.BELL) == 1);
            int lost = crowd.account();
            System.out.printf(
                    "master %s: new master after %.1f s, everybody acked %.1f s later, longest answer %.2f s, %d acked, %d refused, %d lost%n",
                    what,
                    (up - down) / 1e9,
                    crowd.backAfter(up),
                    crowd.longestAnswer(),
                    crowd.acks(),
                    crowd.refusals(),
                    lost);
            assertThat(lost).isZero();
            crowd.everybodyWasAnsweredInTime();
            assertThat(crowd.backAfter(up)).isLessThan(5);
            assertThat(Client.get(server, "/health/ready").statusCode()).isEqualTo(200);
        }
    }
}
