package no.innom.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.innom.Client;
import no.innom.Eventually;
import no.innom.Server;
import org.junit.jupiter.api.Test;

/**
 * The server is killed with SIGKILL again and again while visitors and staff write; every fifth time its Redis with it.
 * Twenty times, or as often as {@code -Dinnom.kills=200} says.
 */
class CrashIT {
    private static final int KILLS = Integer.getInteger("innom.kills", 20);
    private static final int TALKING = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private volatile Server server;
    private String password;
    private final Random random = new Random(20261122);
    private final List<Visitor> visitors = new ArrayList<>();
    private final List<Visitor> atRisk = new ArrayList<>();

    @Test
    void losesAndDoublesNothingHoweverOftenItIsKilled() {
        server = Server.start(
                "INNOM_LIMITS_RATE", "10000", "INNOM_LIMITS_BURST", "10000", "INNOM_ESCALATION_STEPS", "PT1H");
        password = server.password();
        var staff = new OnDuty(password);
        try {
            staff.begin();
            for (int i = 0; i < TALKING; i++) {
                visitors.add(new Visitor("visitor-" + i, false));
            }
            visitors.forEach(Writer::begin);
            for (int kill = 1; kill <= KILLS; kill++) {
                var newcomer = new Visitor("at-risk-" + kill, true);
                atRisk.add(newcomer);
                newcomer.begin();
                awaitAcks(5 + random.nextInt(150));
                if (kill % 10 == 0) {
                    // Most lives are too short for staff to come back, take a chat and write.
                    awaitWord(staff);
                }
                if (kill % 5 == 0) {
                    server.killRedis();
                }
                server.kill();
                server = server.startAgain();
            }
            Eventually.so("all who are at risk are acked", PATIENCE, () -> atRisk.stream()
                    .noneMatch(one -> one.acked().isEmpty()));
            staff.end();
            visitors.forEach(Writer::end);
            atRisk.forEach(Writer::end);
            account(staff);
        } finally {
            staff.stop();
            everybody().forEach(Writer::stop);
            server.close();
        }
    }

    private void awaitAcks(int more) {
        long before = acks();
        Eventually.so("somebody is acked", PATIENCE, () -> acks() >= before + more);
    }

    private static void awaitWord(OnDuty staff) {
        int before = staff.acked().size();
        Eventually.so("staff are acked", PATIENCE, () -> staff.acked().size() > before);
    }

    private long acks() {
        return visitors.stream().mapToLong(visitor -> visitor.acked().size()).sum();
    }

    private Stream<Visitor> everybody() {
        return Stream.concat(visitors.stream(), atRisk.stream());
    }

