package no.innom.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.innom.Browser;
import no.innom.Client;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The visitor's page in a browser, against the packaged server. Pictures are in {@code target/pictures}. */
class ChatPageIT {
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
    void leavesNoTraceBeforeTheFirstWord() {
        try (var chat = ChatPage.open(browser, server, "")) {
            var cable = new Cable(chat.page());
            chat.reload();
            assertThat(chat.at("#welcome")).containsText("Du er anonym");
            assertThat(chat.at("#text")).isVisible();
            assertThat(chat.at("#human")).isVisible();
            assertThat(chat.kept()).isEqualTo("{}");
            assertThat(cable.said()).isEmpty();
        }
    }

    @Test
    void beginsWithTheFirstMessageAsWellAsWithTheButton() {
        try (var chat = ChatPage.open(browser, server, "")) {
            chat.say("hei, jeg heter ikke noe");
            assertThat(chat.mine("hei, jeg heter ikke noe")).isVisible();
            assertThat(chat.at(".said-bot").first()).containsText("Hei");
            assertThat(chat.at("#ask")).isVisible();
        }
    }

    @Test
    void isUsedWithTheKeyboardAlone() {
        try (var chat = ChatPage.open(browser, server, "")) {
            chat.tabTo("#begin");
            chat.press("Enter");
            assertThat(chat.at("#text")).isFocused();
            assertThat(chat.at(".scale .button")).hasCount(11);
            chat.tabTo(".scale .button:nth-child(6)");
            chat.press("Enter");
            assertThat(chat.mine("5")).isVisible();
            assertThat(chat.at("#room")).isFocused();
            assertThat(chat.at(".choices .button")).not().hasCount(0);
            chat.tabTo(".choices .button");
            chat.press("Space");
            assertThat(chat.mine("Jeg er trist")).isVisible();
            chat.tabTo(".why summary");
            chat.press("Enter");
            assertThat(chat.at(".why p")).isVisible();
            chat.tabTo("#text");
            chat.page().keyboard().type("første linje");
            chat.press("Shift+Enter");
            chat.page().keyboard().type("andre linje");
            chat.press("Enter");
            assertThat(chat.mine("første linje\nandre linje")).isVisible();
            assertThat(chat.at("#text")).hasValue("");
            assertThat(chat.at("#text")).isFocused();
            chat.tabTo("#more");
            chat.press("Enter");
            chat.tabTo("#end");
            chat.press("Enter");
            assertThat(chat.at("#confirm-title")).isFocused();
            chat.press("Escape");
            assertThat(chat.at("#confirm")).isHidden();
            assertThat(chat.at("#more")).isFocused();
        }
    }

    @Test
    void answersAScaleWithANumberThatIsTyped() {
        try (var chat = ChatPage.open(browser, server, "").begin()) {
            chat.say("7");
            assertThat(chat.at(".choices .button").first()).hasText("Jeg er trist");
        }
    }

    @Test
    void skipsAQuestion() {
        try (var chat = ChatPage.open(browser, server, "").begin()) {
            chat.at("#ask .button")
                    .filter(new Locator.FilterOptions().setHasText("Hopp over"))
                    .click();
            assertThat(chat.mine("Jeg hopper over dette.")).isVisible();
            assertThat(chat.at(".choices .button").first()).isVisible();
        }
    }

    @Test
    void showsWhomToCallAtOnceWhenItIsUrgentAndKeepsTheNumbersInSight() {
        try (var chat = ChatPage.open(browser, server, "").begin()) {
            chat.say("jeg vil dø");
            assertThat(chat.at(".contact a[href='tel:113']")).isVisible();
            assertThat(chat.at("#keep a[href='tel:113']")).isVisible();
            assertThat(chat.at("#state")).containsText("Du står i køen");
            assertThat(chat.at("#ask")).isHidden();
            chat.reload();
            assertThat(chat.at("#keep a[href='tel:113']")).isVisible();
            assertThat(chat.at(".contacts")).hasCount(1);
        }
    }

    @Test
    void talksToAPersonByName() {
        try (var chat = ChatPage.open(browser, server, "").begin();
                var staff = Client.staff(server, "vakt", server.password())) {
            staff.send("duty", "on", true);
            chat.at("#human").click();
            assertThat(chat.at("#state")).containsText("Du står i køen");
            var card = staff.await("waiting");
            staff.send("claim", "chat", card.path("chat").asText());
            assertThat(chat.at("#state")).hasText("Du snakker med Vakt.");
            assertThat(chat.at("#human")).isHidden();
            staff.send("typing", "chat", card.path("chat").asText());
            assertThat(chat.at("#state")).hasText("Vakt skriver …");
            staff.send("say", "chat", card.path("chat").asText(), "id", "s1", "text", "Hei, jeg er her.");
            assertThat(chat.at(".said-staff")).containsText("Hei, jeg er her.");
            assertThat(chat.at("#state")).hasText("Du snakker med Vakt.");
            staff.send("duty", "on", false);
        }
    }

