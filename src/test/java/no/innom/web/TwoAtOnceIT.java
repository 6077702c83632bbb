package no.innom.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.innom.Client;
import no.innom.Program;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same thing twice, or two things that exclude each other, at the same moment: one happens, whole. */
class TwoAtOnceIT {
    private static final int ROUNDS = 8;

    @AutoClose
    private static Server server;

    private static String vakt;
    private static String kari;

    @BeforeAll
    static void start() {
        server = Server.start("INNOM_LIMITS_RATE", "1000", "INNOM_LIMITS_BURST", "1000");
        vakt = Client.cookie(server, "vakt", server.password());
        Program.addStaff(server, "kari", "Kari", "kari-passord", "fagperson");
        kari = Client.cookie(server, "kari", "kari-passord");
    }

    @ParameterizedTest
    @CsvSource({
        "release, release, waiting",
        "queue, queue, waiting",
        "person, person, hers",
        "close, close, nowhere",
        "release, close, either",
        "queue, person, either",
        "person, close, either",
    })
    void doesOneOfTheTwoAndRefusesTheOther(String one, String other, String where) {
        try (var tab = onDuty(vakt);
                var second = onDuty(vakt);
                var colleague = onDuty(kari)) {
            for (int round = 0; round < ROUNDS; round++) {
                try (var visitor = Client.visitor(server)) {
                    var chat = asks(visitor);
                    claim(tab, chat);
                    ask(tab, one, chat, "a" + round);
                    ask(second, other, chat, "b" + round);
                    var outcomes = List.of(outcome(tab, "a" + round), outcome(second, "b" + round));
                    assertThat(outcomes).containsExactlyInAnyOrder("ok", "not_yours");
                    var places = places(chat);
                    assertThat(places).hasSizeLessThan(2);
                    if (!where.equals("either")) {
                        assertThat(places.isEmpty() ? "nowhere" : places.get(0)).isEqualTo(where);
                    }
                    visitor.just("erase");
                    visitor.await("bye");
                    assertThat(places(chat)).isEmpty();
                }
            }
        }
    }

    @Test
    void endsAChatOnceThoughAskedTwiceAndReleasedAtTheSameTime() {
        try (var staff = onDuty(vakt)) {
            for (int round = 0; round < ROUNDS; round++) {
                try (var visitor = Client.visitor(server)) {
                    var chat = asks(visitor);
                    claim(staff, chat);
                    visitor.just("end").just("end");
                    ask(staff, "release", chat, "r" + round);
                    assertThat(outcome(staff, "r" + round)).isIn("ok", "not_yours", "no_such_chat");
                    assertThat(visitor.await("bye").path("reason").asText()).isEqualTo("ended");
                    assertThat(places(chat)).isEmpty();
                }
            }
        }
    }

    @Test
    void erasesAChatOnceThoughAskedTwiceAndClaimedAtTheSameTime() {
        try (var staff = onDuty(vakt)) {
            for (int round = 0; round < ROUNDS; round++) {
                try (var visitor = Client.visitor(server)) {
                    var chat = asks(visitor);
                    visitor.just("erase").just("erase");
                    staff.send("claim", "chat", chat, "id", "c" + round);
                    assertThat(outcome(staff, "c" + round)).isIn("claimed", "no_such_chat");
                    assertThat(visitor.await("bye").path("reason").asText()).isEqualTo("erased");
                    assertThat(places(chat)).isEmpty();
                    staff.send("say", "chat", chat, "id", "late" + round, "text", "er du der?");
                    assertThat(outcome(staff, "late" + round)).isEqualTo("no_such_chat");
                }
            }
        }
    }

    @Test
    void claimsOnceForTwoTabsThatClaimTheSameChat() {
        try (var tab = onDuty(vakt);
                var second = onDuty(vakt)) {
            for (int round = 0; round < ROUNDS; round++) {
                try (var visitor = Client.visitor(server)) {
                    var chat = asks(visitor);
                    tab.send("claim", "chat", chat, "id", "a" + round);
                    second.send("claim", "chat", chat, "id", "b" + round);
                    assertThat(List.of(outcome(tab, "a" + round), outcome(second, "b" + round)))
                            .containsOnly("claimed");
                    visitor.just("erase");
                    visitor.await("bye");
                }
            }
        }
    }

    /** Where a page that is opened now finds the chat. */
    private static List<String> places(String chat) {
        var places = new ArrayList<String>();
        try (var his = Client.staff(server, vakt);
                var hers = Client.staff(server, kari)) {
            var board = his.await("board");
            if (has(board.path("waiting"), chat)) {
                places.add("waiting");
            }
            if (has(board.path("mine"), chat)) {
                places.add("his");
            }
            if (has(hers.await("board").path("mine"), chat)) {
                places.add("hers");
            }
        }
        return places;
    }

    private static boolean has(JsonNode cards, String chat) {
        for (var card : cards) {
            if (card.path("chat").asText().equals(chat)) {
                return true;
            }
        }
        return false;
    }

    private static void ask(Client staff, String what, String chat, String id) {
        switch (what) {
            case "queue" -> staff.send("transfer", "chat", chat, "id", id, "to", Map.of("queue", "temakveld"));
            case "person" -> staff.send("transfer", "chat", chat, "id", id, "to", Map.of("staff", "kari"));
            default -> staff.send(what, "chat", chat, "id", id);
        }
    }

    private static String outcome(Client staff, String id) {
        var answer = staff.await(frame -> frame.path("id").asText().equals(id));
        return answer.path("code").asText(answer.path("type").asText());
    }

    private static Client onDuty(String cookie) {
        var staff = Client.staff(server, cookie);
        staff.await("board");
        staff.send("duty", "on", true, "capacity", 50, "id", "duty");
        staff.await("ok", "duty");
        return staff;
    }

    private static String asks(Client visitor) {
        var chat = visitor.start().path("chat").asText();
        visitor.send("human", "id", "asks");
        visitor.await("ack", "asks");
        return chat;
    }

    private static void claim(Client staff, String chat) {
        staff.send("claim", "chat", chat, "id", "claim-" + chat);
        staff.await("claimed", "claim-" + chat);
    }
}
