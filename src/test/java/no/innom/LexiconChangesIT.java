package no.innom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lexicon that is changed while the server runs. */
class LexiconChangesIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path conf;

    @Test
    void takesAChangedLexiconIntoUseAndKeepsTheOldOneWhereThereIsAnError() throws IOException {
        try (var files = Files.walk(Path.of("conf"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = conf.resolve(Path.of("conf").relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        var mine = conf.resolve("risk/min.risk");
        try (var server = Server.start("INNOM_CONF_DIR", conf.toString())) {
            assertThat(handsOver(server)).isFalse();

            Files.writeString(mine, "rule elefanter: high suicide\n  grønne elefanter\n  + grønne elefanter\n");
            Eventually.so("taken", SOON, () -> server.log().contains("The changed lexicon is in use"));
            assertThat(handsOver(server)).isTrue();

            Files.writeString(mine, "rule elefanter: high suicide\n  GRONN elefanter\n  blå fugler\n  + gule hus\n");
            Eventually.so("refused", SOON, () -> server.log().contains("NOT IN USE"));
            Eventually.so("where", SOON, () -> server.log().contains("min.risk:2:"));
            assertThat(handsOver(server)).as("the old one stands").isTrue();
            var metrics = Client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.management() + "/metrics")));
            assertThat(metrics.body()).contains("innom_risk_lexicon_changes_total{outcome=\"refused\"} 1.0");
        }
    }

    private static boolean handsOver(Server server) {
        try (var visitor = Client.visitor(server)) {
            visitor.start();
            visitor.say("m", "skal ut og se på grønne elefanter");
            visitor.say("n", "og så hjem");
            return visitor.seen().stream().anyMatch(frame -> frame.toString().contains("\"waiting\""));
        }
    }
}
