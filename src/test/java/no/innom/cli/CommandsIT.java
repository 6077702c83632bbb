package no.innom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import no.innom.Client;
import no.innom.Program;
import no.innom.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as people and their scripts call them: what they print, and what they end with. */
class CommandsIT {
    private static final Map<String, String> NONE = Map.of();

    @TempDir
    private Path data;

    @Test
    void managesStaffWithoutAServer() {
        var settings = Map.of("INNOM_DATA_DIR", data.toString());
        var added = run(
                settings,
                "et-langt-passord\n",
                "staff",
                "add",
                "kari",
                "--name",
                "Kari",
                "--role",
                "fagperson",
                "--role",
                "leder");
        assertThat(added.status()).as(added.err()).isZero();
        assertThat(added.out()).contains("kari");
        var list = run(settings, "", "staff", "list");
        assertThat(list.status()).isZero();
        assertThat(list.out()).isEqualTo("kari\tKari\tfagperson,leder\n");
        var totp = run(settings, "", "staff", "totp", "kari");
        assertThat(totp.status()).isZero();
        assertThat(totp.out()).contains("otpauth://totp/", "secret=").contains("█");
        assertThat(run(settings, "", "staff", "disable", "kari").status()).isZero();
        assertThat(run(settings, "", "staff", "list").out()).isEqualTo("kari\tKari\tfagperson,leder\tdisabled\ttotp\n");
        assertThat(Files.exists(data.resolve("redis/address")))
                .as("its Redis is stopped again")
                .isFalse();
        var twice = run(settings, "et-langt-passord\n", "staff", "add", "kari", "--name", "K", "--role", "leder");
        refused(twice, 1, "kari");
    }

    @Test
    void letsSomebodyInAgainWithANewPasswordWhileTheServerRuns() {
        try (var server = Server.start()) {
            var settings = server.settings();
            assertThat(run(settings, "passord-nummer-en\n", "staff", "add", "per", "--name", "Per", "--role", "leder")
                            .status())
                    .isZero();
            assertThat(run(settings, "", "staff", "list").out()).contains("per\tPer\tleder", "vakt\tVakt\t");
            assertThat(Client.login(server, "per", "passord-nummer-en").statusCode())
                    .isEqualTo(204);
            assertThat(run(settings, "", "staff", "disable", "per").status()).isZero();
            assertThat(Client.login(server, "per", "passord-nummer-en").statusCode())
                    .isEqualTo(401);
            assertThat(run(settings, "passord-nummer-to\n", "staff", "password", "per")
                            .status())
                    .isZero();
            assertThat(Client.login(server, "per", "passord-nummer-en").statusCode())
                    .isEqualTo(401);
            assertThat(Client.login(server, "per", "passord-nummer-to").statusCode())
                    .as("`staff password` says that it lets them in again")
                    .isEqualTo(204);
            refused(run(settings, "", "staff", "disable", "finnes-ikke"), 1, "finnes-ikke");
            refused(run(settings, "", "staff", "totp", "finnes-ikke"), 1, "finnes-ikke");
            refused(run(settings, "passord-nummer-to\n", "staff", "password", "finnes-ikke"), 1, "finnes-ikke");

            var again = new HashMap<>(settings);
            again.put("INNOM_HTTP_PORT", "0");
            again.put("INNOM_MANAGEMENT_PORT", "0");
            refused(run(again, "", "serve"), 1, "INNOM_DATA_DIR");
        }
    }

    @Test
    void refusesStaffThatDoNotFitWithASentence() {
        var settings = Map.of("INNOM_DATA_DIR", data.toString());
        refused(
                run(settings, "et-langt-passord\n", "staff", "add", "kari", "--name", "K", "--role", "fagpersn"),
                1,
                "fagperson");
        refused(run(settings, "kort\n", "staff", "add", "kari", "--name", "K", "--role", "leder"), 1, "8");
        refused(run(settings, "", "staff", "add", "kari", "--name", "K", "--role", "leder"), 1, "8");
        refused(run(settings, "x\n", "staff", "add", "kari og per", "--name", "K", "--role", "leder"), 1, "letters");
        assertThat(run(settings, "x\n", "staff", "add", "kari").status()).isEqualTo(2);
    }

    @Test
    void scansLineForLine() throws IOException {
        var lines = "jeg vil dø\n\nhei\tdu\nsiste linje uten slutt 💛";
        var fields = run(NONE, lines, "scan");
        assertThat(fields.status()).isZero();
        assertThat(fields.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("high\tsuicide\t[^\t]*dø[^\t]*\tjeg vil dø"),
                        line -> assertThat(line).isEqualTo("none\tnone\t\t"),
                        line -> assertThat(line).isEqualTo("none\tnone\t\thei du"),
                        line -> assertThat(line).isEqualTo("none\tnone\t\tsiste linje uten slutt 💛"));
        var json = run(NONE, lines, "scan", "--json").out().lines().toList();
        assertThat(json).hasSize(4);
        var first = new ObjectMapper().readTree(json.get(0));
        assertThat(first.path("level").asText()).isEqualTo("high");
        assertThat(first.path("category").asText()).isEqualTo("suicide");
        assertThat(first.path("spans").get(0).get(0).asInt()).isBetween(0, 8);
        assertThat(first.path("spans").get(0).get(1).asInt()).isEqualTo(10);
        assertThat(first.path("text").asText()).isEqualTo("jeg vil dø");
        assertThat(new ObjectMapper().readTree(json.get(2)).path("text").asText())
                .isEqualTo("hei\tdu");
        assertThat(run(NONE, "", "scan").out()).isEmpty();
    }

