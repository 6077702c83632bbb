package no.innom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.innom.Client;
import no.innom.Program;
import no.innom.Server;
import no.innom.chat.MasterKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers on one Redis that is not their own: nobody notices which of them they talk to. */
class NodesIT {
    private static OtherRedis redis;
    private static Server one;
    private static Server two;
    private static final Map<String, String> SETTINGS = new HashMap<>();
    private static final String PASSWORD = "et-langt-passord";

    @BeforeAll
    static void start() {
        redis = OtherRedis.start();
        SETTINGS.put("INNOM_REDIS_URL", redis.url());
        SETTINGS.put("INNOM_SECRETS_MASTERKEY", MasterKey.draw(new java.security.SecureRandom()));
        SETTINGS.put("INNOM_ESCALATION_STEPS", "PT1S,PT2S,PT3S");
        SETTINGS.put("INNOM_DUTY_LEASE", "PT2S");
        var flat = SETTINGS.entrySet().stream()
                .flatMap(e -> List.of(e.getKey(), e.getValue()).stream())
                .toArray(String[]::new);
        one = Server.start(flat);
        two = Server.start(flat);
        Program.addStaff(one, "kari", "Kari", PASSWORD, "fagperson");
        Program.addStaff(two, "per", "Per", PASSWORD, "leder");
    }

    @AfterAll
    static void stop() {
        if (redis != null) {
            one.close();
            two.close();
            redis.close();
        }
    }

