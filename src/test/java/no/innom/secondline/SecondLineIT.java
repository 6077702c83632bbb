package no.innom.secondline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import no.innom.Client;
import no.innom.Eventually;
import no.innom.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second line, called by the whole program: over a real HTTP server and a real SMTP server. */
class SecondLineIT {
    private static final String SECRET = "aHVzayBhdCBkZXR0ZSBlciBlbiBoZW1tZWxpZ2hldCE=";
    private static final Duration SOON = Duration.ofSeconds(20);

    private Telephone telephone;
    private GreenMail mail;

    @BeforeEach
    void open() {
        telephone = new Telephone();
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        mail.setUser("innom@kommune.example", "innom", "post-passord");
    }

    @AfterEach
    void close() {
        mail.stop();
        telephone.close();
    }

    @Test
    void isCalledAtOnceWhenRiskIsFoundAndNobodyIsOnDutyAndAgainUntilSomebodyComes() {
        try (var server = start();
                var visitor = Client.visitor(server)) {
            var chat = atRisk(visitor);
            var first = telephone.next();
            assertThat(first.body().path("type").asText()).isEqualTo("innom.waiting");
            assertThat(first.body().path("queue").asText()).isEqualTo("akutt");
            assertThat(first.body().path("level").asText()).isEqualTo("high");
            assertThat(first.body().path("step").asInt()).isZero();
            assertThat(first.body().path("console").asText()).isEqualTo("https://chat.example/vakt");
            assertThat(first.body().fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("type", "id", "queue", "level", "since", "step", "console");
            assertThat(first.signature())
                    .isEqualTo(new Signature(SECRET).of(first.id(), first.seconds(), first.text()));
            assertThat(telephone.next().body().path("step").asInt()).isEqualTo(1);
            assertThat(telephone.next().body().path("step").asInt()).isEqualTo(2);
            assertThat(telephone.next().body().path("step").asInt()).isEqualTo(3);
            assertThat(telephone.next().body().path("step").asInt()).isEqualTo(4);
            try (var staff = Client.staff(server, "vakt", server.password())) {
                staff.await("board");
                staff.send("duty", "on", true, "id", "d");
                staff.await("ok", "d");
                staff.send("claim", "chat", chat, "id", "c");
                staff.await("claimed", "c");
                telephone.forget();
                staff.send("note", "chat", chat, "id", "n", "text", "tatt");
                staff.await("ack", "n");
                // Longer than the interval at which it called.
                visitor.say("m1", "hei");
                Eventually.so("a second and a half is over", SOON, new After(Duration.ofMillis(1500))::isOver);
                assertThat(telephone.pending()).isEmpty();
            }
            assertThat(mail.waitForIncomingEmail(SOON.toMillis(), 2)).isTrue();
            var message = mail.getReceivedMessages()[0];
            assertThat(GreenMailUtil.getHeaders(message))
                    .contains("To: bakvakt@kommune.example", "From: innom@kommune.example");
            assertThat(GreenMailUtil.getBody(message)).contains("https://chat.example/vakt", "akutt");
            assertThat(GreenMailUtil.getWholeMessage(message)).doesNotContain("lyst", "suicide");
            assertThat(server.log()).doesNotContain("post-passord", SECRET, "kommune.example");
        }
    }

    @Test
    void isCalledAtOnceWhenTheOneOnDutyHasNoRoomForMore() {
        try (var server = start();
                var staff = Client.staff(server, "vakt", server.password());
                var talking = Client.visitor(server);
                var visitor = Client.visitor(server)) {
            staff.await("board");
            staff.send("duty", "on", true, "capacity", 1, "id", "d");
            staff.await("ok", "d");
            talking.start();
            talking.send("human", "id", "h");
            staff.await("waiting");
            staff.send("claim", "id", "c");
            staff.await("claimed", "c");
            atRisk(visitor);
            assertThat(telephone.next().body().path("step").asInt()).isZero();
            assertThat(staff.await("alarm").path("step").asInt())
                    .as("they hear of it all the same")
                    .isZero();
        }
    }

    @Test
    void isCalledAfterTheLastDeadlineWhenThoseOnDutyDoNotCome() {
        try (var server = start();
                var staff = Client.staff(server, "vakt", server.password());
                var visitor = Client.visitor(server)) {
            staff.await("board");
            staff.send("duty", "on", true, "id", "d");
            staff.await("ok", "d");
            visitor.start();
            visitor.send("human", "id", "h");
            visitor.await("ack", "h");
            var call = telephone.next();
            assertThat(call.body().path("queue").asText()).isEqualTo("samtale");
            assertThat(call.body().path("level").asText()).isEqualTo("none");
            assertThat(call.body().path("step").asInt()).isEqualTo(3);
            var card = staff.await(frame -> secondLine(frame).equals("sent"));
            assertThat(card.path("type").asText()).isEqualTo("waiting");
        }
    }

    @Test
    void isTriedAgainAfterAKilledServerAndAFailureIsSeenByThoseOnDuty() {
        telephone.answers(500);
        var server = start();
        mail.stop();
        try (var visitor = Client.visitor(server)) {
            atRisk(visitor);
            var failed = telephone.next();
            server.kill();
            telephone.answers(204);
            telephone.forget();
            try (var again = server.startAgain();
                    var staff = Client.staff(again, "vakt", server.password())) {
                staff.await("board");
                var call = telephone.next();
                assertThat(call.body().path("queue").asText()).isEqualTo("akutt");
                assertThat(call.body().path("since")).isEqualTo(failed.body().path("since"));
                telephone.answers(500);
                staff.await(frame -> secondLine(frame).equals("failed"));
                Eventually.so(
                        "the failure is in the log",
                        SOON,
                        () -> again.log().contains("The second line was not reached by webhook: it answered 500")
                                && again.log().contains("The second line was not reached by mail"));
                Eventually.so("the failure is counted", SOON, () -> metrics(again)
                        .contains("innom_second_line_calls_total{result=\"failed\",way=\"webhook\"}"));
                telephone.answers(200);
                staff.await(frame -> secondLine(frame).equals("sent"));
            }
        } finally {
            server.close();
        }
    }

    private Server start() {
        var settings = new HashMap<>(Map.of(
                "INNOM_ESCALATION_STEPS", "PT1S,PT2S,PT3S",
                "INNOM_SECONDLINE_CONSOLE", "https://chat.example/vakt",
                "INNOM_SECONDLINE_WEBHOOK_URL", telephone.url(),
                "INNOM_SECONDLINE_WEBHOOK_SECRET", "whsec_" + SECRET,
                "INNOM_SECONDLINE_MAIL_HOST", "127.0.0.1",
                "INNOM_SECONDLINE_MAIL_PORT", Integer.toString(mail.getSmtp().getPort()),
                "INNOM_SECONDLINE_MAIL_TLS", "none",
                "INNOM_SECONDLINE_MAIL_FROM", "innom@kommune.example",
                "INNOM_SECONDLINE_MAIL_TO", "bakvakt@kommune.example"));
        settings.put("INNOM_SECONDLINE_MAIL_USER", "innom");
        settings.put("INNOM_SECONDLINE_MAIL_PASSWORD", "post-passord");
        return Server.start(settings.entrySet().stream()
                .flatMap(one -> java.util.stream.Stream.of(one.getKey(), one.getValue()))
                .toArray(String[]::new));
    }

    private static String atRisk(Client visitor) {
        var chat = visitor.start().path("chat").asText();
        visitor.say("risk", "jeg har lyst til å dø");
        return chat;
    }

    private static String secondLine(JsonNode frame) {
        return frame.path("secondLine").asText();
    }

    private static String metrics(Server server) {
        return Client.send(java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create("http://127.0.0.1:" + server.management() + "/metrics")))
                .body();
    }

    private record After(long end) {
        After(Duration wait) {
            this(System.nanoTime() + wait.toNanos());
        }

        boolean isOver() {
            return System.nanoTime() > end;
        }
    }
}
