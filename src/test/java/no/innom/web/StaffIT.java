package no.innom.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.innom.Client;
import no.innom.Program;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Section 3 of the wire protocol, with several people on duty. */
class StaffIT {
    private static final int ROUNDS = 25;

    @AutoClose
    private static Server server;

    private static String vakt;
    private static String kari;
    private static String ola;

    @BeforeAll
    static void start() {
        server = Server.start(
                "INNOM_LIMITS_RATE", "1000",
                "INNOM_LIMITS_BURST", "1000",
                "INNOM_DUTY_LEASE", "PT3S",
                "INNOM_ESCALATION_STEPS", "PT1S,PT2S,PT3S");
        vakt = Client.cookie(server, "vakt", server.password());
        Program.addStaff(server, "kari", "Kari", "kari-passord", "fagperson");
        Program.addStaff(server, "ola", "Ola", "ola-passord", "frivillig");
        kari = Client.cookie(server, "kari", "kari-passord");
        ola = Client.cookie(server, "ola", "ola-passord");
    }

    @Test
    void givesAChatToExactlyOneOfTwoWhoClaimAtOnce() {
        try (var one = onDuty(vakt, 100);
                var other = onDuty(kari, 100)) {
            for (int round = 1; round <= ROUNDS; round++) {
                try (var visitor = Client.visitor(server)) {
                    var chat = asks(visitor);
                    one.send("claim", "chat", chat, "id", "c" + round);
                    other.send("claim", "chat", chat, "id", "c" + round);
                    var first = answer(one, "c" + round);
                    var second = answer(other, "c" + round);
                    assertThat(List.of(outcome(first), outcome(second))).containsExactlyInAnyOrder("claimed", "taken");
                    visitor.just("erase");
                    visitor.await("bye");
                }
            }
        }
    }

    @Test
    void givesEachOfTwoWhoTakeTheNextAChatOfTheirOwn() {
        try (var one = onDuty(vakt, 100);
                var other = onDuty(kari, 100)) {
            for (int round = 1; round <= 10; round++) {
                try (var first = Client.visitor(server);
                        var second = Client.visitor(server)) {
                    var chats = List.of(asks(first), asks(second));
                    one.send("claim", "id", "n" + round);
                    other.send("claim", "id", "n" + round);
                    assertThat(List.of(
                                    one.await("claimed", "n" + round)
                                            .path("chat")
                                            .asText(),
                                    other.await("claimed", "n" + round)
                                            .path("chat")
                                            .asText()))
                            .containsExactlyInAnyOrderElementsOf(chats);
                    first.just("erase");
                    second.just("erase");
                    first.await("bye");
                    second.await("bye");
                }
            }
        }
    }

    @Test
    void givesNobodyMoreChatsThanTheyHaveSeatsForHoweverManyTabsClaimAtOnce() {
        try (var tab = onDuty(kari, 2);
                var other = Client.staff(server, kari);
                var third = Client.staff(server, kari)) {
            other.await("board");
            third.await("board");
            for (int round = 1; round <= ROUNDS; round++) {
                try (var a = Client.visitor(server);
                        var b = Client.visitor(server);
                        var c = Client.visitor(server)) {
                    var chats = List.of(asks(a), asks(b), asks(c));
                    var tabs = List.of(tab, other, third);
                    for (int i = 0; i < 3; i++) {
                        tabs.get(i).send("claim", "chat", chats.get(i), "id", "s" + round + "-" + i);
                    }
                    var outcomes = new ArrayList<String>();
                    for (int i = 0; i < 3; i++) {
                        outcomes.add(outcome(answer(tabs.get(i), "s" + round + "-" + i)));
                    }
                    // Of three at once one may be refused for the sake of another that fails as well; never the first.
                    assertThat(outcomes).containsOnly("claimed", "at_capacity").contains("claimed", "at_capacity");
                    for (var each : List.of(a, b, c)) {
                        each.just("erase");
                        each.await("bye");
                    }
                }
            }
        }
    }