    @Test
    void doesNotStartOnAnotherRedisWithoutItsMasterKey() {
        var without = new HashMap<>(SETTINGS);
        without.remove("INNOM_SECRETS_MASTERKEY");
        without.put("INNOM_HTTP_PORT", "0");
        without.put("INNOM_MANAGEMENT_PORT", "0");
        var ended = Program.run(without, "", "serve");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).contains("INNOM_SECRETS_MASTERKEY").doesNotContain("\tat ");
        assertThat(ended.err().strip().lines()).hasSize(1);
    }

    @Test
    void doesNotStartWhereNoRedisAnswers() {
        var without = new HashMap<>(SETTINGS);
        without.put("INNOM_REDIS_URL", "redis://127.0.0.1:1");
        without.put("INNOM_HTTP_PORT", "0");
        without.put("INNOM_MANAGEMENT_PORT", "0");
        var ended = Program.run(without, "", "serve");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).contains("Redis").doesNotContain("\tat ");
    }

    @Test
    void carriesATalkAndItsAlarmFromOneNodeToTheOther() {
        try (var staff = Client.staff(two, "per", PASSWORD);
                var visitor = Client.visitor(one)) {
            staff.await("board");
            staff.send("duty", "on", true, "id", "d");
            staff.await("ok", "d");
            // The other node knows at the next refresh at the latest that somebody is on duty.
            no.innom.Eventually.so(
                    "the other node is open",
                    java.time.Duration.ofSeconds(10),
                    () -> Client.get(one, "/api/open").body().contains("\"open\":true"));
            var chat = visitor.start().path("chat").asText();
            visitor.say("r", "jeg vil dø");
            var alarm = staff.await(frame -> is(frame, "alarm") && of(frame, chat));
            assertThat(alarm.path("step").asInt()).isZero();
            assertThat(alarm.path("level").asText()).isEqualTo("high");
            staff.send("claim", "chat", chat, "id", "c");
            var claimed = staff.await("claimed", "c");
            assertThat(claimed.path("log").size()).isGreaterThan(5);
            visitor.await(
                    frame -> is(frame, "state") && frame.path("status").asText().equals("human"));
            for (int i = 1; i <= 20; i++) {
                staff.send("say", "chat", chat, "id", "s" + i, "text", "herfra " + i);
                staff.await("ack", "s" + i);
                var got = visitor.await(frame ->
                        is(frame, "message") && frame.path("from").asText().equals("staff"));
                assertThat(got.path("text").asText()).isEqualTo("herfra " + i);
            }
            for (int i = 1; i <= 5; i++) {
                visitor.say("m" + i, "derfra " + i);
                var got = staff.await(frame ->
                        is(frame, "message") && frame.path("from").asText().equals("visitor"));
                assertThat(got.path("text").asText()).isEqualTo("derfra " + i);
            }
            staff.send("typing", "chat", chat);
            assertThat(visitor.await("typing").path("from").asText()).isEqualTo("staff");
            var seqs = visitor.seen().stream()
                    .filter(frame -> is(frame, "message"))
                    .map(frame -> frame.path("seq").asLong())
                    .toList();
            assertThat(seqs).isSorted().doesNotHaveDuplicates();
            visitor.drop();
            staff.await(frame ->
                    is(frame, "state") && frame.path("visitor").asText().equals("away"));
        }
    }

    @Test
    void movesAChatFromOneNodeToTheOther() {
        try (var old = Client.visitor(one);
                var page = Client.visitor(two)) {
            var key = old.start().path("key").asText();
            long acked = old.say("m1", "på den ene");
            page.send("resume", "key", key, "after", 0);
            page.await(frame ->
                    frame.path("id").asText().equals("m1") && frame.path("seq").asLong() == acked);
            page.await("state");
            assertThat(old.await("bye").path("reason").asText()).isEqualTo("moved");
            assertThat(old.closeCode()).isEqualTo(1000);
            page.say("m2", "på den andre");
            page.send("say", "id", "m1", "text", "på den ene");
            assertThat(page.await("ack", "m1").path("seq").asLong()).isEqualTo(acked);
        }
    }

    @Test
    void bringsAPersonForWhatIsToldInTwoMessagesOnTwoNodes() {
        try (var old = Client.visitor(one);
                var page = Client.visitor(two)) {
            var key = old.start().path("key").asText();
            old.say("m1", "alt er meningsløst");
            page.send("resume", "key", key, "after", 0);
            page.await("state");
            page.say("m2", "føler meg tom");
            page.await(frame ->
                    is(frame, "state") && !frame.path("status").asText().equals("bot"));
        }
    }

    @Test
    void erasesOnBothNodes() {
        try (var kari = Client.staff(one, "kari", PASSWORD);
                var per = Client.staff(two, "per", PASSWORD);
                var visitor = Client.visitor(one)) {
            kari.await("board");
            per.await("board");
            var chat = visitor.start().path("chat").asText();
            visitor.send("human", "id", "h");
            visitor.await("ack", "h");
            per.await(frame -> is(frame, "waiting") && of(frame, chat));
            visitor.just("erase");
            visitor.await("bye");
            for (var each : List.of(kari, per)) {
                assertThat(each.await(frame -> is(frame, "gone") && of(frame, chat))
                                .path("why")
                                .asText())
                        .isEqualTo("erased");
            }
        }
    }

    @Test
    void givesAChatToOneOfTwoOnDifferentNodes() {
        try (var kari = onDuty(one, "kari");
                var per = onDuty(two, "per")) {
            for (int round = 1; round <= 15; round++) {
                try (var visitor = Client.visitor(round % 2 == 0 ? one : two)) {
                    var chat = visitor.start().path("chat").asText();
                    visitor.send("human", "id", "h");
                    visitor.await("ack", "h");
                    kari.send("claim", "chat", chat, "id", "c" + round);
                    per.send("claim", "chat", chat, "id", "c" + round);
                    var id = "c" + round;
                    var answers = List.of(
                            kari.await(f -> f.path("id").asText().equals(id)),
                            per.await(f -> f.path("id").asText().equals(id)));
                    assertThat(answers.stream().map(f -> f.path("code")
                                    .asText(f.path("type").asText())))
                            .containsExactlyInAnyOrder("claimed", "taken");
                    visitor.just("erase");
                    visitor.await("bye");
                }
            }
        }
    }

    @Test
    void keepsTheChatWithSomebodyWhoHasATabOnEachNode() {
        try (var tab = onDuty(one, "kari");
                var visitor = Client.visitor(two)) {
            var chat = visitor.start().path("chat").asText();
            visitor.send("human", "id", "h");
            visitor.await("ack", "h");
            tab.send("claim", "chat", chat, "id", "c");
            tab.await("claimed", "c");
            try (var other = Client.staff(two, "kari", PASSWORD)) {
                assertThat(other.await("board").path("mine")).hasSize(1);
                tab.close();
                other.send("say", "chat", chat, "id", "s", "text", "fra den andre noden");
                other.await("ack", "s");
                visitor.await(frame ->
                        is(frame, "message") && frame.path("text").asText().equals("fra den andre noden"));
                visitor.just("erase");
                visitor.await("bye");
            }
        }
    }

    private static Client onDuty(Server server, String user) {
        var staff = Client.staff(server, user, PASSWORD);
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
