package no.innom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import no.innom.Client;
import no.innom.Eventually;
import no.innom.Program;
import no.innom.Server;
import no.innom.chat.MasterKey;
import org.junit.jupiter.api.Test;

/** A master dies with what its replica has never heard: the store is an older one, and nobody is left with a false log. */
class RewoundIT {
    private static final String PASSWORD = "et-langt-passord";

    @Test
    void beginsAnewWithWhatIsThereWhenTheEndOfAChatIsLost() {
        var vertx = Vertx.vertx();
        try (var master = RedisProcess.start()) {
            var between = new Line(vertx, master.port());
            var front = new Line(vertx, master.port());
            try (var replica = RedisProcess.start("replicaof 127.0.0.1 " + between.port());
                    var server = Server.start(
                            "INNOM_REDIS_URL",
                            "redis://127.0.0.1:" + front.port(),
                            "INNOM_SECRETS_MASTERKEY",
                            MasterKey.draw(new SecureRandom()))) {
                Eventually.so("the replica is in step", Duration.ofSeconds(20), () -> replica.info(
                                "replication", "master_link_status")
                        .equals("up"));
                Program.addStaff(server, "kari", "Kari", PASSWORD, "leder");
                try (var staff = Client.staff(server, "kari", PASSWORD);
                        var visitor = Client.visitor(server)) {
                    staff.await("board");
                    staff.send("duty", "on", true, "id", "d");
                    staff.await("ok", "d");
                    var welcome = visitor.start();
                    var chat = welcome.path("chat").asText();
                    visitor.send("human", "id", "h");
                    visitor.await("ack", "h");
                    staff.send("claim", "chat", chat, "id", "c");
                    staff.await("claimed", "c");
                    visitor.say("m1", "dette er trygt");
                    between.die();
                    long lost = visitor.say("m2", "dette blir borte");

                    replica.ask(redis -> redis.replicaofNoOne());
                    front.turnTo(replica.port());
                    master.kill();

                    // Both are told to come back.
                    assertThat(visitor.closeCode()).isGreaterThan(1000);
                    assertThat(staff.closeCode()).isGreaterThan(1000);
                    comesBack(server, welcome.path("key").asText(), lost, chat);
                }
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void followsTheAddressToTheNewMasterWhenTheOldOneLivesOnAsItsReplica() {
        var vertx = Vertx.vertx();
        try (var old = RedisProcess.start();
                var next = RedisProcess.start("replicaof 127.0.0.1 " + old.port())) {
            var front = new Line(vertx, old.port());
            try (var server = Server.start(
                            "INNOM_REDIS_URL",
                            "redis://127.0.0.1:" + front.port(),
                            "INNOM_SECRETS_MASTERKEY",
                            MasterKey.draw(new SecureRandom()));
                    var visitor = Client.visitor(server)) {
                visitor.start();
                visitor.say("m1", "før");

                next.ask(redis -> redis.replicaofNoOne());
                front.turnTo(next.port());
                old.ask(redis -> redis.replicaof("127.0.0.1", next.port()));

                Eventually.so("it writes to the new master", Duration.ofSeconds(5), () -> {
                    visitor.send("say", "id", "m2", "text", "etter");
                    return visitor.await(frame -> frame.path("id").asText().equals("m2"))
                            .path("type")
                            .asText()
                            .equals("ack");
                });
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static void comesBack(Server server, String key, long lost, String chat) {
        try (var visitor = Client.visitor(server);
                var staff = Client.staff(server, "kari", PASSWORD)) {
            visitor.send("resume", "key", key, "after", lost);
            assertThat(visitor.await("welcome").path("rewound").asBoolean()).isTrue();
            visitor.send("resume", "key", key, "after", 0);
            assertThat(visitor.await("welcome").path("rewound").asBoolean()).isFalse();
            visitor.await("message", "m1");
            visitor.await("state");
            assertThat(staff.await("board").path("mine").findValuesAsText("text"))
                    .contains("dette er trygt")
                    .doesNotContain("dette blir borte");
            assertThat(visitor.say("m2", "dette blir borte")).isEqualTo(lost);
            assertThat(staff.await("message").path("text").asText()).isEqualTo("dette blir borte");
            staff.send("say", "chat", chat, "id", "s1", "text", "Det kom fram nå.");
            assertThat(visitor.await("message").path("text").asText()).isEqualTo("Det kom fram nå.");
        }
    }
}