    @Test
    void sendsOnceWhatWasWrittenWithoutALine() {
        try (var chat = ChatPage.open(browser, server, "")) {
            var cable = new Cable(chat.page());
            chat.reload();
            chat.begin();
            cable.cut();
            assertThat(chat.at("#lost")).containsText("Ikke nett akkurat nå");
            chat.say("er du der?").say("jeg er her ennå");
            chat.at("#text").fill("et halvt");
            assertThat(chat.at(".late"))
                    .hasText(new String[] {"ikke sendt ennå – prøver igjen", "ikke sendt ennå – prøver igjen"});

            cable.mend();

            assertThat(chat.at(".late")).hasCount(0);
            assertThat(chat.at("#lost")).isHidden();
            assertThat(chat.at("#text")).hasValue("et halvt");
            assertThat(cable.said()).hasSize(2).doesNotHaveDuplicates();
            chat.reload();
            assertThat(chat.at(".said-you .words")).hasText(new String[] {"er du der?", "jeg er her ennå"});
            assertThat(chat.at("#text")).hasValue("et halvt");
        }
    }

    @Test
    void sendsAgainWithTheSameIdWhatMayNotHaveArrived() {
        try (var chat = ChatPage.open(browser, server, "")) {
            var cable = new Cable(chat.page());
            chat.reload();
            chat.begin();
            cable.loseAnswers();
            chat.say("kom dette fram?");
            assertThat(chat.at(".late")).isVisible();
            cable.cut();
            cable.mend();

            assertThat(chat.at(".late")).hasCount(0);
            assertThat(chat.mine("kom dette fram?")).hasCount(1);
            assertThat(cable.said()).isNotEmpty().containsOnly(cable.said().get(0));
            chat.reload();
            assertThat(chat.mine("kom dette fram?")).hasCount(1);
        }
    }

    @Test
    void sendsEverythingInOrderHoweverFastItIsWritten() {
        try (var chat = ChatPage.open(browser, server, "").begin()) {
            var burst = IntStream.range(0, 16).mapToObj(i -> "melding " + i).toArray(String[]::new);
            for (var text : burst) {
                chat.say(text);
            }
            assertThat(chat.at(".said-bot")).not().hasCount(0);
            chat.page().waitForCondition(() -> !chat.kept().contains("unsent"));
            chat.reload();
            assertThat(chat.at(".said-you .words")).hasText(burst);
        }
    }

    @Test
    void triesAgainWhenTheServerCannotStoreAndShowsWhatItSays() {
        try (var chat = ChatPage.open(browser, server, "")) {
            var cable = new Cable(chat.page());
            chat.reload();
            chat.begin();
            cable.refuseNext("unavailable");
            chat.say("tar dere imot?");
            assertThat(chat.at("#notice")).hasText("Ring 113 om det haster.");
            assertThat(chat.at("#notice")).isHidden();
            assertThat(chat.at(".late")).hasCount(0);
            assertThat(cable.said()).hasSize(1);
        }
    }

    @Test
    void asksForWhatIsMissingBetweenTwoMessages() {
        try (var chat = ChatPage.open(browser, server, "")) {
            var cable = new Cable(chat.page());
            chat.reload();
            cable.loseNext("message");
            chat.begin();
            assertThat(chat.at(".said-bot .words").first()).containsText("Fint at du stikker innom");
            assertThat(chat.at(".said-bot")).hasCount(4);
            assertThat(cable.sent("resume")).isEqualTo(1);
        }
    }

    @Test
    void noticesByItselfThatTheLineIsDead() {
        try (var chat = ChatPage.open(browser, server, "")) {
            chat.page().clock().install();
            var cable = new Cable(chat.page());
            chat.reload();
            chat.begin();
            cable.loseAnswers();
            chat.page().clock().runFor("00:40");
            assertThat(chat.at("#lost")).containsText("Ikke nett akkurat nå");
            cable.cut();
            cable.mend();
            chat.page().clock().runFor("00:30");
            assertThat(chat.at("#lost")).isHidden();
        }
    }

