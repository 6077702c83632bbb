package no.innom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import no.innom.Client;
import no.innom.Eventually;
import no.innom.Program;
import no.innom.Server;
import no.innom.chat.MasterKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers on one Redis, one of which ends in the middle of talks: stopped for a new version, or killed. */
class NodeEndsIT {
    private static final String PASSWORD = "et-langt-passord";
    private static final int VISITORS = 10;

    private final AtomicReferenceArray<Server> servers = new AtomicReferenceArray<>(2);
    private final AtomicInteger asked = new AtomicInteger();
    private RedisProcess redis;

    @BeforeEach
    void start() {
        redis = RedisProcess.start("appendonly yes");
        var key = MasterKey.draw(new SecureRandom());
        for (int i = 0; i < 2; i++) {
            servers.set(
                    i,
                    Server.start(
                            "INNOM_REDIS_URL",
                            "redis://" + redis.address(),
                            "INNOM_SECRETS_MASTERKEY",
                            key,
                            "INNOM_LIMITS_RATE",
                            "10000",
                            "INNOM_LIMITS_BURST",
                            "10000"));
        }
        Program.addStaff(servers.get(0), "kari", "Kari", PASSWORD, "leder");
    }

    @AfterEach
    void stop() {
        for (int i = 0; i < 2; i++) {
            if (servers.get(i) != null) {
                servers.get(i).close();
            }
        }
        redis.close();
    }

    @Test
    void neitherLosesNorDoublesAWordWhileOneAfterTheOtherIsStartedAnew() {
        try (var crowd = new Crowd(this::oneOfThem, "kari", PASSWORD, VISITORS)) {
            crowd.awaitAcks(20);
            for (int i = 0; i < 2; i++) {
                long begun = System.nanoTime();
                assertThat(servers.get(i).stop()).isZero();
                double took = (System.nanoTime() - begun) / 1e9;
                servers.set(i, servers.get(i).startAgain());
                crowd.awaitAcks(20);
                System.out.printf("node %d left in %.1f s%n", i, took);
                assertThat(took).isLessThan(10);
            }
            int lost = crowd.account();
            System.out.printf("rolling restart: %d acked, %d refused, %d lost%n", crowd.acks(), crowd.refusals(), lost);
            assertThat(lost).isZero();
        }
    }

    @Test
    void goesOnWhenOneIsKilledAndKnowsThatItsSocketsAreDead() {
        try (var crowd = new Crowd(this::oneOfThem, "kari", PASSWORD, VISITORS);
                var staff = Client.staff(servers.get(1), "kari", PASSWORD);
                var silent = Client.visitor(servers.get(0))) {
            var chat = silent.start().path("chat").asText();
            silent.send("human", "id", "h");
            silent.await("ack", "h");
            staff.send("claim", "chat", chat, "id", "c");
            assertThat(staff.await("claimed", "c").path("visitor").asText()).isEqualTo("here");
            crowd.awaitAcks(20);

            servers.get(0).kill();
            long killed = System.nanoTime();
            Eventually.so(
                    "the staff know that the visitor is away", Duration.ofSeconds(20), () -> staff.pending().stream()
                            .anyMatch(frame -> frame.path("type").asText().equals("state")
                                    && frame.path("chat").asText().equals(chat)
                                    && frame.path("visitor").asText().equals("away")));
            double known = (System.nanoTime() - killed) / 1e9;
            crowd.awaitAcks(20);
            int lost = crowd.account();
            System.out.printf(
                    "node killed: its visitor known to be away after %.1f s, %d acked, %d lost%n",
                    known, crowd.acks(), lost);
            assertThat(lost).isZero();
            assertThat(known).isLessThan(10);
        }
    }

    /** As a load balancer does: another one at each connection. */
    private Server oneOfThem() {
        return servers.get(asked.getAndIncrement() % 2);
    }
}