    @Test
    void takesAnAcuteChatForTwoSeatsAndNeverRefusesItToWhoHasOneFree() {
        try (var staff = onDuty(kari, 3);
                var a = Client.visitor(server);
                var b = Client.visitor(server);
                var c = Client.visitor(server)) {
            var first = asks(a);
            claim(staff, first);
            var second = asks(b);
            claim(staff, second);
            var acute = c.start().path("chat").asText();
            c.say("risk", "jeg har tatt en overdose nå");
            var card = staff.await(frame -> is(frame, "waiting") && of(frame, acute));
            assertThat(card.path("level").asText()).isEqualTo("acute");
            claim(staff, acute);
            a.just("erase");
            a.await("bye");
            // One ordinary chat and an acute one: three seats.
            try (var d = Client.visitor(server)) {
                var fourth = asks(d);
                assertThat(refusal(staff, "claim", "chat", fourth, "id", "full")
                                .path("code")
                                .asText())
                        .isEqualTo("at_capacity");
                b.just("erase");
                b.await("bye");
                claim(staff, fourth);
                d.just("erase");
                d.await("bye");
            }
            c.just("erase");
            c.await("bye");
        }
    }

    @Test
    void saysWhyAChatCannotBeTaken() {
        try (var staff = onDuty(vakt, 1);
                var volunteer = onDuty(ola, 3);
                var first = Client.visitor(server);
                var second = Client.visitor(server)) {
            assertThat(refusal(staff, "claim", "id", "a").path("code").asText()).isEqualTo("none_waiting");
            var urgent = atRisk(first);
            // A volunteer does not serve the urgent queue, neither by name nor as the next.
            assertThat(refusal(volunteer, "claim", "chat", urgent, "id", "b")
                            .path("code")
                            .asText())
                    .isEqualTo("not_allowed");
            assertThat(refusal(volunteer, "claim", "id", "c").path("code").asText())
                    .isEqualTo("none_waiting");
            claim(staff, urgent);
            var calm = asks(second);
            assertThat(refusal(staff, "claim", "chat", calm, "id", "d")
                            .path("code")
                            .asText())
                    .isEqualTo("at_capacity");
            assertThat(refusal(volunteer, "claim", "chat", urgent, "id", "e")
                            .path("code")
                            .asText())
                    .isIn("taken", "not_allowed");
            volunteer.send("claim", "id", "f");
            assertThat(volunteer.await("claimed", "f").path("chat").asText()).isEqualTo(calm);
            assertThat(refusal(volunteer, "say", "chat", urgent, "id", "g", "text", "hei")
                            .path("code")
                            .asText())
                    .isEqualTo("not_yours");
            assertThat(refusal(volunteer, "note", "chat", urgent, "id", "h", "text", "hei")
                            .path("code")
                            .asText())
                    .isEqualTo("not_yours");
            assertThat(refusal(volunteer, "close", "chat", urgent, "id", "i")
                            .path("code")
                            .asText())
                    .isEqualTo("not_yours");
            assertThat(refusal(volunteer, "watch", "chat", urgent, "id", "j")
                            .path("code")
                            .asText())
                    .isEqualTo("not_allowed");
            first.just("erase");
            second.just("erase");
            first.await("bye");
            second.await("bye");
        }
    }

    @Test
    void offDutyTakesNoChats() {
        try (var staff = Client.staff(server, kari);
                var visitor = Client.visitor(server)) {
            staff.await("board");
            staff.send("duty", "on", false, "id", "off");
            staff.await("ok", "off");
            var chat = asks(visitor);
            assertThat(refusal(staff, "claim", "chat", chat, "id", "a")
                            .path("code")
                            .asText())
                    .isEqualTo("not_allowed");
            visitor.just("erase");
            visitor.await("bye");
        }
    }

    @Test
    void sharesChatsBetweenTheTabsOfOnePerson() {
        try (var tab = onDuty(vakt, 10);
                var visitor = Client.visitor(server)) {
            var other = Client.staff(server, vakt);
            assertThat(other.await("board").path("duty").path("on").asBoolean()).isTrue();
            var chat = asks(visitor);
            claim(tab, chat);
            other.await(frame -> is(frame, "claimed") && of(frame, chat));
            visitor.say("m1", "til begge fanene");
            for (var each : List.of(tab, other)) {
                each.await(frame ->
                        is(frame, "message") && frame.path("text").asText().equals("til begge fanene"));
            }
            other.send("say", "chat", chat, "id", "s1", "text", "fra den andre fanen");
            other.await("ack", "s1");
            tab.await(
                    frame -> is(frame, "message") && frame.path("text").asText().equals("fra den andre fanen"));
            // A tab that is closed takes nothing along.
            other.close();
            visitor.say("m2", "fortsatt der");
            tab.await(
                    frame -> is(frame, "message") && frame.path("text").asText().equals("fortsatt der"));
            tab.send("say", "chat", chat, "id", "s2", "text", "ja");
            tab.await("ack", "s2");
            visitor.just("erase");
            visitor.await("bye");
        }
    }

