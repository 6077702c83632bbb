package no.innom.web.vakt;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import no.innom.Browser;
import no.innom.Client;
import no.innom.Program;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two on duty: who sees whom, and how a chat goes from one to the other. */
class TeamIT {
    private static final String PASSWORD = "en lang nok setning";

    @AutoClose
    private static Browser browser;

    @AutoClose
    private Server server;

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @BeforeEach
    void start() throws IOException, InterruptedException {
        server = Server.start();
        var command = new ProcessBuilder(
                        Server.command("staff", "add", "kari", "--name", "Kari", "--role", "fagperson"))
                .inheritIO()
                .redirectInput(ProcessBuilder.Redirect.PIPE);
        command.environment().put("INNOM_DATA_DIR", server.data().toString());
        var adding = command.start();
        try (var in = adding.getOutputStream()) {
            in.write((PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(adding.waitFor()).isZero();
    }

    @Test
    void showsWhoElseIsOnDutyAndWithHowManyChats() {
        try (var console = Console.enter(browser, server);
                var kari = Client.staff(server, "kari", PASSWORD);
                var visitor = Client.visitor(server)) {
            assertThat(console.at("#team-alone")).isVisible();
            kari.send("duty", "on", true, "capacity", 2);
            assertThat(console.at("#team")).containsText("Kari");
            assertThat(console.at("#team")).containsText("0 av 2 samtaler");
            visitor.start();
            visitor.send("human", "id", "h1");
            assertThat(console.at(".waiting-card")).hasCount(1);
            kari.send("claim", "id", "c1");
            assertThat(console.at("#team")).containsText("1 av 2 samtaler");
            assertThat(console.at(".waiting-card")).hasCount(0);
        }
    }

    @Test
    void letsALeadFollowAChatUnseen() {
        try (var console = Console.enter(browser, server);
                var kari = Client.staff(server, "kari", PASSWORD);
                var visitor = Client.visitor(server)) {
            kari.send("duty", "on", true);
            visitor.start();
            visitor.send("human", "id", "h1");
            assertThat(console.at(".waiting-card")).hasCount(1);
            kari.send("claim", "id", "c1");
            console.at("#held button").click();

            assertThat(console.at("#talk-visitor")).hasText("Du følger med uten å være synlig");
            assertThat(console.at("#composer")).isHidden();
            assertThat(console.at("#talk-doing")).isHidden();
            visitor.say("m1", "er du der ennå?");
            assertThat(console.at(".log .from-visitor").last()).containsText("er du der ennå?");

            console.at("#put-away").click();
            assertThat(console.at("#talk-none")).isVisible();
        }
    }

    @Test
    void passesAChatOnWithANoteToSomebodyOnDuty() {
        try (var console = Console.enter(browser, server).onDuty();
                var kari = Client.staff(server, "kari", PASSWORD);
                var visitor = Client.visitor(server)) {
            kari.send("duty", "on", true);
            assertThat(console.at("#team")).containsText("Kari");
            visitor.start();
            visitor.send("human", "id", "h1");
            assertThat(console.at(".waiting-card")).hasCount(1);
            console.press("n");
            assertThat(console.at("#say")).isFocused();
            console.at("#do-transfer").click();
            console.at("#transfer-to").selectOption("staff kari");
            console.at("#transfer-note").fill("Vil snakke om skolen.");
            console.at("#transfer button[value=yes]").click();

            assertThat(console.at("#talk-none")).isVisible();
            assertThat(console.at("#said-softly")).hasText("Samtalen er gitt videre.");
            var claimed = kari.await("claimed");
            assertThat(claimed.path("notes").path(0).path("text").asText()).isEqualTo("Vil snakke om skolen.");
        }
    }

    @Test
    void callsTheQueuesAsTheirFileDoesAndRingsForThoseWhomTheyAreFor() {
        Program.addStaff(server, "ola", "Ola", PASSWORD, "frivillig");
        try (var console = Console.open(browser, server, "nb-NO", ColorScheme.LIGHT);
                var kari = Client.staff(server, "kari", PASSWORD);
                var visitor = Client.visitor(server);
                var urgent = Client.visitor(server)) {
            console.logIn("ola", PASSWORD);
            console.onDuty();
            kari.send("duty", "on", true);
            urgent.start();
            urgent.say("m1", "jeg skal ta livet mitt i kveld");
            kari.await("alarm");
            visitor.start();
            visitor.send("human", "id", "h1");
            assertThat(console.at(".waiting-card")).hasCount(2);
            assertThat(console.at(".waiting-card").first()).containsText("Haster");
            assertThat(console.at(".waiting-card").first()).containsText("Andre enn deg tar denne køen");
            assertThat(console.at(".waiting-card").last()).containsText("Vil snakke med noen");
            assertThat(console.at(".waiting-card").last()).not().containsText("Andre enn deg");
            assertThat(console.at("#alarm")).isHidden();

            console.press("n");
            assertThat(console.at("#about-facts")).containsText("Hvordan har du det?");
            console.at("#do-transfer").click();
            assertThat(console.at("#transfer-to")).containsText("Haster");
            assertThat(console.at("#transfer-to")).containsText("Temakveld");
            assertThat(console.at("#transfer-to")).not().containsText("Vil snakke med noen");
        }
    }

    @Test
    void ringsAgainWhenAnAcuteChatIsPutBack() {
        try (var console = Console.enter(browser, server).onDuty();
                var visitor = Client.visitor(server)) {
            visitor.start();
            visitor.say("m1", "jeg skal ta livet mitt i kveld");
            assertThat(console.at("#alarm")).isVisible();
            console.press("n");
            assertThat(console.at("#alarm")).isHidden();
            console.at("#do-release").click();
            console.at("#release button[value=yes]").click();

            assertThat(console.at("#alarm")).isVisible();
            assertThat(console.at(".waiting-card")).hasCount(1);
            assertThat(console.at("#talk-none")).isVisible();
        }
    }
}
