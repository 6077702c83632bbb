package no.innom.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import no.innom.Client;
import no.innom.Program;
import no.innom.Server;
import no.innom.redis.BuiltInRedis;
import no.innom.redis.RedisLink;
import no.innom.redis.RedisVersions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files become versions, staff publish further ones, and a chat stays on the version that it began with. */
class VersionsIT {
    private static final String FIRST = "Hei! Fint at du stikker innom.";
    private static final String SECOND = "Hei der! Fint at du stikker innom.";
    private static final String THIRD = "God kveld! Fint at du stikker innom.";

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    private Path flows;

    @BeforeEach
    void copyTheFlows() throws IOException {
        try (var files = Files.list(Path.of("flows"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, flows.resolve(file.getFileName()));
            }
        }
        write("temperatur", replaceGreeting(file("temperatur"), FIRST));
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aFileWhoseTextIsNewBecomesTheNextVersionAndChatsStayOnTheirs() {
        var server = start();
        try {
            assertThat(versions(server)).hasSize(1).first().asString().startsWith("1\tlive\t");
            try (var visitor = Client.visitor(server)) {
                var key = visitor.start().path("key").asText();
                assertThat(greeting(visitor)).startsWith(FIRST);
                visitor.drop();

                write("temperatur", replaceGreeting(file("temperatur"), SECOND));
                server.stop();
                server = server.startAgain();
                assertThat(versions(server))
                        .hasSize(2)
                        .first()
                        .asString()
                        .startsWith("2\tlive\t")
                        .contains("\tfile\t");
                try (var again = Client.visitor(server);
                        var other = Client.visitor(server)) {
                    again.send("resume", "key", key, "after", 0);
                    var asked = again.await(frame -> frame.hasNonNull("ask"));
                    again.send(
                            "answer",
                            "id",
                            "a1",
                            "step",
                            asked.path("ask").path("step").asText(),
                            "value",
                            null);
                    again.await("ack", "a1");
                    again.await(frame -> frame.path("type").asText().equals("message"));
                    other.start();
                    assertThat(greeting(other)).startsWith(SECOND);
                }
            }
            server.stop();
            server = server.startAgain();
            assertThat(versions(server))
                    .as("the same file again is nothing new")
                    .hasSize(2);
        } finally {
            server.close();
        }
    }

    @Test
    void aChangedFileDoesNotReplaceWhatStaffPublishedAndTheConsoleShowsTheDifference() {
        var server = start();
        try {
            publish(server, 2, replaceGreeting(file("temperatur"), SECOND), Version.Times.from(Instant.now()));
            try (var visitor = Client.visitor(server)) {
                visitor.start();
                assertThat(greeting(visitor)).startsWith(SECOND);
            }
            var password = server.password();
            write("temperatur", replaceGreeting(file("temperatur"), THIRD));
            server.stop();
            server = server.startAgain();
            assertThat(versions(server))
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("2\tlive")
                    .endsWith("\tkari\tnew words");
            try (var staff = Client.staff(server, "vakt", password)) {
                var notices = staff.await("board").path("notices");
                assertThat(notices.findValuesAsText("text")).anyMatch(text -> text.contains("temperatur"));
                assertThat(notices.toString()).contains("+      - nb: " + THIRD, "-      - nb: " + SECOND);
            }

            var exported = run(server, "flows", "export");
            assertThat(exported.status()).as(exported.err()).isZero();
            assertThat(file("temperatur")).contains(SECOND);
            assertThat(file("temperatur.yaml.old")).as("nothing is lost").contains(THIRD);

            server.stop();
            server = server.startAgain();
            write("temperatur", file("temperatur.yaml.old"));
            server.stop();
            server = server.startAgain();
            assertThat(versions(server))
                    .as("once the file has been as what staff published, it leads again")
                    .hasSize(3)
                    .first()
                    .asString()
                    .contains("3\tlive", "\tfile\t");
        } finally {
            server.close();
        }
    }

    @Test
    void aVersionForATimeComesAndGoesByItself() {
        try (var server = start()) {
            var now = Instant.now();
            publish(
                    server,
                    2,
                    replaceGreeting(file("temperatur"), SECOND),
                    new Version.Times(now.plusSeconds(3600), now.plusSeconds(7200), false));
            try (var visitor = Client.visitor(server)) {
                visitor.start();
                assertThat(greeting(visitor)).startsWith(FIRST);
            }
            var listed = versions(server);
            assertThat(listed.get(0)).startsWith("2\t-\t");
            assertThat(listed.get(1)).startsWith("1\tlive\t");

            var wrong = run(server, "flows", "versions", "temperatr");
            assertThat(wrong.status()).isEqualTo(1);
            assertThat(wrong.err()).contains("Did you mean temperatur?");
        }
    }

    @Test
    void aThemeEveningTakesNobodyInOutsideItsHoursAndTurnsNobodyAway() {
        var zone = ZoneId.of("Europe/Oslo");
        var now = ZonedDateTime.now(zone).withNano(0).toLocalDateTime();
        write("tema-ensomhet", themed(now.plusDays(2), now.plusDays(2).plusHours(3)));
        write("tema-sovn", file("tema-sovn").replace("theme:\n", times(now.minusHours(1), now.plusHours(1))));
        try (var server = start();
                var early = Client.visitor(server);
                var inTime = Client.visitor(server)) {
            early.send("start", "flow", "tema-ensomhet");
            assertThat(greeting(early)).as("the service's own flow").startsWith(FIRST);
            inTime.send("start", "flow", "tema-sovn");
            assertThat(greeting(inTime)).doesNotStartWith(FIRST);
            assertThat(Client.get(server, "/api/open").body()).contains("tema-ensomhet", "tema-sovn");
        }
    }

    @Test
    void twoServersThatStartAtOnceTakeAFileInOnce() throws Exception {
        try (var server = start();
                var redis = BuiltInRedis.join(server.data());
                var one = RedisLink.open(vertx, redis.url());
                var two = RedisLink.open(vertx, redis.url())) {
            var files = Map.of("ny-flyt", replaceGreeting(file("temperatur"), THIRD));
            Function<RedisLink, Future<?>> take = link -> {
                var book = new RedisVersions(link);
                return new Arrivals(book, new Shelf(book, Instant::now), Instant::now).take(files);
            };
            Future.all(take.apply(one), take.apply(two))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            var history = new RedisVersions(one)
                    .history("ny-flyt")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            assertThat(history.versions()).hasSize(1);
            assertThat(history.agreed()).isEqualTo(1);
        }
    }

    private void publish(Server server, int number, String text, Version.Times times) {
        try (var redis = BuiltInRedis.join(server.data());
                var link = RedisLink.open(vertx, redis.url())) {
            var version = new Version("temperatur", number, "kari", Instant.now(), "new words", text, times);
            assertThat(new RedisVersions(link)
                            .add(version, false)
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join())
                    .isTrue();
        }
        no.innom.Eventually.so("the server has read it", java.time.Duration.ofSeconds(10), () -> {
            try (var visitor = Client.visitor(server)) {
                visitor.start();
                return !times.from().isBefore(Instant.now())
                        || !greeting(visitor).startsWith(FIRST);
            }
        });
    }

    private Server start() {
        return Server.start("INNOM_FLOWS_DIR", flows.toString());
    }

    private static String greeting(Client visitor) {
        return visitor.await("message").path("text").asText();
    }

    private static java.util.List<String> versions(Server server) {
        var listed = run(server, "flows", "versions", "temperatur");
        assertThat(listed.status()).as(listed.err()).isZero();
        return listed.out().lines().toList();
    }

    private static Program.Ended run(Server server, String... command) {
        return Program.run(new HashMap<>(server.settings()), "", command);
    }

    private String themed(java.time.LocalDateTime opens, java.time.LocalDateTime closes) {
        return file("tema-ensomhet").replace("theme:\n", times(opens, closes));
    }

    private static String times(java.time.LocalDateTime opens, @Nullable Object closes) {
        return "theme:\n  opens: " + opens + "\n  closes: " + closes + "\n";
    }

    private static String replaceGreeting(String text, String greeting) {
        return text.replaceFirst(
                "nb: (Hei, \\{nickname\\}!|Hei!|Hei der!|God kveld!) Fint at[^.]*\\.", "nb: " + greeting);
    }

    private String file(String name) {
        try {
            return Files.readString(flows.resolve(name.contains(".") ? name : name + ".yaml"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void write(String flow, String text) {
        try {
            Files.writeString(flows.resolve(flow + ".yaml"), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
