package no.innom.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import no.innom.Client;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server is killed in the middle of chats, with SIGKILL, and started again on what it left. */
class KillIT {
    private static final int FIRED = 150;

    @AutoClose
    private Server server;

    private String password;

    @BeforeEach
    void start() {
        server = Server.start("INNOM_LIMITS_RATE", "10000", "INNOM_LIMITS_BURST", "10000");
        password = server.password();
    }

    @Test
    void keepsEveryAckedMessageAndTheQueueAsItWas() {
        var staff = onDuty();
        var visitors = new LinkedHashMap<String, Visitor>();
        for (var name : List.of("asks", "risk", "talks", "asks-later", "risk-later", "acute", "with-bot")) {
            visitors.put(name, Visitor.begin(server));
        }
        visitors.values().forEach(v -> v.say("hei-1", "hei, er det noen her i huset"));
        visitors.get("asks").human("h");
        visitors.get("risk").say("r", "jeg vil dø");
        visitors.get("talks").human("h");
        visitors.get("asks-later").human("h");
        visitors.get("risk-later").say("r", "jeg har lyst til å dø");
        visitors.get("acute").say("r", "jeg skal ta livet mitt i kveld");
        visitors.get("risk").say("r2", "jeg sitter på rommet");
        var held = visitors.get("talks");
        staff.send("claim", "chat", held.chat, "id", "c");
        staff.await("claimed", "c");
        staff.send("say", "chat", held.chat, "id", "s1", "text", "Hei, jeg er her.");
        long staffSeq = staff.await("ack", "s1").path("seq").asLong();
        held.say("svar", "takk for at du kom");
        staff.send("note", "chat", held.chat, "id", "n1", "text", "virker trygg");
        staff.await("ack", "n1");
        var waiting = List.of("acute", "risk", "risk-later", "asks", "asks-later");
        assertThat(queue(board())).isEqualTo(ids(visitors, waiting));

        server.kill();
        server = server.startAgain();

        for (var visitor : visitors.values()) {
            var log = visitor.resume(server);
            assertThat(log.stream().map(m -> m.path("seq").asLong())).containsExactlyElementsOf(upTo(log.size()));
            visitor.acked.forEach((id, seq) -> assertThat(ofId(log, id))
                    .as("the acked message %s", id)
                    .singleElement()
                    .satisfies(m -> assertThat(m.path("seq").asLong()).isEqualTo(seq)));
        }
        assertThat(visitors.get("risk").state.path("status").asText()).isEqualTo("waiting");
        assertThat(visitors.get("risk").state.path("ahead").asInt()).isEqualTo(1);
        assertThat(visitors.get("with-bot").state.path("status").asText()).isEqualTo("bot");
        assertThat(held.state.path("status").asText()).isEqualTo("human");

        var again = Client.staff(server, "vakt", password);
        var board = again.await("board");
        assertThat(queue(board)).isEqualTo(ids(visitors, waiting));
        assertThat(board.path("mine")).hasSize(1);
        var mine = board.path("mine").get(0);
        assertThat(mine.path("chat").asText()).isEqualTo(held.chat);
        assertThat(list(mine.path("log")).get((int) staffSeq - 1).path("text").asText())
                .isEqualTo("Hei, jeg er her.");
        assertThat(mine.path("notes"))
                .singleElement()
                .satisfies(n -> assertThat(n.path("text").asText()).isEqualTo("virker trygg"));

        again.send("say", "chat", held.chat, "id", "s1", "text", "Hei, jeg er her.");
        assertThat(again.await("ack", "s1").path("seq").asLong()).isEqualTo(staffSeq);
        again.send("say", "chat", held.chat, "id", "s2", "text", "Jeg er her ennå.");
        assertThat(held.client.await("message").path("text").asText()).isEqualTo("Jeg er her ennå.");

        again.send("duty", "on", true, "capacity", 20, "id", "d");
        again.await("ok", "d");
        for (var name : waiting) {
            again.send("claim", "id", "next-" + name);
            assertThat(again.await("claimed", "next-" + name).path("chat").asText())
                    .as("taken next: %s", name)
                    .isEqualTo(visitors.get(name).chat);
        }
        again.send("claim", "id", "none");
        assertThat(again.await("error", "none").path("code").asText()).isEqualTo("none_waiting");
    }

