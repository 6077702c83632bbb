package no.innom.web.vakt;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import no.innom.Browser;
import no.innom.Client;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Taking a chat and talking in it, by keyboard alone. */
class TalkIT {
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
        server = Server.start();
    }

    @Test
    void takesTheOneThatIsChosenWithTheArrows() {
        try (var console = Console.enter(browser, server).onDuty();
                var acute = Client.visitor(server);
                var asking = Client.visitor(server)) {
            asking.start();
            asking.send("human", "id", "h1");
            assertThat(console.at(".waiting-card")).hasCount(1);
            acute.start();
            acute.say("m1", "jeg skal ta livet mitt i kveld");
            assertThat(console.at(".waiting-card")).hasCount(2);
            assertThat(console.at(".waiting-card").first()).containsText("Akutt");

            console.press("/");
            console.press("ArrowDown");
            console.press("Enter");
            assertThat(console.at("#say")).isFocused();
            console.page().keyboard().type("Hei, jeg er her.");
            console.press("Enter");

            var said = asking.await(frame -> frame.path("type").asText().equals("message")
                    && frame.path("from").asText().equals("staff"));
            assertThat(said.path("text").asText()).isEqualTo("Hei, jeg er her.");
            assertThat(console.at(".log .from-staff .message-text")).hasText("Hei, jeg er her.");
        }
    }

    @Test
    void marksTheVerySpansThatTheScannerFound() {
        try (var console = Console.enter(browser, server).onDuty();
                var visitor = Client.visitor(server)) {
            visitor.start();
            // Two UTF-16 units in one character come first, so that offsets in characters would be wrong.
            visitor.say("m1", "😔 jeg vil dø, jeg skal ta livet mitt i kveld 😔");
            assertThat(console.at("#alarm")).isVisible();
            console.press("n");
            assertThat(console.at(".log mark").first()).isVisible();

            assertThat(markedInLog(console)).isEqualTo(foundByScanner(console));
        }
    }

    @Test
    void showsWhatTheVisitorHasAnsweredAlready() {
        try (var console = Console.enter(browser, server).onDuty();
                var visitor = Client.visitor(server)) {
            visitor.start();
            var asking = visitor.await(frame -> frame.has("ask"));
            visitor.send(
                    "answer",
                    "id",
                    "a1",
                    "step",
                    asking.path("ask").path("step").asText(),
                    "value",
                    7);
            visitor.await("ack");
            visitor.send("human", "id", "h1");
            assertThat(console.at(".waiting-card")).hasCount(1);
            console.press("n");

            assertThat(console.at("#about-answers dt"))
                    .hasText(asking.path("text").asText());
            assertThat(console.at("#about-answers dd")).containsText("7 av 10");
        }
    }

    @Test
    void doesNothingByLettersWhileSomebodyWrites() {
        try (var console = Console.enter(browser, server).onDuty();
                var first = Client.visitor(server);
                var second = Client.visitor(server)) {
            first.start();
            first.send("human", "id", "h1");
            assertThat(console.at(".waiting-card")).hasCount(1);
            console.press("n");
            assertThat(console.at("#say")).isFocused();
            second.start();
            second.send("human", "id", "h1");
            assertThat(console.at(".waiting-card")).hasCount(1);

            console.page().keyboard().type("nå / hva?");
            console.press("Shift+Enter");
            console.page().keyboard().type("n");

            assertThat(console.at("#say")).hasValue("nå / hva?\nn");
            assertThat(console.at(".waiting-card")).hasCount(1);
            assertThat(console.at("#help")).isHidden();
            console.press("Escape");
            console.press("?");
            assertThat(console.at("#help")).isVisible();
        }
    }

    @Test
    void keepsTheDraftOfEachChat() {
        try (var console = Console.enter(browser, server).onDuty();
                var first = Client.visitor(server);
                var second = Client.visitor(server)) {
            for (var visitor : List.of(first, second)) {
                visitor.start();
                visitor.send("human", "id", "h1");
                assertThat(console.at(".waiting-card")).hasCount(1);
                console.at("#take-next").click();
                assertThat(console.at("#say")).isFocused();
                assertThat(console.at(".waiting-card")).hasCount(0);
            }
            console.page().keyboard().type("til den andre");
            console.press("Alt+1");
            assertThat(console.at("#say")).hasValue("");
            console.page().keyboard().type("til den første");
            console.press("Alt+2");
            assertThat(console.at("#say")).hasValue("til den andre");
            console.press("Alt+1");
            assertThat(console.at("#say")).hasValue("til den første");
        }
    }

    @Test
    void closesWithAnOutcomeAndLeavesTheChat() {
        try (var console = Console.enter(browser, server).onDuty();
                var visitor = Client.visitor(server)) {
            visitor.start();
            visitor.send("human", "id", "h1");
            assertThat(console.at(".waiting-card")).hasCount(1);
            console.press("n");
            assertThat(console.at("#say")).isFocused();
            console.at("#note").fill("Vil gjerne bli møtt av samme person.");
            console.press("Enter");
            assertThat(console.at("#notes")).containsText("samme person");
            console.at("#do-close").click();
            console.at("#close-outcome").selectOption("next-step");
            console.at("#close button[value=yes]").click();

            assertThat(console.at("#close")).isHidden();
            assertThat(console.at("#talk-none")).isVisible();
            visitor.await(frame -> frame.path("type").asText().equals("state")
                    && frame.path("status").asText().equals("bot"));
        }
    }

    @Test
    void showsAtOnceThatTheVisitorHasErasedEverything() {
        try (var console = Console.enter(browser, server).onDuty();
                var visitor = Client.visitor(server)) {
            visitor.start();
            visitor.send("human", "id", "h1");
            assertThat(console.at(".waiting-card")).hasCount(1);
            console.press("n");
            assertThat(console.at("#say")).isFocused();
            visitor.send("{\"type\":\"erase\"}");

            assertThat(console.at(".log")).hasCount(0);
            assertThat(console.at("#said-now")).hasText("Den unge har slettet samtalen.");
        }
    }

    private static List<String> markedInLog(Console console) {
        // The words for the ear stand inside the mark, in elements of their own.
        var js = "marks => marks.map(m => [...m.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join(''))";
        return ((List<?>) console.at(".log mark").evaluateAll(js))
                .stream().map(Object::toString).toList();
    }

    private static List<String> foundByScanner(Console console) {
        var words = new ArrayList<String>();
        for (var message : console.last("claimed").path("log")) {
            var text = message.path("text").asText();
            for (var span : message.path("risk").path("spans")) {
                words.add(text.substring(span.path(0).asInt(), span.path(1).asInt()));
            }
        }
        assertThat(words).isNotEmpty();
        return words;
    }
}