    @Test
    void putsTheChatBackWhenItsHolderIsGoneForLongerThanTheLease() {
        try (var visitor = Client.visitor(server);
                var colleague = onDuty(vakt, 10)) {
            var holder = onDuty(kari, 10);
            var chat = atRisk(visitor);
            var since = colleague
                    .await(frame -> is(frame, "waiting") && of(frame, chat))
                    .path("since")
                    .asText();
            claim(holder, chat);
            visitor.await(
                    frame -> is(frame, "state") && frame.path("status").asText().equals("human"));
            long dropped = System.nanoTime();
            holder.drop();
            var back = colleague.await(frame -> is(frame, "waiting") && of(frame, chat));
            assertThat((System.nanoTime() - dropped) / 1e9)
                    .as("seconds until it was put back")
                    .isGreaterThan(2.7);
            assertThat(back.path("since").asText()).isEqualTo(since);
            assertThat(back.path("level").asText()).isEqualTo("high");
            assertThat(visitor.await("message").path("from").asText()).isEqualTo("bot");
            assertThat(visitor.await("state").path("status").asText()).isEqualTo("waiting");
            claim(colleague, chat);
            visitor.just("erase");
            visitor.await("bye");
        }
    }

    @Test
    void leavesTheChatWithAHolderWhoIsBackWithinTheLease() {
        try (var visitor = Client.visitor(server)) {
            var holder = onDuty(kari, 10);
            var chat = asks(visitor);
            claim(holder, chat);
            holder.drop();
            try (var again = Client.staff(server, kari)) {
                var board = again.await("board");
                assertThat(board.path("mine")).hasSize(1);
                again.send("say", "chat", chat, "id", "s", "text", "jeg falt ut litt");
                again.await("ack", "s");
                visitor.await(frame ->
                        is(frame, "message") && frame.path("text").asText().equals("jeg falt ut litt"));
                visitor.just("erase");
                visitor.await("bye");
            }
        }
    }

    @Test
    void ringsAtTheEntryAndAtEachMissedDeadlineUntilSomebodyComes() {
        try (var staff = onDuty(vakt, 10);
                var volunteer = onDuty(ola, 10);
                var visitor = Client.visitor(server)) {
            var chat = atRisk(visitor);
            var card = staff.await(frame -> is(frame, "waiting") && of(frame, chat));
            var entered = Instant.parse(card.path("since").asText());
            assertThat(Duration.between(
                            entered, Instant.parse(card.path("deadline").asText())))
                    .isEqualTo(Duration.ofSeconds(1));
            for (int step : new int[] {0, 1, 2, 3, 3}) {
                var alarm = staff.await(frame -> is(frame, "alarm") && of(frame, chat));
                assertThat(alarm.path("step").asInt()).isEqualTo(step);
                assertThat(alarm.path("category").asText()).isEqualTo("suicide");
                assertThat(alarm.path("queue").asText()).isEqualTo("akutt");
            }
            claim(staff, chat);
            // The volunteer does not serve the queue, and is called from the first missed deadline on.
            var first = volunteer.await(frame -> is(frame, "alarm") && of(frame, chat));
            assertThat(first.path("step").asInt()).isEqualTo(1);
            volunteer.await(frame -> is(frame, "gone")
                    && of(frame, chat)
                    && frame.path("why").asText().equals("claimed")
                    && frame.path("by").asText().equals("Vakt"));
            staff.pending();
            visitor.say("m", "takk for at du kom");
            staff.await(frame -> is(frame, "message") && of(frame, chat));
            assertThat(staff.pending()).noneMatch(frame -> is(frame, "alarm") && of(frame, chat));
            visitor.just("erase");
            visitor.await("bye");
        }
    }

