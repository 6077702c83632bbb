package no.innom.web.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import no.innom.Browser;
import no.innom.Server;
import org.assertj.core.api.Assertions;

/** The flow editor in a browser of its own, as an experience consultant sees it. */
final class EditorPage implements AutoCloseable {
    private static final int MOST_STOPS = 60;

    private final Page page;
    private final String url;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private EditorPage(Page page, String url) {
        this.page = page;
        this.url = url;
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
    }

    /** Opens the editor and logs in as the first member of staff. */
    static EditorPage enter(Browser browser, Server server) {
        return enter(browser, server, "vakt", server.password(), ColorScheme.LIGHT);
    }

    static EditorPage enter(Browser browser, Server server, String user, String password, ColorScheme scheme) {
        return knock(browser, server.url(), scheme).logIn(user, password);
    }

    /** Opens the editor, which asks who is there. */
    static EditorPage knock(Browser browser, String url, ColorScheme scheme) {
        var page = browser.page(new NewContextOptions()
                .setViewportSize(1280, 900)
                .setLocale("nb-NO")
                // Times are those of the service, wherever the laptop stands.
                .setTimezoneId("America/New_York")
                .setColorScheme(scheme));
        var editor = new EditorPage(page, url);
        page.navigate(url + "/editor");
        assertThat(editor.at("#user")).isVisible();
        return editor;
    }

    EditorPage logIn(String user, String password) {
        at("#user").fill(user);
        at("#password").fill(password);
        press("Enter");
        assertThat(at(".list h1")).isVisible();
        return this;
    }

    /** Goes to a flow, and waits until its first step is there. */
    EditorPage open(String flow) {
        page.navigate(url + "/editor#/" + flow);
        assertThat(at(".step .step-body").first()).isVisible();
        return this;
    }

    /** Begins a theme evening from the template by the guide's three questions; its id. */
    String begin(String about, String opens, String closes) {
        at("#start").click();
        at("#start-about").fill(about);
        at("#start-opens").fill(opens);
        at("#start-closes").fill(closes);
        at("[data-action=start]").click();
        assertThat(at(".step .step-body").first()).isVisible();
        return page.url().substring(page.url().indexOf("#/") + 2);
    }

    /** Publishes what is written, now; says yes to warnings where there are some. */
    void publish(String reason) {
        at("#publish").click();
        at("#publish-reason").fill(reason);
        sayYesToAdvice();
        at("dialog[open] [data-action=publish]").click();
        assertThat(at("dialog[open] h2")).containsText("er ute");
        press("Escape");
        assertThat(at("dialog")).hasCount(0);
        assertThat(at(".step .step-body").first()).isVisible();
    }

    /** In the dialog for publishing: what was advised has been read, where something was. */
    void sayYesToAdvice() {
        var yes = at("dialog[open] > div > .check input[type=checkbox]");
        if (yes.count() > 0) {
            yes.check();
        }
    }

    /** Opens the list of versions. */
    void versions() {
        at(".more > summary").first().click();
        at("#versions").click();
        assertThat(at("dialog[open] .versions")).isVisible();
    }

    /** The first text of a step, in the first language that is shown. */
    Locator words(String step) {
        return at("#step-" + step + " textarea").first();
    }

    void mustBeSaved() {
        assertThat(at(".save-state")).hasAttribute("data-state", "saved");
    }

    /** Waits until the server has checked what is written now, and found this. */
    void mustHaveFound(String words) {
        assertThat(at(".checks-state")).containsText(Pattern.compile(words));
    }

    /** Fails when axe finds something, or the page scrolls sideways; leaves a picture for each width. */
    void see(String state, int... widths) {
        for (int width : widths) {
            page.setViewportSize(width, 900);
            Browser.mustShutNobodyOut(page);
            Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .as(state + " at " + width + " px does not scroll sideways")
                    .isEqualTo(0);
            picture(state + "-" + width);
        }
        page.setViewportSize(1280, 900);
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", "editor-" + name + ".png")));
    }

    Locator at(String selector) {
        return page.locator(selector);
    }

    /** Goes there as one does without a mouse. */
    void tabTo(String selector) {
        go("Tab", selector);
    }

    /** The same, backwards. */
    void tabBackTo(String selector) {
        go("Shift+Tab", selector);
    }

    private void go(String key, String selector) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            press(key);
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
                return;
            }
        }
        throw new AssertionError(selector + " cannot be reached with " + key);
    }

    /** Types at the place that has the focus. */
    void type(String text) {
        page.keyboard().type(text);
    }

    void press(String keys) {
        page.keyboard().press(keys);
    }

    Page page() {
        return page;
    }

    @Override
    public void close() {
        page.context().close();
        Assertions.assertThat(complaints).as("errors in the page").isEmpty();
    }
}
