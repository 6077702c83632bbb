package no.innom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import no.innom.Client;
import no.innom.Eventually;
import no.innom.Server;
import org.junit.jupiter.api.Test;

/** What is said when Redis is gone, and what time does when it is there. */
class OutageIT {
    @Test
    void saysThatItIsUnavailableWithTheNumbersToCallWhenRedisIsGone() throws IOException {
        try (var server = Server.start();
                var visitor = Client.visitor(server);
                var another = Client.visitor(server)) {
            var key = visitor.start().path("key").asText();
            long acked = visitor.say("m1", "før");
            assertThat(Client.get(server, "/health/ready").statusCode()).isEqualTo(200);
            // Without this it is back before anybody notices.
            Files.delete(server.data().resolve("redis/redis.conf"));
            server.killRedis();

            long begun = System.nanoTime();
            visitor.send("say", "id", "m2", "text", "under");
            var error = visitor.await("error", "m2");
            assertThat((System.nanoTime() - begun) / 1e9).isLessThan(2.0);
            assertThat(error.path("code").asText()).isEqualTo("unavailable");
            assertThat(error.path("retryAfterMs").asLong()).isPositive();
            assertThat(error.path("text").asText()).contains("113", "112", "116 111");
            another.send("start", "language", "en");
            var refused = another.await("error");
            assertThat(refused.path("code").asText()).isEqualTo("unavailable");
            assertThat(refused.path("text").asText()).contains("113").contains("call");

            var ready = Client.get(server, "/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
            assertThat(Client.get(server, "/health/live").statusCode()).isEqualTo(200);
            assertThat(Client.login(server, "vakt", server.password()).statusCode())
                    .isEqualTo(503);

            Eventually.so("the tries to start it end", Duration.ofSeconds(30), () -> server.log()
                    .contains("nor will it be"));
            server.kill();
            try (var again = server.startAgain();
                    var back = Client.visitor(again)) {
                back.send("resume", "key", key, "after", acked - 1);
                assertThat(back.await("message").path("id").asText()).isEqualTo("m1");
                back.await("state");
                back.say("m2", "under");
            }
        }
    }

    @Test
    void startsItsRedisAgainWhenThatDiesAndGoesOnWithinSeconds() {
        try (var server = Server.start("INNOM_LIMITS_RATE", "10000", "INNOM_LIMITS_BURST", "10000");
                var crowd = new Crowd(() -> server, "vakt", server.password(), 6)) {
            crowd.awaitAcks(20);
            for (int i = 0; i < 3; i++) {
                long killed = System.nanoTime();
                server.killRedis();
                crowd.awaitAcks(20);
                double back = crowd.backAfter(killed);
                System.out.printf("built-in Redis killed: everybody acked %.1f s later%n", back);
                assertThat(back).isLessThan(5);
            }
            crowd.everybodyWasAnsweredInTime();
            assertThat(crowd.account()).isZero();
            assertThat(Client.get(server, "/health/ready").statusCode()).isEqualTo(200);
            long stopping = System.nanoTime();
            server.killRedis();
            assertThat(server.stop()).isZero();
            assertThat((System.nanoTime() - stopping) / 1e9).isLessThan(10);
        }
    }

    @Test
    void closesAChatThatNobodyHasWrittenInForLong() {
        try (var server = Server.start("INNOM_CHAT_IDLE", "PT2S");
                var visitor = Client.visitor(server);
                var waiting = Client.visitor(server)) {
            visitor.start();
            waiting.start();
            waiting.send("human", "id", "h");
            waiting.await("ack", "h");
            assertThat(visitor.await("state").path("status").asText()).isEqualTo("closed");
            assertThat(visitor.await("bye").path("reason").asText()).isEqualTo("ended");
            assertThat(visitor.closeCode()).isEqualTo(1000);
            // Who waits for a person is owed one.
            waiting.say("m", "jeg venter ennå");
            try (var staff = Client.staff(server, "vakt", server.password())) {
                staff.await("board");
                staff.send("duty", "on", true, "id", "d");
                staff.await("ok", "d");
                staff.send("claim", "id", "c");
                staff.await("claimed", "c");
                Eventually.so("the held chat is closed too", Duration.ofSeconds(20), () -> waiting.pending().stream()
                        .anyMatch(frame -> frame.path("type").asText().equals("bye")));
            }
        }
    }
}
