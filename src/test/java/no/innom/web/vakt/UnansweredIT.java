package no.innom.web.vakt;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import no.innom.Browser;
import no.innom.Client;
import no.innom.OwnConf;
import no.innom.Program;
import no.innom.Server;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the console shows when nobody comes, when its own person is silent, and when a colleague is lost. */
class UnansweredIT {
    @AutoClose
    private static Browser browser;

    @AutoClose
    private Server server;

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @BeforeEach
    void start() {
        var conf = OwnConf.copy()
                .with("queues.yaml", "remind: PT3M", "remind: PT1S")
                .with("queues.yaml", "offer: PT6M", "offer: PT9M");
        server = Server.start(
                "INNOM_CONF_DIR", conf.toString(),
                "INNOM_DUTY_LEASE", "PT16S",
                "INNOM_ESCALATION_STEPS", "PT1S,PT2S,PT3S",
                // Port 9 throws everything away where it is open at all: nobody answers.
                "INNOM_SECONDLINE_WEBHOOK_URL", "http://127.0.0.1:9/bakvakt",
                "INNOM_SECONDLINE_WEBHOOK_SECRET", "aHVzayBhdCBkZXR0ZSBlciBlbiBoZW1tZWxpZ2hldCE=");
    }

    @Test
    void saysLoudlyThatTheSecondLineCannotBeReached() {
        try (var console = Console.enter(browser, server).onDuty();
                var visitor = Client.visitor(server)) {
            visitor.start();
            visitor.say("m1", "jeg har lyst til å dø");
            assertThat(console.at("#alarm")).containsText("Får ikke varslet bakvakten");
            assertThat(console.at(".waiting-card .card-second")).containsText("Ring dem selv");
            console.mustShutNobodyOut();
            visitor.just("erase");
            visitor.await("bye");
            assertThat(console.at("#alarm")).isHidden();
        }
    }

    @Test
    void remindsWhoLeavesAVisitorWithoutAnAnswer() {
        try (var console = Console.enter(browser, server).onDuty();
                var visitor = Client.visitor(server)) {
            visitor.start();
            visitor.send("human", "id", "h");
            visitor.await("ack", "h");
            assertThat(console.at(".waiting-card")).hasCount(1);
            console.press("n");
            assertThat(console.at("#talk-remind")).isVisible();
            assertThat(console.at("#talk-remind")).containsText("Den unge venter på svar");
            assertThat(console.at("#said-now")).containsText("venter på svar");
            assertThat(console.at(".mine-more")).containsText("venter på svar");
            console.mustShutNobodyOut();
            console.page().reload();
            assertThat(console.at("#talk-remind")).isVisible();
            console.at("#say").fill("Hei, nå er jeg her.");
            console.press("Enter");
            assertThat(console.at("#talk-remind")).isHidden();
            visitor.just("erase");
            visitor.await("bye");
        }
    }

    /** The page builds the talk anew with each {@code claimed}, and must not lose what it had been told of it. */
    @Test
    void remindsAgainWhoOpensTheTalkAgain() {
        try (var kari = Client.staff(server, "vakt", server.password());
                var visitor = Client.visitor(server)) {
            kari.await("board");
            kari.send("duty", "on", true, "id", "d");
            kari.await("ok", "d");
            visitor.start();
            visitor.send("human", "id", "h");
            var chat = kari.await("waiting").path("chat").asText();
            kari.send("claim", "chat", chat, "id", "c1");
            kari.await("claimed", "c1");
            var deadline = kari.await("remind").path("deadline");
            kari.send("claim", "chat", chat, "id", "c2");
            Assertions.assertThat(kari.await("remind").path("deadline")).isEqualTo(deadline);
            visitor.just("erase");
            visitor.await("bye");
        }
    }

    @Test
    void seesThatAColleagueHasLostTheConnection() {
        Program.addStaff(server, "kari", "Kari", "kari-passord", "fagperson");
        try (var console = Console.enter(browser, server).onDuty()) {
            var kari = Client.staff(server, "kari", "kari-passord");
            kari.await("board");
            kari.send("duty", "on", true, "id", "d");
            kari.await("ok", "d");
            assertThat(console.at("#team")).containsText("Kari");
            kari.drop();
            assertThat(console.at("#team")).containsText("har mistet forbindelsen");
        }
    }
}
