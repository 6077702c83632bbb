package no.innom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The main job, whole, in two browsers: a young person drops in, the flow leads, a risky sentence stops the bot and
 * brings a human, the two talk, and it ends well. The pictures are in {@code target/pictures}.
 */
class StoryIT {
    private static final Path PICTURES = Path.of("target/pictures");

    @AutoClose
    private static Browser browser;

    @AutoClose
    private Server server;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.launch();
    }

    @BeforeEach
    void start() {
        server = Server.start();
    }

    @ParameterizedTest(name = "in {0}, {1}, at {2} pixels")
    @CsvSource({
        "nb, LIGHT, 360, jeg har lyst til å dø, Hei. Jeg er et menneske og jeg har tid.",
        "nb, DARK, 1280, mamma slår meg nå, Hei. Jeg er et menneske og jeg har tid.",
        "en, LIGHT, 1280, someone is hurting me at home, Hi. I am a person and I have time.",
        "en, DARK, 360, i want to die, Hi. I am a person and I have time.",
    })
    void bringsAHumanAtOnceAndTheTwoTalk(String language, ColorScheme scheme, int width, String risky, String answer) {
        var name = language + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
        var staff = open("/vakt?lang=" + language, language, scheme, 1280, 800);
        staff.locator("#user").fill("vakt");
        staff.locator("#password").fill(server.password());
        staff.keyboard().press("Enter");
        assertThat(staff.locator("#off-duty")).isVisible();
        staff.locator("#duty").click();
        assertThat(staff.locator("#duty-state")).isVisible();

        var visitor = open("/?lang=" + language, language, scheme, width, 740);
        look(visitor, name + "-1-front");
        visitor.navigate(server.url() + "/chat?lang=" + language);
        assertThat(visitor.locator("#begin")).not().isEmpty();
        look(visitor, name + "-2-welcome");
        visitor.locator("#begin").click();
        visitor.locator(".scale .button").nth(4).click();
        assertThat(visitor.locator(".choices .button").first()).isVisible();
        look(visitor, name + "-3-question");

        visitor.locator("#text").fill(risky);
        visitor.keyboard().press("Enter");
        assertThat(visitor.locator(".contacts").first()).isVisible();
        assertThat(visitor.locator(".scale .button")).hasCount(0);
        assertThat(visitor.locator(".choices .button")).hasCount(0);
        look(visitor, name + "-4-handover");

        assertThat(staff.locator("#alarm")).isVisible();
        assertThat(staff).hasTitle(Pattern.compile("❗.*"));
        look(staff, name + "-5-alarm");
        staff.locator("#waiting-title").press("n");
        assertThat(staff.locator("#logs mark").first()).isVisible();
        assertThat(staff.locator("#alarm")).isHidden();
        staff.locator("#say").fill(answer);
        staff.keyboard().press("Enter");

        assertThat(said(visitor, answer)).isVisible();
        var thanks = language.equals("nb") ? "ok, jeg blir her" : "ok, I will stay";
        visitor.locator("#text").fill(thanks);
        visitor.keyboard().press("Enter");
        assertThat(said(staff, thanks)).isVisible();
        look(visitor, name + "-6-talk");
        look(staff, name + "-7-talk");

        staff.locator("#do-close").click();
        staff.locator("#close button[value=yes]").click();
        assertThat(visitor.locator(".scale .button").first()).isVisible();
        look(visitor, name + "-8-closing");
        visitor.context().close();
        staff.context().close();
    }

    private static Locator said(Page page, String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true)).last();
    }

    private Page open(String path, String language, ColorScheme scheme, int width, int height) {
        var page = browser.page(new NewContextOptions()
                .setLocale(language.equals("nb") ? "nb-NO" : "en-GB")
                .setColorScheme(scheme)
                // Axe would measure what is still fading in.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, height));
        page.navigate(server.url() + path);
        return page;
    }

    /** Takes a picture, and fails when axe finds anything or the page is wider than the window. */
    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        Assertions.assertThat((Boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("%s is not wider than the window", name)
                .isTrue();
        Browser.mustShutNobodyOut(page);
    }
}