    @Test
    void showsWhatAnotherLexiconWouldFlagDifferently() throws IOException {
        var sentences = "jeg vil ikke leve lenger, jeg vil dø\n\nfin dag i dag\nskal ut og fiske grønne elefanter\n";
        var same = run(NONE, sentences, "scan", "--compare", "conf");
        assertThat(same.status()).as(same.err()).isZero();
        assertThat(same.out()).contains("No difference in 3 sentences.", "1 now, 1 then");

        var other = Files.createDirectories(data.resolve("risk"));
        var file = other.resolve("a.risk");
        Files.writeString(file, "rule elefanter: watch suicide\n  grønne elefanter\n  + grønne elefanter\n");
        var changed = run(NONE, sentences, "scan", "--compare", data.toString());
        assertThat(changed.status()).as(changed.err()).isZero();
        assertThat(changed.out())
                .contains("none -> watch suicide", "\"grønne elefanter\"  elefanter")
                // What no rule finds any more, the second opinion still does.
                .contains("1 of 3 sentences would be flagged differently", "1 now, 1 then")
                .doesNotContain("fin dag");

        Files.writeString(file, "rul elefanter: watch suicide\n  grønne elefanter\n");
        refused(run(NONE, sentences, "scan", "--compare", data.toString()), 1, "a.risk:1:1");
        refused(run(NONE, "", "scan", "--compare", data.resolve("finnes-ikke").toString()), 1, "finnes-ikke");
        refused(run(NONE, "", "scan", "--compare", "conf", "--json"), 2, "--json");
    }

    @Test
    void saysWhatItIsAndHowItIsUsed() {
        assertThat(run(NONE, "", "--version")).satisfies(ended -> {
            assertThat(ended.status()).isZero();
            assertThat(ended.out()).matches("innom \\d+\\.\\d+\\.\\d+\\S*\\R");
        });
        for (var args :
                new String[][] {{"--help"}, {"staff", "--help"}, {"staff", "add", "--help"}, {"scan", "--help"}}) {
            var help = run(NONE, "", args);
            assertThat(help.status()).as(String.join(" ", args)).isZero();
            assertThat(help.out()).contains("Usage:");
        }
        assertThat(run(NONE, "", "sevre").status()).isEqualTo(2);
        assertThat(run(NONE, "", "staff").status()).isEqualTo(2);
    }

    @Test
    void doesNotStartOnAPortThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = Integer.toString(taken.getLocalPort());
            var settings = new HashMap<>(
                    Map.of("INNOM_DATA_DIR", data.toString(), "INNOM_HTTP_PORT", port, "INNOM_MANAGEMENT_PORT", "0"));
            refused(run(settings, "", "serve"), 1, port);
            settings.put("INNOM_HTTP_PORT", "0");
            settings.put("INNOM_MANAGEMENT_PORT", port);
            refused(run(settings, "", "serve"), 1, "INNOM_MANAGEMENT_PORT");
        }
    }

    @Test
    void refusesAWrongSettingWithTheNearestName() {
        refused(run(Map.of("INNOM_HTPP_PORT", "8080"), "", "serve"), 1, "INNOM_HTTP_PORT");
        refused(run(Map.of("INNOM_CHAT_RETENTION", "PT4S"), "", "serve"), 1, "PT5S");
        refused(
                run(Map.of("INNOM_FLOWS_FIRST", "temperatr", "INNOM_DATA_DIR", data.toString()), "", "serve"),
                1,
                "temperatr");
        refused(
                run(Map.of("INNOM_CONF_DIR", data.toString(), "INNOM_DATA_DIR", data.toString()), "", "serve"),
                1,
                data.toString());
        refused(
                run(Map.of("INNOM_SECRETS_MASTERKEY", "c2hvcnQ=", "INNOM_DATA_DIR", data.toString()), "", "serve"),
                1,
                "INNOM_SECRETS_MASTERKEY");
    }

    @Test
    void leavesItsStaffAndChatsToTheNextStart() {
        String password;
        String key;
        try (var server = Server.start()) {
            password = server.password();
            try (var visitor = Client.visitor(server)) {
                key = visitor.start().path("key").asText();
                visitor.say("m", "husk meg");
            }
            assertThat(server.stop()).isZero();
            try (var again = server.startAgain();
                    var visitor = Client.visitor(again)) {
                assertThat(Client.login(again, "vakt", password).statusCode()).isEqualTo(204);
                visitor.send("resume", "key", key);
                assertThat(visitor.await(frame -> frame.path("id").asText().equals("m"))
                                .path("text")
                                .asText())
                        .isEqualTo("husk meg");
            }
        }
    }

    private static Program.Ended run(Map<String, String> settings, String input, String... args) {
        return Program.run(settings, input, args);
    }

    /** Ended so, with a sentence that has this word in it, and no stack trace. */
    private static void refused(Program.Ended ended, int status, String word) {
        assertThat(ended.status()).as("%s", ended).isEqualTo(status);
        assertThat(ended.err()).contains(word).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(ended.out()).doesNotContain("\tat ");
    }
}
