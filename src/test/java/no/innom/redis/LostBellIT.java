package no.innom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import no.innom.Client;
import no.innom.Program;
import no.innom.Server;
import no.innom.chat.MasterKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers, and nobody hears the bell between them just when it is rung. */
class LostBellIT {
    private static final String PASSWORD = "et-langt-passord";

    private static RedisProcess redis;
    private static Server one;
    private static Server two;

    @BeforeAll
    static void start() {
        redis = RedisProcess.start();
        String[] settings = {
            "INNOM_REDIS_URL",
            "redis://" + redis.address(),
            "INNOM_SECRETS_MASTERKEY",
            MasterKey.draw(new SecureRandom()),
            "INNOM_LIMITS_RATE",
            "1000",
            "INNOM_LIMITS_BURST",
            "1000"
        };
        one = Server.start(settings);
        two = Server.start(settings);
        Program.addStaff(one, "kari", "Kari", PASSWORD, "leder");
    }

    @AfterAll
    static void stop() {
        if (two != null) {
            one.close();
            two.close();
            redis.close();
        }
    }

    @Test
    void showsAnAlarmAMessageAndAnErasureOfTheOtherNodeAllTheSame() {
        try (var staff = onDuty();
                var visitor = Client.visitor(one)) {
            var chat = visitor.start().path("chat").asText();
            var alarm = unheard(
                    "alarm",
                    n -> visitor.say("r" + n, "jeg vil dø"),
                    n -> staff.await(frame -> is(frame, "alarm") && of(frame, chat)));
            assertThat(alarm.path("level").asText()).isEqualTo("high");
            staff.send("claim", "chat", chat, "id", "c");
            staff.await("claimed", "c");
            unheard(
                    "message to staff",
                    n -> visitor.say("m" + n, "er du der " + n),
                    n -> staff.await(frame ->
                            is(frame, "message") && frame.path("text").asText().equals("er du der " + n)));
            unheard(
                    "message to the visitor",
                    n -> {
                        staff.send("say", "chat", chat, "id", "s" + n, "text", "jeg er her " + n);
                        staff.await("ack", "s" + n);
                    },
                    n -> visitor.await(frame ->
                            is(frame, "message") && frame.path("text").asText().equals("jeg er her " + n)));
            unheard(
                    "erasure",
                    n -> {
                        visitor.just("erase");
                        visitor.await("bye");
                    },
                    n -> staff.await(frame -> is(frame, "gone") && of(frame, chat)));
        }
    }

    @Test
    void tellsAWaitingCardItsLeavingAndTheVisitorsGoing() {
        try (var staff = onDuty();
                var visitor = Client.visitor(one)) {
            var chat = visitor.start().path("chat").asText();
            unheard(
                    "waiting",
                    n -> {
                        visitor.send("human", "id", "h" + n);
                        visitor.await("ack", "h" + n);
                    },
                    n -> staff.await(frame -> is(frame, "waiting") && of(frame, chat)));
            staff.send("claim", "chat", chat, "id", "c");
            staff.await("claimed", "c");
            unheard(
                    "going",
                    n -> visitor.drop(),
                    n -> staff.await(frame ->
                            is(frame, "state") && frame.path("visitor").asText().equals("away")));
        }
    }

    /** Does something while nobody is subscribed, and measures when it is seen on the other node. */
    private static JsonNode unheard(String what, Consumer<Integer> happens, Function<Integer, JsonNode> seen) {
        redis.ask(r -> r.clientKill(io.lettuce.core.KillArgs.Builder.typePubsub()));
        happens.accept(1);
        var subscribed = redis.ask(r -> r.pubsubNumsub(Keys.BELL)).get(Keys.BELL);
        long begun = System.nanoTime();
        var frame = seen.apply(1);
        double took = (System.nanoTime() - begun) / 1e9;
        System.out.printf("%s: %d subscribed just after, seen after %.2f s%n", what, subscribed, took);
        assertThat(took).isLessThan(2.0);
        return frame;
    }

    private static Client onDuty() {
        var staff = Client.staff(two, "kari", PASSWORD);
        staff.await("board");
        staff.send("duty", "on", true, "capacity", 50, "id", "d");
        staff.await("ok", "d");
        return staff;
    }

    private static boolean is(JsonNode frame, String type) {
        return frame.path("type").asText().equals(type);
    }

    private static boolean of(JsonNode frame, String chat) {
        return frame.path("chat").asText().equals(chat);
    }
}
