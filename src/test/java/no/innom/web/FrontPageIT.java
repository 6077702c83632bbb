package no.innom.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.regex.Pattern;
import no.innom.Browser;
import no.innom.Server;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page that lets a young person look in before going in. */
class FrontPageIT {
    private static final String EVENING = """
            {"open": false, "retention": "PT24H", "opensAt": "2030-01-10T14:00:00Z", "closesAt": "2030-01-10T20:00:00Z",
             "themes": [{"flow": "tema-ensomhet", "title": "Å være alene", "card": "En kveld om å kjenne seg alene",
                         "opens": "2030-01-10T17:00:00Z", "closes": "2030-01-10T20:00:00Z"}]}
            """;

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
    void leavesNoTrace() {
        var page = open("nb", ColorScheme.LIGHT, 1280);
        Assertions.assertThat(page.context().cookies()).isEmpty();
        Assertions.assertThat(page.evaluate("localStorage.length + sessionStorage.length"))
                .isEqualTo(0);
        page.context().close();
    }

    @Test
    void showsTonightsThemeWithTheWayIn() {
        var page = browser.page(options("nb", ColorScheme.LIGHT, 360));
        page.route(
                "**/api/open*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(EVENING)));
        page.clock().setFixedTime("2030-01-10T18:00:00Z");
        page.navigate(server.url() + "/?lang=nb");
        assertThat(page.getByText("Å være alene").first()).isVisible();
        assertThat(page.locator("a[href*='flow=tema-ensomhet']").first()).isVisible();
        page.context().close();
    }

    @Test
    void leadsInByKeyboardAndKeepsTheLanguage() {
        var page = open("nn", ColorScheme.DARK, 360);
        page.locator("a[href*='/chat']").first().focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/chat\\?.*lang=nn.*"));
        assertThat(page.locator("html")).hasAttribute("lang", "nn");
        page.context().close();
    }

    @Test
    void givesTheNumbersAlsoWithoutScripts() {
        var page = browser.page(options("nb", ColorScheme.LIGHT, 360).setJavaScriptEnabled(false));
        page.navigate(server.url() + "/");
        assertThat(page.locator("a[href='tel:113']").first()).isVisible();
        assertThat(page.locator("a[href*='/chat']").first()).isVisible();
        page.context().close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void shutsNobodyOutAndFitsTheSmallestPhone(ColorScheme scheme) {
        var page = open("en", scheme, 320);
        Assertions.assertThat((Boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isTrue();
        Browser.mustShutNobodyOut(page);
        page.context().close();
    }

    private static Page open(String language, ColorScheme scheme, int width) {
        var page = browser.page(options(language, scheme, width));
        page.navigate(server.url() + "/?lang=" + language);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        return page;
    }

    private static NewContextOptions options(String language, ColorScheme scheme, int width) {
        return new NewContextOptions()
                .setLocale(language + "-NO")
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, 740);
    }
}