    private void account(OnDuty staff) {
        int lost = 0;
        int doubled = 0;
        int outOfOrder = 0;
        var logs = new HashMap<String, List<JsonNode>>();
        for (var visitor : everybody().toList()) {
            var log = visitor.log();
            logs.put(visitor.chat, log);
            assertThat(log.stream().map(CrashIT::seq))
                    .as("numbers without a gap")
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, log.size()).boxed().toList());
            var mine = log.stream().filter(m -> is(m, "from", "you")).toList();
            var ids = mine.stream().map(m -> m.path("id").asText()).toList();
            doubled += ids.size() - (int) ids.stream().distinct().count();
            var numbers = ids.stream()
                    .filter(id -> id.startsWith("m") && !visitor.late().contains(id))
                    .map(id -> Integer.parseInt(id.substring(1)))
                    .toList();
            outOfOrder += (int) LongStream.range(1, numbers.size())
                    .filter(i -> numbers.get((int) i) < numbers.get((int) i - 1))
                    .count();
            for (var ack : visitor.acked().entrySet()) {
                boolean there = mine.stream().anyMatch(m -> is(m, "id", ack.getKey()) && seq(m) == ack.getValue());
                lost += there ? 0 : 1;
            }
        }
        for (var ack : staff.acked().entrySet()) {
            var text = "svar " + ack.getKey();
            var said = logs.get(staff.to.get(ack.getKey())).stream()
                    .filter(m -> is(m, "text", text))
                    .toList();
            lost += said.stream().anyMatch(m -> seq(m) == ack.getValue()) ? 0 : 1;
            doubled += Math.max(0, said.size() - 1);
        }
        int handoversLost = handoversLost();
        System.out.printf(
                "%d kills, %d messages acked: lost %d, doubled %d, out of order %d; %d handovers: lost %d%n",
                KILLS,
                acks() + staff.acked().size(),
                lost,
                doubled,
                outOfOrder,
                everybody().count(),
                handoversLost);
        assertThat(List.of(lost, doubled, outOfOrder, handoversLost)).containsOnly(0);
        assertThat(staff.acked()).as("staff have written too").isNotEmpty();
    }

    /** How many were handed over, and neither wait nor are held, or both. */
    private int handoversLost() {
        try (var staff = Client.staff(server, "vakt", password)) {
            var board = staff.await("board");
            var places = Stream.concat(chats(board.path("waiting")), chats(board.path("mine")))
                    .toList();
            return (int) everybody()
                    .filter(visitor ->
                            places.stream().filter(visitor.chat::equals).count() != 1)
                    .count();
        }
    }

    private static Stream<String> chats(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(card -> card.path("chat").asText());
    }

    private static boolean is(JsonNode frame, String field, String value) {
        return frame.path(field).asText().equals(value);
    }

    private static long seq(JsonNode message) {
        return message.path("seq").asLong();
    }

    /** A visitor who asks for a person and writes without end, or one at risk who writes once. */
    private final class Visitor extends Writer {
        private final boolean risk;
        private final TreeSet<Long> known = new TreeSet<>();
        private String key;
        private String chat;
        private boolean asked;
        private long last;

        Visitor(String name, boolean risk) {
            super(name, () -> server);
            this.risk = risk;
        }

        @Override
        Client connect(Server server) {
            var client = Client.visitor(server);
            last = 0;
            try {
                if (key == null) {
                    var welcome = client.start();
                    chat = welcome.path("chat").asText();
                    key = welcome.path("key").asText();
                    asked = false;
                } else {
                    client.send("resume", "key", key, "after", withoutGap());
                    client.await("welcome");
                }
                return client;
            } catch (AssertionError e) {
                throw new CompletionException(e);
            }
        }

        /** The last number before which none is missing. */
        private long withoutGap() {
            long upTo = 0;
            while (known.contains(upTo + 1)) {
                upTo++;
            }
            return upTo;
        }

        @Override
        String next(String id) {
            if (!asked) {
                asked = true;
                return risk
                        ? "{\"type\":\"say\",\"id\":\"" + id + "\",\"text\":\"jeg vil dø\"}"
                        : "{\"type\":\"human\",\"id\":\"" + id + "\"}";
            }
            return risk ? null : "{\"type\":\"say\",\"id\":\"" + id + "\",\"text\":\"fra " + id + "\"}";
        }

        @Override
        void heardAck(String id, long seq) {
            known.add(seq);
        }

        @Override
        void hear(JsonNode frame) {
            if (is(frame, "type", "message")) {
                assertThat(seq(frame)).as("shown in order, each once").isGreaterThan(last);
                last = seq(frame);
                known.add(last);
            }
        }

        List<JsonNode> log() {
            try (var client = Client.visitor(server)) {
                client.send("resume", "key", key);
                var log = new ArrayList<JsonNode>();
                for (var frame = client.next(); !is(frame, "type", "state"); frame = client.next()) {
                    if (is(frame, "type", "message")) {
                        log.add(frame);
                    }
                }
                return log;
            }
        }
    }

    /** Somebody on duty who takes chats, answers in them, and now and then lets one go. */
    private final class OnDuty extends Writer {
        private static final int MOST_HELD = 6;

        private final String cookie;
        private final Map<String, String> to = new ConcurrentHashMap<>();
        private final List<String> mine = new ArrayList<>();
        private int turn;

        OnDuty(String password) {
            super("staff", () -> server);
            cookie = Client.cookie(server, "vakt", password);
        }

        @Override
        Client connect(Server server) {
            var client = Client.staff(server, cookie);
            try {
                mine.clear();
                chats(client.await("board").path("mine")).forEach(mine::add);
                client.send("duty", "on", true, "capacity", 100, "id", "d");
                client.await("ok", "d");
                return client;
            } catch (AssertionError e) {
                throw new CompletionException(e);
            }
        }

        @Override
        String next(String id) {
            turn++;
            if (mine.size() < MOST_HELD && turn % 20 == 0) {
                send("{\"type\":\"claim\"}");
            }
            if (mine.isEmpty()) {
                return null;
            }
            if (turn % 97 == 0) {
                send("{\"type\":\"release\",\"chat\":\"" + mine.remove(0) + "\"}");
                return null;
            }
            if (turn % 10 != 0) {
                // Staff have a pace too.
                return null;
            }
            var chat = mine.get(turn / 10 % mine.size());
            to.put(id, chat);
            return "{\"type\":\"say\",\"id\":\"" + id + "\",\"chat\":\"" + chat + "\",\"text\":\"svar " + id + "\"}";
        }

        @Override
        void hear(JsonNode frame) {
            if (is(frame, "type", "claimed")) {
                mine.add(frame.path("chat").asText());
            } else if (is(frame, "code", "not_yours")) {
                giveUp(frame.path("id").asText());
            }
        }
    }
}
