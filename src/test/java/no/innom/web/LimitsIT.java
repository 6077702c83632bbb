package no.innom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import no.innom.Client;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The limits of section 2 of the wire protocol, at the limit and one beyond. */
class LimitsIT {
    private static final String EMOJI = "\uD83D\uDC9B";

    @AutoClose
    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start();
    }

    @Test
    void takesFourThousandCharactersAndNotOneMore() {
        try (var visitor = Client.visitor(server)) {
            visitor.start();
            assertThat(visitor.say("ok", "a".repeat(4000))).isEqualTo(5);
            visitor.await("message");
            visitor.send("say", "id", "long", "text", "a".repeat(4001));
            assertThat(visitor.await("error", "long").path("code").asText()).isEqualTo("too_long");
            assertThat(visitor.say("emoji", EMOJI.repeat(4000))).isEqualTo(7);
            visitor.await("message");
            visitor.send("say", "id", "long-emoji", "text", EMOJI.repeat(4001));
            assertThat(visitor.await("error", "long-emoji").path("code").asText())
                    .isEqualTo("too_long");
            visitor.send("answer", "id", "long-answer", "step", "temperatur", "value", "a".repeat(4001));
            assertThat(visitor.await("error", "long-answer").path("code").asText())
                    .isEqualTo("too_long");
            // Nothing of what was refused is stored, and its id is free.
            assertThat(visitor.say("long", "kortere")).isEqualTo(9);
        }
    }

    @Test
    void countsCharactersAfterItHasDroppedWhatItDoesNotTake() {
        try (var visitor = Client.visitor(server)) {
            visitor.start();
            assertThat(visitor.say("ok", "\u0007".repeat(100) + "a".repeat(4000)))
                    .isEqualTo(5);
        }
    }

    @Test
    void refusesTheEleventhMessageOfABurstAndStoresNothingOfIt() {
        try (var visitor = Client.visitor(server)) {
            var key = visitor.start().path("key").asText();
            for (int i = 1; i <= 14; i++) {
                visitor.send("say", "id", "m" + i, "text", "nummer " + i);
            }
            var refused = visitor.await("error");
            assertThat(refused.path("code").asText()).isEqualTo("slow_down");
            assertThat(refused.path("retryAfterMs").asLong()).isBetween(1L, 1000L);
            assertThat(refused.path("text").asText()).isNotBlank();
            var id = refused.path("id").asText();
            assertThat(id).matches("m(9|1\\d)");
            try (var again = Client.visitor(server)) {
                again.send("resume", "key", key);
                again.await("state");
                assertThat(again.seen())
                        .filteredOn(frame -> frame.path("from").asText().equals("you"))
                        .noneMatch(frame -> frame.path("id").asText().equals(id));
            }
        }
    }

    @Test
    void slowsDownWhoeverSendsTooManyFramesThatStoreNothingAndSaysWhichItDidNotTake() {
        try (var visitor = Client.visitor(server)) {
            visitor.start();
            for (int i = 0; i < 120; i++) {
                visitor.send("typing", "id", "t" + i);
            }
            var refused = visitor.await("error");
            assertThat(refused.path("code").asText()).isEqualTo("slow_down");
            assertThat(refused.path("retryAfterMs").asLong()).isBetween(1L, 1000L);
            assertThat(refused.path("id").asText()).matches("t\\d+");
        }
    }

    @Test
    void closesAfterTwentyUnreadableFramesInARow() {
        try (var visitor = Client.visitor(server)) {
            for (int i = 0; i < 19; i++) {
                visitor.send("nonsense");
                assertThat(visitor.next().path("code").asText()).isEqualTo("bad_frame");
            }
            // One that can be read begins the count anew.
            visitor.just("typing");
            assertThat(visitor.next().path("code").asText()).isEqualTo("not_started");
            for (int i = 0; i < 10; i++) {
                visitor.sendBytes(new byte[] {1, 2, 3});
                visitor.send("[]");
            }
            assertThat(visitor.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void takesMoreThanOneThingInAFrameForUnreadable() {
        try (var visitor = Client.visitor(server)) {
            visitor.send("{\"type\":\"start\"} {\"type\":\"start\"}");
            assertThat(visitor.next().path("code").asText()).isEqualTo("bad_frame");
            visitor.send("{\"type\":\"start\"} og mer");
            assertThat(visitor.next().path("code").asText()).isEqualTo("bad_frame");
            visitor.send("");
            assertThat(visitor.next().path("code").asText()).isEqualTo("bad_frame");
            visitor.send("[".repeat(60_000));
            assertThat(visitor.next().path("code").asText()).isEqualTo("bad_frame");
        }
    }

    @Test
    void closesAtAFrameOfMoreThan64KiB() {
        try (var visitor = Client.visitor(server)) {
            visitor.start();
            visitor.send("typing", "padding", "x".repeat(65_000));
            assertThat(visitor.say("after", "det gikk")).isEqualTo(5);
            visitor.send("typing", "padding", "x".repeat(66_000));
            assertThat(visitor.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void offersTheSubprotocolAndSetsNoCookie() {
        assertThat(Client.knock(server, "/ws/visitor", Map.of())).isEqualTo(101);
        var page = Client.get(server, "/vakt");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void closesWith1001AndEndsWithZeroWhenItIsToldToStop() {
        try (var own = Server.start()) {
            var cookie = Client.cookie(own, "vakt", own.password());
            var staff = Client.staff(own, cookie);
            staff.await("board");
            var visitor = Client.visitor(own);
            visitor.start();
            visitor.say("m", "er du der");
            var looking = Client.visitor(own);
            long begun = System.nanoTime();
            assertThat(own.stop()).isZero();
            assertThat((System.nanoTime() - begun) / 1_000_000_000.0).isLessThan(10);
            assertThat(visitor.closeCode()).isEqualTo(1001);
            assertThat(looking.closeCode()).isEqualTo(1001);
            assertThat(staff.closeCode()).isEqualTo(1001);
            assertThat(visitor.pending())
                    .noneMatch(frame -> frame.path("type").asText().equals("bye"));
        }
    }
}
