package no.innom.web.vakt;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import no.innom.Browser;
import no.innom.Client;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The console shuts nobody out: every state of it, in light and dark, wide and narrow. Pictures are in {@code target}. */
class AccessIT {
    @AutoClose
    private static Browser browser;

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void shutsNobodyOut(ColorScheme scheme) {
        try (var server = Server.start();
                var console = Console.open(browser, server, "nb-NO", scheme);
                var visitor = Client.visitor(server)) {
            console.logIn("vakt", "feil passord");
            assertThat(console.at("#login-said")).containsText("stemmer ikke");
            see(console, scheme, "login");
            console.logIn("vakt", server.password());
            assertThat(console.at("#off-duty")).isVisible();
            see(console, scheme, "empty");
            console.onDuty();
            visitor.start();
            visitor.say("m1", "jeg vil dø, jeg skal ta livet mitt i kveld");
            assertThat(console.at("#alarm")).isVisible();
            see(console, scheme, "alarm");
            console.press("n");
            assertThat(console.at(".log mark").first()).isVisible();
            see(console, scheme, "chat");
            console.at("#open-phrases").click();
            assertThat(console.at(".phrase").first()).isVisible();
            see(console, scheme, "phrases");
            console.at("#phrases-away").click();
            console.at("#open-help").click();
            see(console, scheme, "help");
            console.press("Escape");
            server.kill();
            assertThat(console.at("#line-lost")).isVisible();
            see(console, scheme, "lost");
        }
    }

    private static void see(Console console, ColorScheme scheme, String state) {
        for (int width : new int[] {1280, 320}) {
            console.page().setViewportSize(width, 800);
            console.mustShutNobodyOut();
            assertThat(console.page().evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .as(state + " at " + width + " px does not scroll sideways")
                    .isEqualTo(0);
            var name = String.format("vakt-%s-%s-%d.png", state, scheme.name().toLowerCase(), width);
            console.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name)));
        }
        console.page().setViewportSize(1280, 800);
    }
}