    @Test
    void ringsNobodyForAChatWithoutRiskWhenItEnters() {
        try (var staff = onDuty(vakt, 10);
                var visitor = Client.visitor(server)) {
            var chat = asks(visitor);
            staff.await(frame -> is(frame, "waiting") && of(frame, chat));
            claim(staff, chat);
            assertThat(staff.seen())
                    .noneMatch(frame -> is(frame, "alarm")
                            && of(frame, chat)
                            && frame.path("step").asInt() == 0);
            visitor.just("erase");
            visitor.await("bye");
        }
    }

    @Test
    void passesAChatOnToAQueueAndToAColleague() {
        try (var staff = onDuty(vakt, 10);
                var colleague = onDuty(kari, 10);
                var visitor = Client.visitor(server)) {
            var chat = asks(visitor);
            var since = colleague
                    .await(frame -> is(frame, "waiting") && of(frame, chat))
                    .path("since")
                    .asText();
            claim(staff, chat);
            assertThat(refusal(staff, "transfer", "chat", chat, "id", "x", "to", Map.of("queue", "finnes-ikke"))
                            .path("code")
                            .asText())
                    .isEqualTo("bad_field");
            assertThat(refusal(staff, "transfer", "chat", chat, "id", "y", "to", Map.of())
                            .path("code")
                            .asText())
                    .isEqualTo("bad_field");
            assertThat(refusal(staff, "transfer", "chat", chat, "id", "z", "to", Map.of("staff", "ingen"))
                            .path("code")
                            .asText())
                    .isEqualTo("not_allowed");
            staff.send("transfer", "chat", chat, "id", "t1", "to", Map.of("queue", "akutt"), "note", "ta over");
            staff.await("ok", "t1");
            var card = colleague.await(frame -> is(frame, "waiting")
                    && of(frame, chat)
                    && frame.path("queue").asText().equals("akutt"));
            assertThat(card.path("since").asText()).isEqualTo(since);
            visitor.await(
                    frame -> is(frame, "state") && frame.path("status").asText().equals("waiting"));
            claim(staff, chat);
            staff.send("transfer", "chat", chat, "id", "t2", "to", Map.of("staff", "kari"), "note", "til deg");
            staff.await("ok", "t2");
            var mine = colleague.await(frame -> is(frame, "claimed") && of(frame, chat));
            assertThat(mine.path("notes")).hasSize(2);
            visitor.await(
                    frame -> is(frame, "state") && frame.path("name").asText().equals("Kari"));
            assertThat(refusal(staff, "say", "chat", chat, "id", "late", "text", "for sent")
                            .path("code")
                            .asText())
                    .isEqualTo("not_yours");
            colleague.send("say", "chat", chat, "id", "k", "text", "Hei, jeg er Kari.");
            colleague.await("ack", "k");
            visitor.await(
                    frame -> is(frame, "message") && frame.path("name").asText().equals("Kari"));
            visitor.just("erase");
            visitor.await("bye");
        }
    }

    @Test
    void closesWithTheClosingFlowToItsEnd() {
        try (var staff = onDuty(vakt, 10);
                var visitor = Client.visitor(server)) {
            var chat = asks(visitor);
            claim(staff, chat);
            staff.send("close", "chat", chat, "id", "x", "outcome", "talked");
            staff.await("ok", "x");
            visitor.await(
                    frame -> is(frame, "state") && frame.path("status").asText().equals("human"));
            for (int i = 0; i < 10; i++) {
                var next = visitor.await(frame -> frame.has("ask")
                        || is(frame, "bye")
                        || (is(frame, "state") && frame.path("status").asText().equals("closed")));
                if (!next.has("ask")) {
                    break;
                }
                visitor.send(
                        "answer",
                        "id",
                        "a" + i,
                        "step",
                        next.path("ask").path("step").asText(),
                        "value",
                        null);
            }
            assertThat(visitor.seen())
                    .anyMatch(frame ->
                            is(frame, "state") && frame.path("status").asText().equals("closed"));
            visitor.await("bye");
            assertThat(visitor.closeCode()).isEqualTo(1000);
            assertThat(refusal(staff, "claim", "chat", chat, "id", "again")
                            .path("code")
                            .asText())
                    .isEqualTo("no_such_chat");
        }
    }

