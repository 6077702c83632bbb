package no.innom.secondline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import no.innom.escalation.SecondLine;
import org.junit.jupiter.api.Test;

class WaysTest {
    private static final SecondLine.Call CALL =
            new SecondLine.Call("id", "akutt", "acute", Instant.parse("2026-11-26T18:00:00Z"), 3);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void hasCalledWhenOneWayTookTheCallAndCountsTheOther() {
        var ways = new Ways(List.of(way("webhook", "no"), way("mail", "yes")), meters);
        assertThat(ways.call(CALL).succeeded()).isTrue();
        assertThat(count("webhook", "failed")).isEqualTo(1);
        assertThat(count("mail", "sent")).isEqualTo(1);
    }

    @Test
    void hasNotCalledWhenEveryWayFailsOrThrows() {
        var ways = new Ways(List.of(way("webhook", "no"), way("mail", "throws")), meters);
        assertThat(ways.call(CALL).failed()).isTrue();
        assertThat(count("webhook", "failed")).isEqualTo(1);
        assertThat(count("mail", "failed")).isEqualTo(1);
        assertThat(new Ways(List.of(), meters).isSetUp()).isFalse();
    }

    private double count(String way, String result) {
        return meters.get("innom.second.line.calls")
                .tag("way", way)
                .tag("result", result)
                .counter()
                .count();
    }

    private static Way way(String name, String does) {
        return new Way() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Future<Void> send(SecondLine.Call call) {
                return switch (does) {
                    case "yes" -> Future.succeededFuture();
                    case "no" -> Future.failedFuture(new NotTakenException("it answered 500"));
                    default -> throw new IllegalStateException("thrown on the way");
                };
            }
        };
    }
}
