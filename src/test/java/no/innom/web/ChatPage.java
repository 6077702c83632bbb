package no.innom.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import no.innom.Browser;
import no.innom.Server;

/** The visitor's page as the tests speak of it. */
final class ChatPage implements AutoCloseable {
    private static final int MOST_STOPS = 40;

    private final Page page;

    private ChatPage(Page page) {
        this.page = page;
    }

    static ChatPage open(Browser browser, Server server, String query) {
        return open(browser, server, query, new NewContextOptions().setLocale("nb-NO"));
    }

    static ChatPage open(Browser browser, Server server, String query, NewContextOptions options) {
        var page = browser.page(options);
        page.navigate(server.url() + "/chat" + query);
        assertThat(page.locator("#begin")).not().isEmpty();
        return new ChatPage(page);
    }

    static NewContextOptions as(String locale, ColorScheme scheme, int width, int height) {
        return new NewContextOptions().setLocale(locale).setColorScheme(scheme).setViewportSize(width, height);
    }

    Page page() {
        return page;
    }

    Locator at(String selector) {
        return page.locator(selector);
    }

    ChatPage begin() {
        at("#begin").click();
        assertThat(at(".scale .button").first()).isVisible();
        return this;
    }

    ChatPage say(String text) {
        at("#text").fill(text);
        at("#send").click();
        return this;
    }

    /** The visitor's own bubbles with this text. */
    Locator mine(String text) {
        return at(".said-you .words").filter(new Locator.FilterOptions().setHasText(text));
    }

    void reload() {
        page.reload();
        assertThat(at("#begin")).not().isEmpty();
    }

    void end(String way) {
        farewell("#end", way);
    }

    void erase() {
        farewell("#erase", "Ja, slett alt");
    }

    private void farewell(String which, String way) {
        at("#more").click();
        at(which).click();
        assertThat(at("#confirm-title")).isFocused();
        at("#confirm .button")
                .filter(new Locator.FilterOptions().setHasText(way))
                .click();
    }

    /** Goes there as one does without a mouse. */
    void tabTo(String selector) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
                return;
            }
        }
        throw new AssertionError(selector + " cannot be reached with Tab");
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /** What this tab keeps: the visitor's key, draft and unsent messages, or an empty object. */
    String kept() {
        return (String) page.evaluate("JSON.stringify(Object.assign({}, sessionStorage))");
    }

    void mustShutNobodyOut() {
        Browser.mustShutNobodyOut(page);
    }

    void mustNotScrollSideways() {
        assertThat(page.evaluate("[document.documentElement, document.getElementById('room')]"
                        + ".map(one => one.scrollWidth - one.clientWidth)"))
                .isEqualTo(List.of(0, 0));
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", "chat-" + name + ".png")));
    }

    @Override
    public void close() {
        page.context().close();
    }
}