    @Test
    void knowsTheVisitorHereWhoHasMovedToAnotherPage() {
        try (var staff = onDuty(vakt, 10);
                var old = Client.visitor(server);
                var page = Client.visitor(server)) {
            old.send("start", "language", "nb");
            var welcome = old.await("welcome");
            var chat = welcome.path("chat").asText();
            old.send("human", "id", "h");
            old.await("ack", "h");
            claim(staff, chat);
            page.send("resume", "key", welcome.path("key").asText());
            page.await("state");
            assertThat(old.await("bye").path("reason").asText()).isEqualTo("moved");
            assertThat(old.closeCode()).isEqualTo(1000);
            page.say("m", "nå er jeg her");
            staff.await(frame -> is(frame, "message") && frame.path("seq").asInt() > 0);
            staff.send("note", "chat", chat, "id", "n", "text", "flyttet");
            staff.await("ack", "n");
            var seen = staff.seen().stream()
                    .filter(frame -> is(frame, "state") && of(frame, chat))
                    .map(frame -> frame.path("visitor").asText())
                    .toList();
            assertThat(seen).doesNotContain("away");
            page.just("erase");
            page.await("bye");
        }
    }

    @Test
    void letsALeadFollowAChatUnseenAndNobodyElse() {
        try (var lead = onDuty(vakt, 10);
                var holder = onDuty(kari, 10);
                var bystander = onDuty(ola, 10);
                var visitor = Client.visitor(server)) {
            var chat = asks(visitor);
            claim(holder, chat);
            visitor.await(
                    frame -> is(frame, "state") && frame.path("status").asText().equals("human"));
            lead.send("watch", "chat", chat, "id", "w");
            lead.await(frame -> of(frame, chat) && frame.path("id").asText().equals("w"));
            visitor.say("m", "bare til den som har chatten");
            lead.await(frame ->
                    is(frame, "message") && frame.path("text").asText().equals("bare til den som har chatten"));
            assertThat(refusal(lead, "say", "chat", chat, "id", "s", "text", "hei")
                            .path("code")
                            .asText())
                    .isEqualTo("not_yours");
            assertThat(bystander.pending())
                    .noneMatch(frame -> frame.toString().contains("bare til den som har chatten"));
            lead.send("unwatch", "chat", chat, "id", "u");
            lead.await("ok", "u");
            visitor.say("m2", "og ikke mer");
            holder.await(
                    frame -> is(frame, "message") && frame.path("text").asText().equals("og ikke mer"));
            lead.send("claim", "chat", "0zzzzzzzzzzzzzzzzzzz", "id", "after");
            lead.await("error", "after");
            assertThat(lead.seen()).noneMatch(frame -> frame.toString().contains("og ikke mer"));
            visitor.just("erase");
            visitor.await("bye");
        }
    }

    private static Client onDuty(String cookie, int capacity) {
        var staff = Client.staff(server, cookie);
        staff.await("board");
        staff.send("duty", "on", true, "capacity", capacity, "id", "duty");
        staff.await("ok", "duty");
        return staff;
    }

    private static String asks(Client visitor) {
        var chat = visitor.start().path("chat").asText();
        visitor.send("human", "id", "asks");
        visitor.await("ack", "asks");
        return chat;
    }

    private static String atRisk(Client visitor) {
        var chat = visitor.start().path("chat").asText();
        visitor.say("risk", "jeg vil dø");
        return chat;
    }

    private static void claim(Client staff, String chat) {
        staff.send("claim", "chat", chat, "id", "claim-" + chat);
        answerIs(staff, "claim-" + chat);
    }

    private static void answerIs(Client staff, String id) {
        assertThat(outcome(answer(staff, id))).isEqualTo("claimed");
    }

    private static JsonNode answer(Client staff, String id) {
        return staff.await(frame -> frame.path("id").asText().equals(id));
    }

    private static String outcome(JsonNode answer) {
        return answer.path("code").asText(answer.path("type").asText());
    }

    private static JsonNode refusal(Client staff, String type, Object... fields) {
        staff.send(type, fields);
        var id = "";
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equals("id")) {
                id = (String) fields[i + 1];
            }
        }
        return staff.await("error", id);
    }

    private static boolean is(JsonNode frame, String type) {
        return frame.path("type").asText().equals(type);
    }

    private static boolean of(JsonNode frame, String chat) {
        return frame.path("chat").asText().equals(chat);
    }
}
