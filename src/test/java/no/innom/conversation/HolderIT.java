package no.innom.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import no.innom.Client;
import no.innom.OwnConf;
import no.innom.Program;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happens to a chat whose holder is silent, or has lost the connection. */
class HolderIT {
    @AutoClose
    private static Server server;

    private static String vakt;
    private static String kari;

    @BeforeAll
    static void start() {
        var conf = OwnConf.copy()
                .with("queues.yaml", "remind: PT3M", "remind: PT2S")
                .with("queues.yaml", "offer: PT6M", "offer: PT4S");
        server = Server.start(
                "INNOM_CONF_DIR", conf.toString(),
                "INNOM_LIMITS_RATE", "1000",
                "INNOM_LIMITS_BURST", "1000",
                "INNOM_DUTY_LEASE", "PT12S");
        vakt = Client.cookie(server, "vakt", server.password());
        Program.addStaff(server, "kari", "Kari", "kari-passord", "fagperson");
        kari = Client.cookie(server, "kari", "kari-passord");
    }

    @Test
    void remindsASilentHolderAndThenOffersTheChatToOthersWithItsFirstWaitingTime() {
        try (var holder = onDuty(kari);
                var colleague = onDuty(vakt);
                var visitor = Client.visitor(server)) {
            var chat = asks(visitor);
            var since = colleague
                    .await(frame -> is(frame, "waiting") && of(frame, chat))
                    .path("since");
            claim(holder, chat);
            holder.send("note", "chat", chat, "id", "n", "text", "ringer barnevernet først");
            holder.await("ack", "n");
            var remind = holder.await("remind");
            assertThat(remind.path("chat").asText()).isEqualTo(chat);
            assertThat(Instant.parse(remind.path("deadline").asText())).isAfter(Instant.EPOCH);
            var back = colleague.await(frame -> is(frame, "waiting") && of(frame, chat));
            assertThat(back.path("since")).isEqualTo(since);
            assertThat(visitor.await(frame -> is(frame, "message")
                                    && frame.path("text").asText().contains("Beklager at du må vente"))
                            .path("from")
                            .asText())
                    .isEqualTo("bot");
            visitor.await(frame -> is(frame, "state") && status(frame, "waiting"));
            holder.await(frame -> is(frame, "state") && of(frame, chat) && status(frame, "waiting"));
            // What the former holder had half written comes too late.
            holder.send("say", "chat", chat, "id", "late", "text", "hei");
            assertThat(holder.await("error", "late").path("code").asText()).isEqualTo("not_yours");
            colleague.send("claim", "chat", chat, "id", "c");
            var mine = colleague.await("claimed", "c");
            assertThat(mine.path("log")).isNotEmpty();
            assertThat(mine.path("notes")).hasSize(1);
            erase(visitor);
        }
    }

    @Test
    void leavesTheChatWithAHolderWhoAnswersAfterTheReminder() {
        try (var holder = onDuty(kari);
                var visitor = Client.visitor(server);
                var other = Client.visitor(server)) {
            var answered = asks(visitor);
            claim(holder, answered);
            holder.await(frame -> is(frame, "remind") && of(frame, answered));
            holder.send("say", "chat", answered, "id", "s", "text", "nå er jeg her");
            holder.await("ack", "s");
            // A chat that is claimed now and goes unanswered tells when the time is over for the first one too.
            var silent = asks(other);
            claim(holder, silent);
            holder.await(frame -> is(frame, "state") && of(frame, silent) && status(frame, "waiting"));
            holder.send("say", "chat", answered, "id", "s2", "text", "og fortsatt");
            holder.await("ack", "s2");
            // The visitor writes again, and the count begins anew.
            visitor.say("m", "takk");
            holder.await(frame -> is(frame, "remind") && of(frame, answered));
            erase(visitor);
            erase(other);
        }
    }

    @Test
    void tellsTheReminderToATabThatIsOpenedAfterwards() {
        try (var holder = onDuty(kari);
                var visitor = Client.visitor(server)) {
            var chat = asks(visitor);
            claim(holder, chat);
            holder.await("remind");
            try (var tab = Client.staff(server, kari)) {
                assertThat(tab.await("remind").path("chat").asText()).isEqualTo(chat);
            }
            erase(visitor);
        }
    }

    @Test
    void warnsBothSidesWithinTheLeaseAndGoesOnWhenTheHolderIsBack() {
        try (var colleague = onDuty(vakt);
                var visitor = Client.visitor(server)) {
            var holder = onDuty(kari);
            var chat = asks(visitor);
            claim(holder, chat);
            holder.send("say", "chat", chat, "id", "s", "text", "Hei, jeg er Kari.");
            holder.await("ack", "s");
            holder.drop();
            var lost = visitor.await("staff");
            assertThat(lost.path("here").asBoolean(true)).isFalse();
            assertThat(lost.path("name").asText()).isEqualTo("Kari");
            colleague.await(frame -> is(frame, "staff") && away(frame, "kari"));
            try (var again = Client.staff(server, kari)) {
                assertThat(again.await("board").path("mine")).hasSize(1);
                assertThat(visitor.await("staff").path("here").asBoolean()).isTrue();
                colleague.await(frame -> is(frame, "staff") && !away(frame, "kari"));
                again.send("say", "chat", chat, "id", "s2", "text", "der var jeg igjen");
                again.await("ack", "s2");
            }
            visitor.await(
                    frame -> is(frame, "message") && frame.path("text").asText().equals("der var jeg igjen"));
            var states = visitor.seen().stream()
                    .filter(frame -> is(frame, "state"))
                    .map(frame -> frame.path("status").asText())
                    .distinct()
                    .toList();
            assertThat(states).containsExactly("waiting", "human");
            erase(visitor);
        }
    }

    @Test
    void whoComesOnDutyHearsWhatRingsAlready() {
        try (var visitor = Client.visitor(server)) {
            var chat = visitor.start().path("chat").asText();
            visitor.say("risk", "jeg har lyst til å dø");
            try (var staff = onDuty(kari)) {
                var alarm = staff.await(frame -> is(frame, "alarm") && of(frame, chat));
                assertThat(alarm.path("step").asInt()).isBetween(0, 3);
                assertThat(alarm.path("level").asText()).isEqualTo("high");
                // A page that is loaded anew as well, without going on duty again.
                try (var tab = Client.staff(server, kari)) {
                    tab.await(frame -> is(frame, "alarm") && of(frame, chat));
                }
            }
            erase(visitor);
        }
    }

    private static Client onDuty(String cookie) {
        var staff = Client.staff(server, cookie);
        staff.await("board");
        // Off first: who was on duty already hears what rings when the page opens, not again now.
        staff.send("duty", "on", false, "id", "off");
        staff.await("ok", "off");
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

    private static void erase(Client visitor) {
        visitor.just("erase");
        visitor.await("bye");
    }

    private static boolean away(JsonNode frame, String user) {
        for (var one : frame.path("staff")) {
            if (one.path("user").asText().equals(user)) {
                return one.path("away").asBoolean();
            }
        }
        return false;
    }

    private static boolean is(JsonNode frame, String type) {
        return frame.path("type").asText().equals(type);
    }

    private static boolean of(JsonNode frame, String chat) {
        return frame.path("chat").asText().equals(chat);
    }

    private static boolean status(JsonNode frame, String status) {
        return frame.path("status").asText().equals(status);
    }
}
