package no.innom.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import no.innom.Client;
import no.innom.Eventually;
import no.innom.Server;
import org.junit.jupiter.api.Test;

/** What waits are measured, and that nothing that was written is. */
class WaitsIT {
    @Test
    void measuresTheWayFromTheMessageToThePersonWithoutAWordOfIt() {
        try (var server = Server.start("INNOM_DUTY_LEASE", "PT2S");
                var visitor = Client.visitor(server);
                var other = Client.visitor(server)) {
            var staff = onDuty(server);
            var chat = visitor.start().path("chat").asText();
            visitor.say("r", "jeg vil dø");
            staff.await("alarm");
            staff.send("claim", "chat", chat, "id", "c");
            staff.await("claimed", "c");
            other.start();
            other.send("human", "id", "h");
            other.await("ack", "h");
            other.send("end", "closing", false);
            other.await("bye");

            reads(server, "innom_handover_queue_seconds_count{level=\"high\"} 1");
            reads(server, "innom_handover_alarm_seconds_count{level=\"high\"} 1");
            reads(server, "innom_handover_claim_seconds_count{level=\"high\"} 1");
            reads(server, "innom_handover_queue_seconds_count{level=\"none\"} 1");
            reads(server, "innom_handover_abandoned_total{level=\"none\"} 1.0");
            reads(server, "innom_handover_requeued_total{level=\"high\"} 0.0");
            assertThat(metrics(server))
                    .contains("innom_handover_claim_seconds_bucket{level=\"high\",le=\"10.0\"} 1")
                    .doesNotContain(chat)
                    .doesNotContain("vil dø");

            staff.drop();
            visitor.await(frame -> frame.path("status").asText().equals("waiting"));
            reads(server, "innom_handover_requeued_total{level=\"high\"} 1.0");
            reads(server, "innom_handover_drops_total{level=\"high\"} 1.0");
            visitor.just("erase");
            visitor.await("bye");
            reads(server, "innom_handover_abandoned_total{level=\"high\"} 1.0");
        }
    }

    private static Client onDuty(Server server) {
        var staff = Client.staff(server, "vakt", server.password());
        staff.await("board");
        staff.send("duty", "on", true, "id", "d");
        staff.await("ok", "d");
        return staff;
    }

    /** What is told is counted a moment later. */
    private static void reads(Server server, String line) {
        Eventually.so(line, Duration.ofSeconds(10), () -> metrics(server).contains(line + "\n"));
    }

    private static String metrics(Server server) {
        return Client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.management() + "/metrics"))
                        .GET())
                .body();
    }
}