    @Test
    void healsByItselfWhenTheServerWasKilled() throws IOException {
        var mortal = Server.start("INNOM_HTTP_PORT", Integer.toString(freePort()));
        Server again = null;
        try (var chat = ChatPage.open(browser, mortal, "").begin()) {
            mortal.kill();
            assertThat(chat.at("#lost")).isVisible();
            chat.say("nå er det mørkt");
            again = mortal.startAgain();
            assertThat(chat.at("#lost")).isHidden();
            assertThat(chat.at(".late")).hasCount(0);
            assertThat(chat.mine("nå er det mørkt")).hasCount(1);
        } finally {
            mortal.close();
            if (again != null) {
                again.close();
            }
        }
    }

    @Test
    void goesOnAfterAReload() {
        try (var chat = ChatPage.open(browser, server, "").begin()) {
            chat.at(".scale .button").nth(6).click();
            assertThat(chat.at(".choices")).isVisible();
            chat.at("#text").fill("jeg vet ikke hvordan");
            chat.reload();
            assertThat(chat.mine("6")).isVisible();
            assertThat(chat.at(".choices")).isVisible();
            assertThat(chat.at("#text")).hasValue("jeg vet ikke hvordan");
            assertThat(chat.at("#welcome")).isHidden();
        }
    }

