package no.innom.web.vakt;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import no.innom.Browser;
import no.innom.Client;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The approved sentences, beside the field that staff write in: they fill it in and send nothing. */
class PhrasesIT {
    @AutoClose
    private static Browser browser;

    @AutoClose
    private static Server server;

    @BeforeAll
    static void start() {
        browser = Browser.launch();
        server = Server.start();
    }

    @Test
    void fillTheFieldInTheVisitorsLanguageAndAreNotSent() {
        try (var console = Console.enter(browser, server).onDuty();
                var visitor = Client.visitor(server)) {
            visitor.send("start", "language", "nn");
            visitor.send("human", "id", "h1");
            assertThat(console.at(".waiting-card")).hasCount(1);
            console.press("n");
            assertThat(console.at("#say")).isFocused();
            console.page().keyboard().type("Hei!");

            console.press("Alt+0");
            assertThat(console.at(".phrase").first()).isFocused();
            assertThat(console.at("#phrases-language")).hasValue("nn");
            assertThat(console.at(".phrase").first()).containsText("Eg har lese det du skreiv");
            console.press("ArrowDown");
            console.press("Enter");

            assertThat(console.at("#say")).isFocused();
            assertThat(console.at("#say")).hasValue("Hei! Det hastar ikkje. Skriv når du vil, eg er her.");
            assertThat(console.at("#phrases")).isHidden();
            assertThat(console.at(".log .from-staff")).hasCount(0);

            console.page().keyboard().type(" :)");
            console.press("Enter");
            var said = visitor.await(frame -> frame.path("type").asText().equals("message")
                    && frame.path("from").asText().equals("staff"));
            assertThat(said.path("text").asText()).isEqualTo("Hei! Det hastar ikkje. Skriv når du vil, eg er her. :)");

            console.at("#open-phrases").click();
            console.at("#phrases-language").selectOption("en");
            assertThat(console.at(".phrase").first()).containsText("I've read what you wrote");
            console.press("Escape");
            assertThat(console.at("#phrases")).isHidden();
            assertThat(console.at("#say")).isFocused();
            assertThat(console.at("#say")).hasValue("");
        }
    }
}