    @ParameterizedTest
    @CsvSource({"12, false", "35, true"})
    void neitherLosesNorDoublesWhatWasFiredWhenItWasKilled(int killedAfter, boolean redisToo) {
        var staff = onDuty();
        var visitor = Visitor.begin(server);
        visitor.human("h");
        staff.send("claim", "chat", visitor.chat, "id", "c");
        staff.await("claimed", "c");
        visitor.client.pending();
        for (int i = 1; i <= FIRED; i++) {
            // Neither side waits for anything; what the pace of frames refuses is never acked.
            fire(staff, "s" + i, visitor.chat);
            fire(visitor.client, "m" + i, null);
        }
        var acked = new HashMap<String, Long>();
        while (acked.size() < killedAfter) {
            var ack = visitor.client.await("ack");
            acked.put(ack.path("id").asText(), ack.path("seq").asLong());
        }
        if (redisToo) {
            server.killRedis();
        }
        server.kill();
        collect(visitor.client, acked);
        var ackedOfStaff = new HashMap<String, Long>();
        collect(staff, ackedOfStaff);
        server = server.startAgain();

        var log = visitor.resume(server);
        assertThat(log.stream().map(m -> m.path("seq").asLong())).containsExactlyElementsOf(upTo(log.size()));
        acked.forEach((id, seq) -> assertThat(ofId(log, id))
                .singleElement()
                .satisfies(m -> assertThat(m.path("seq").asLong()).isEqualTo(seq)));
        assertThat(mine(log)).isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b)));
        ackedOfStaff.forEach((id, seq) ->
                assertThat(log.get((int) (seq - 1)).path("text").asText()).isEqualTo("fra " + id));

        for (int i = 1; i <= 40; i++) {
            visitor.client.send("say", "id", "m" + i, "text", "fra m" + i);
            long seq = visitor.client.await("ack", "m" + i).path("seq").asLong();
            if (acked.containsKey("m" + i)) {
                assertThat(seq).isEqualTo(acked.get("m" + i));
            }
            acked.put("m" + i, seq);
            if (i % 20 == 0) {
                visitor.resume(server);
            }
        }
        var all = visitor.resume(server);
        assertThat(mine(all)).doesNotHaveDuplicates();
        acked.forEach((id, seq) -> assertThat(ofId(all, id)).hasSize(1));
        assertThat(all.stream()
                        .filter(m -> m.path("from").asText().equals("staff"))
                        .map(m -> m.path("text").asText()))
                .doesNotHaveDuplicates();
    }

    private Client onDuty() {
        var staff = Client.staff(server, "vakt", password);
        staff.await("board");
        staff.send("duty", "on", true, "capacity", 20, "id", "d");
        staff.await("ok", "d");
        return staff;
    }

    private static void fire(Client client, String id, String chat) {
        if (chat == null) {
            client.send("say", "id", id, "text", "fra " + id);
        } else {
            client.send("say", "id", id, "text", "fra " + id, "chat", chat);
        }
    }

    private JsonNode board() {
        try (var another = Client.staff(server, "vakt", password)) {
            return another.await("board");
        }
    }

    /** What had come before the connection broke. */
    private static void collect(Client client, Map<String, Long> acked) {
        client.closeCode();
        client.pending().stream()
                .filter(frame -> frame.path("type").asText().equals("ack"))
                .forEach(frame ->
                        acked.put(frame.path("id").asText(), frame.path("seq").asLong()));
    }

    private static List<String> queue(JsonNode board) {
        return list(board.path("waiting")).stream()
                .map(card -> card.path("chat").asText())
                .toList();
    }

    private static List<String> ids(Map<String, Visitor> visitors, List<String> names) {
        return names.stream().map(name -> visitors.get(name).chat).toList();
    }

    private static List<JsonNode> ofId(List<JsonNode> log, String id) {
        return log.stream().filter(m -> m.path("id").asText().equals(id)).toList();
    }

    private static List<String> mine(List<JsonNode> log) {
        return log.stream()
                .filter(m -> m.path("from").asText().equals("you"))
                .map(m -> m.path("id").asText())
                .filter(id -> id.matches("m\\d+"))
                .toList();
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    private static List<Long> upTo(int size) {
        var all = new ArrayList<Long>();
        for (long i = 1; i <= size; i++) {
            all.add(i);
        }
        return all;
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** A visitor who keeps the key and what was acked, as the page does. */
    private static final class Visitor {
        private final Map<String, Long> acked = new HashMap<>();
        private Client client;
        private String chat;
        private String key;
        private JsonNode state;

        static Visitor begin(Server server) {
            var visitor = new Visitor();
            visitor.client = Client.visitor(server);
            var welcome = visitor.client.start();
            visitor.chat = welcome.path("chat").asText();
            visitor.key = welcome.path("key").asText();
            return visitor;
        }

        void say(String id, String text) {
            acked.put(id, client.say(id, text));
        }

        void human(String id) {
            client.send("human", "id", id);
            acked.put(id, client.await("ack", id).path("seq").asLong());
        }

        /** The whole log as it comes back. */
        List<JsonNode> resume(Server server) {
            client.close();
            client = Client.visitor(server);
            client.send("resume", "key", key);
            assertThat(client.await("welcome").path("resumed").asBoolean()).isTrue();
            var log = new ArrayList<JsonNode>();
            var ids = new HashSet<Long>();
            for (var frame = client.next(); !frame.path("type").asText().equals("state"); frame = client.next()) {
                if (frame.path("type").asText().equals("message")) {
                    assertThat(ids.add(frame.path("seq").asLong())).isTrue();
                    log.add(frame);
                }
                state = frame;
            }
            state = client.seen().get(client.seen().size() - 1);
            return log;
        }
    }
}