    @Test
    void keepsNoCookieAndNothingInLocalStorage() {
        try (var chat = ChatPage.open(browser, server, "").begin()) {
            chat.say("hei");
            assertThat(chat.mine("hei")).isVisible();
            assertThat(chat.page().context().cookies()).isEmpty();
            assertThat(chat.page().evaluate("localStorage.length")).isEqualTo(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"button", "Escape"})
    void isLeftInAnInstantAndForgotten(String how) {
        try (var chat = ChatPage.open(browser, server, "").begin()) {
            var page = chat.page();
            page.context()
                    .route(
                            "https://www.yr.no/**",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("text/html")
                                    .setBody("<title>Været</title>")));
            int before = (int) page.evaluate("history.length");
            assertThat(chat.kept()).contains("key");
            if (how.equals("button")) {
                chat.at("#leave").click();
            } else {
                for (int i = 0; i < 3; i++) {
                    chat.press("Escape");
                }
            }
            page.waitForURL("https://www.yr.no/");
            assertThat((int) page.evaluate("history.length")).isEqualTo(before);
            page.goBack();
            assertThat(page.url()).isEqualTo("about:blank");
            page.navigate(server.url() + "/shared/mark.svg");
            assertThat(chat.kept()).isEqualTo("{}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nb-NO,,nb,Fint at du kom",
        "nn-NO,,nn,Byrj",
        "en-GB,,en,Start",
        "en-GB,?lang=nn,nn,Byrj",
        "de-DE,,nb,Begynn"
    })
    void speaksTheVisitorsLanguage(String locale, String query, String language, String words) {
        var options = ChatPage.as(locale, ColorScheme.LIGHT, 360, 640);
        try (var chat = ChatPage.open(browser, server, query == null ? "" : query, options)) {
            assertThat(chat.at("html")).hasAttribute("lang", language);
            assertThat(chat.at("#welcome")).containsText(words);
        }
    }

    @Test
    void changesTheLanguageOfThePageInTheMiddleOfATalk() {
        try (var chat = ChatPage.open(browser, server, "").begin()) {
            chat.at("#more").click();
            chat.at("#menu .button[lang=en]").click();
            assertThat(chat.at("html")).hasAttribute("lang", "en");
            assertThat(chat.at("#human")).hasText("Talk to a person");
            assertThat(chat.at("#log")).hasAttribute("lang", "nb");
            assertThat(chat.page()).hasURL(Pattern.compile("lang=en"));
            chat.reload();
            assertThat(chat.at("#human")).hasText("Talk to a person");
        }
    }

    @Test
    void endsAtOnceAndForgets() {
        try (var chat = ChatPage.open(browser, server, "").begin()) {
            chat.end("Avslutt nå");
            assertThat(chat.at("#over h2")).hasText("Chatten er slutt");
            assertThat(chat.at("#over h2")).isFocused();
            assertThat(chat.kept()).isEqualTo("{}");
            chat.at("#over .button-lamp").click();
            assertThat(chat.at(".scale .button").first()).isVisible();
            assertThat(chat.at("#over")).isHidden();
        }
    }

    @Test
    void endsWithAFewQuestions() {
        try (var chat = ChatPage.open(browser, server, "").begin()) {
            chat.end("Svar på spørsmål først");
            assertThat(chat.at("#log")).containsText("Takk for praten");
            for (var last = chat.at("#over h2"); !last.isVisible(); ) {
                var skip = chat.at("#ask .ask-rest .button-quiet");
                assertThat(skip.or(last).first()).isVisible();
                if (skip.isVisible()) {
                    skip.click();
                }
            }
            assertThat(chat.at(".contact").first()).isVisible();
            assertThat(chat.kept()).isEqualTo("{}");
        }
    }

    @Test
    void erasesEverythingWhenAsked() {
        try (var chat = ChatPage.open(browser, server, "").begin();
                var other = Client.visitor(server)) {
            chat.say("dette skal bort");
            assertThat(chat.mine("dette skal bort")).isVisible();
            var key = (String) chat.page().evaluate("JSON.parse(sessionStorage.innom).key");
            chat.erase();
            assertThat(chat.at("#over h2")).hasText("Alt er slettet");
            assertThat(chat.kept()).isEqualTo("{}");
            assertThat(chat.at("#log")).isEmpty();
            other.send("resume", "key", key);
            assertThat(other.await("error").path("code").asText()).isEqualTo("unknown_key");
        }
    }

    @Test
    void erasesAsSoonAsTheLineIsBack() {
        try (var chat = ChatPage.open(browser, server, "")) {
            var cable = new Cable(chat.page());
            chat.reload();
            chat.begin();
            cable.cut();
            assertThat(chat.at("#lost")).isVisible();
            chat.erase();
            assertThat(chat.at("#notice")).containsText("slettes så snart");
            cable.mend();
            assertThat(chat.at("#over h2")).hasText("Alt er slettet");
        }
    }

    @Test
    void saysThatAChatIsGoneAndKeepsWhatWasNotSent() {
        try (var chat = ChatPage.open(browser, server, "").begin()) {
            chat.page().evaluate("sessionStorage.innom = JSON.stringify({key: 'gone', draft: 'det siste'})");
            chat.reload();
            assertThat(chat.at("#over h2")).hasText("Chatten er borte");
            assertThat(chat.at("#text")).hasValue("det siste");
            assertThat(chat.kept()).isEqualTo("{}");
        }
    }

    @Test
    void movesToTheWindowThatWasOpenedLast() {
        try (var chat = ChatPage.open(browser, server, "").begin();
                var other = Client.visitor(server)) {
            var key = (String) chat.page().evaluate("JSON.parse(sessionStorage.innom).key");
            other.send("resume", "key", key);
            assertThat(chat.at("#over h2")).hasText("Chatten er åpen et annet sted");
            chat.at("#over .button-lamp").click();
            assertThat(chat.at("#over")).isHidden();
            assertThat(other.await("bye").path("reason").asText()).isEqualTo("moved");
        }
    }

    @Test
    void saysKindlyThatAMessageGetsTooLong() {
        try (var chat = ChatPage.open(browser, server, "").begin()) {
            chat.at("#text").fill("å".repeat(3_990));
            assertThat(chat.at("#room-left")).containsText("Det er plass til");
            chat.at("#text").fill("😀".repeat(4_001));
            assertThat(chat.at("#room-left")).containsText("1 tegn for lang");
            assertThat(chat.at("#send")).isDisabled();
            chat.at("#text").press("Enter");
            assertThat(chat.mine("😀")).hasCount(0);
            chat.at("#text").fill("😀".repeat(4_000));
            chat.at("#send").click();
            assertThat(chat.mine("😀")).hasCount(1);
            assertThat(chat.at("#text")).hasValue("");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void shutsNobodyOut(ColorScheme scheme) {
        var sizes = List.of(320, 1280);
        for (int width : sizes) {
            var language = width == 320 ? "nn-NO" : "en-GB";
            try (var chat = ChatPage.open(browser, server, "", ChatPage.as(language, scheme, width, 640))) {
                see(chat, scheme, width, "welcome");
                chat.begin();
                see(chat, scheme, width, "scale");
                chat.at("#more").click();
                see(chat, scheme, width, "menu");
                chat.at("#erase").click();
                see(chat, scheme, width, "erase");
                chat.press("Escape");
                chat.say("https://example.org/" + "langt".repeat(60));
                chat.say(width == 320 ? "eg vil døy" : "I want to die");
                assertThat(chat.at(".contact").first()).isVisible();
                see(chat, scheme, width, "urgent");
                chat.at("#more").click();
                chat.at("#end").click();
                chat.at("#confirm .button").nth(1).click();
                assertThat(chat.at("#over")).isVisible();
                see(chat, scheme, width, "ended");
            }
        }
    }

    private static void see(ChatPage chat, ColorScheme scheme, int width, String state) {
        chat.mustShutNobodyOut();
        chat.mustNotScrollSideways();
        chat.picture(state + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
