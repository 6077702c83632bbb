package no.innom.web.vakt;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import no.innom.Browser;
import no.innom.Client;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A console that has lost its line says so, and gets it back by itself. */
class LineIT {
    private static final String RED = "rgb(165, 15, 53)";

    @AutoClose
    private static Browser browser;

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @Test
    void saysInRedThatTheServerIsGoneAndSendsWhatWasWrittenWhenItIsBack() throws IOException {
        var server = Server.start("INNOM_HTTP_PORT", Integer.toString(freePort()));
        Server again = null;
        try (var console = Console.enter(browser, server).onDuty()) {
            String key;
            try (var visitor = Client.visitor(server)) {
                key = visitor.start().path("key").asText();
                visitor.send("human", "id", "h1");
                assertThat(console.at(".waiting-card")).hasCount(1);
                console.press("n");
                assertThat(console.at("#say")).isFocused();
                server.kill();
            }
            assertThat(console.at("#line-lost")).isVisible();
            assertThat(console.at("#line-lost")).hasCSS("background-color", RED);
            assertThat(console.at("#line-lost").boundingBox().width).isEqualTo(1280);
            assertThat(console.page()).hasTitle(Pattern.compile("Ingen forbindelse"));
            assertThat(console.at("#take-next")).isDisabled();
            assertThat(console.at("#waiting-none")).hasText("Vet ikke hvem som venter nå.");
            console.at("#say").fill("Er du der ennå?");
            console.press("Enter");
            assertThat(console.at(".message-pending")).containsText("Ikke sendt");

            again = server.startAgain();

            assertThat(console.at("#line-lost")).isHidden();
            assertThat(console.at(".message-pending")).hasCount(0);
            assertThat(console.page()).hasTitle("Innom vakt");
            try (var visitor = Client.visitor(again)) {
                visitor.send("resume", "key", key);
                var said = visitor.await(frame -> frame.path("from").asText().equals("staff"));
                assertThat(said.path("text").asText()).isEqualTo("Er du der ennå?");
            }
        } finally {
            server.close();
            if (again != null) {
                again.close();
            }
        }
    }

    @Test
    void saysInRedThatTheServerHasNoStoreAndSendsWhatWasWrittenWhenItIsBack() throws IOException {
        try (var server = Server.start();
                var console = Console.enter(browser, server).onDuty();
                var visitor = Client.visitor(server)) {
            visitor.start();
            visitor.send("human", "id", "h1");
            assertThat(console.at(".waiting-card")).hasCount(1);
            console.press("n");
            assertThat(console.at("#say")).isFocused();
            assertThat(console.at("#store-away")).isHidden();
            var conf = server.data().resolve("redis/redis.conf");
            var kept = java.nio.file.Files.readString(conf);
            // Without this it is back before anybody notices.
            java.nio.file.Files.delete(conf);
            server.killRedis();

            assertThat(console.at("#store-away")).isVisible();
            assertThat(console.at("#store-away")).hasCSS("background-color", RED);
            assertThat(console.at("#store-away")).containsText("når ikke lageret");
            console.at("#say").fill("Er du der ennå?");
            console.press("Enter");
            assertThat(console.at(".message-pending")).containsText("Ikke sendt");

            java.nio.file.Files.writeString(conf, kept);

            assertThat(console.at("#store-away")).isHidden();
            assertThat(console.at(".message-pending")).hasCount(0);
            var said = visitor.await(frame -> frame.path("type").asText().equals("message")
                    && frame.path("from").asText().equals("staff"));
            org.assertj.core.api.Assertions.assertThat(said.path("text").asText())
                    .isEqualTo("Er du der ennå?");
        }
    }

    @Test
    void noticesByItselfThatTheLineIsDead() {
        var dead = new AtomicBoolean();
        try (var server = Server.start();
                var console = Console.open(browser, server, "nb-NO", ColorScheme.LIGHT)) {
            console.page().clock().install();
            console.page().routeWebSocket("**/ws/staff", line -> {
                var there = line.connectToServer();
                // A cable that was pulled: nobody says that it was, and what was on it never comes.
                var cut = new AtomicBoolean();
                line.onMessage(frame -> pass(frame, there, dead, cut));
                there.onMessage(frame -> pass(frame, line, dead, cut));
            });
            console.page().reload();
            console.logIn("vakt", server.password());
            assertThat(console.at("#off-duty")).isVisible();
            dead.set(true);
            console.page().clock().runFor("00:30");
            assertThat(console.at("#line-lost")).isVisible();

            dead.set(false);
            console.page().clock().runFor("00:30");
            assertThat(console.at("#line-lost")).isHidden();
            assertThat(console.at("#said-softly")).hasText("Forbindelsen er tilbake.");
        }
    }

    @Test
    void goesOnWhereItWasAfterTheSessionHasEnded() {
        try (var server = Server.start();
                var console = Console.enter(browser, server).onDuty();
                var visitor = Client.visitor(server)) {
            visitor.start();
            visitor.send("human", "id", "h1");
            assertThat(console.at(".waiting-card")).hasCount(1);
            console.press("n");
            assertThat(console.at("#say")).isFocused();
            console.at("#say").fill("Et halvt svar");
            // Logged out in another tab.
            console.page().evaluate("fetch('/api/staff/logout', {method: 'POST'})");

            assertThat(console.at("#login-said")).containsText("Du er logget ut");
            console.logIn("vakt", server.password());

            assertThat(console.at("#say")).hasValue("Et halvt svar");
            assertThat(console.at("#line-lost")).isHidden();
        }
    }

    private static void pass(WebSocketFrame frame, WebSocketRoute to, AtomicBoolean dead, AtomicBoolean cut) {
        if (dead.get()) {
            cut.set(true);
        }
        if (!cut.get()) {
            to.send(frame.text());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
