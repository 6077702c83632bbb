package no.innom.web.vakt;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import no.innom.Browser;
import no.innom.Client;
import no.innom.Server;
import org.assertj.core.api.Assertions;

/** The console in a browser of its own, as a member of staff sees it. */
public final class Console implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Console(Page page, String url) {
        this.context = page.context();
        this.page = page;
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> heard.add(read(frame.text()))));
        page.onPageError(complaints::add);
        page.navigate(url);
    }

    /** Opens the page, before anybody has logged in. */
    static Console open(Browser browser, Server server, String language, ColorScheme scheme) {
        return open(browser, server.url(), language, scheme);
    }

    private static Console open(Browser browser, String url, String language, ColorScheme scheme) {
        var page = browser.page(new NewContextOptions()
                .setViewportSize(1280, 800)
                .setLocale(language)
                .setColorScheme(scheme));
        return new Console(page, url + "/vakt");
    }

    /** Opens the page and logs in. */
    static Console enter(Browser browser, Server server) {
        return enter(browser, server.url(), server.password());
    }

    /** Opens the page of the service at that address and logs in as {@code vakt}. */
    public static Console enter(Browser browser, String url, String password) {
        var console = open(browser, url, "nb-NO", ColorScheme.LIGHT);
        console.logIn("vakt", password);
        assertThat(console.at("#off-duty")).isVisible();
        return console;
    }

    void logIn(String user, String password) {
        at("#user").fill(user);
        at("#password").fill(password);
        page.keyboard().press("Enter");
    }

    public Console onDuty() {
        at("#duty").click();
        assertThat(at("#duty-state")).isVisible();
        return this;
    }

    public Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    public Locator at(String selector) {
        return page.locator(selector);
    }

    void press(String keys) {
        page.keyboard().press(keys);
    }

    /** The last frame of that type that the page has got. */
    JsonNode last(String type) {
        return heard.stream()
                .filter(frame -> frame.path("type").asText().equals(type))
                .reduce((before, after) -> after)
                .orElseThrow(() -> new AssertionError("no " + type + " among " + heard));
    }

    /** Fails when axe finds anything that shuts somebody out. */
    void mustShutNobodyOut() {
        Browser.mustShutNobodyOut(page);
    }

    @Override
    public void close() {
        context.close();
        Assertions.assertThat(complaints).as("errors in the page").isEmpty();
    }

    private static JsonNode read(String json) {
        try {
            return Client.JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
