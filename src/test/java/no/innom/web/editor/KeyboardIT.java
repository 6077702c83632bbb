package no.innom.web.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import no.innom.Browser;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A theme evening from the login to published without a mouse: nothing here clicks, and axe looks at every screen. */
class KeyboardIT {
    private static final String ADVICE = "dialog[open] > div > .check input";

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
    void anEveningGoesFromNewToPublishedByKeyboardAlone() {
        try (var editor = EditorPage.knock(browser, server.url(), ColorScheme.LIGHT)) {
            editor.see("keys-login", 320);
            assertThat(editor.at("#user")).isFocused();
            editor.type("vakt");
            editor.press("Tab");
            editor.type(server.password());
            editor.press("Enter");
            assertThat(editor.at(".list h1")).isVisible();

            editor.tabTo("#start");
            editor.press("Enter");
            assertThat(editor.at("#start-about")).isFocused();
            editor.type("Alene i jula");
            editor.press("Tab");
            editor.type("011420270600PM");
            assertThat(editor.at("#start-opens")).hasValue("2027-01-14T18:00");
            editor.tabTo("#start-closes");
            assertThat(editor.at("#start-closes")).hasValue("2027-01-14T21:00");
            editor.see("keys-start", 1280);
            editor.tabTo("[data-action=start]");
            editor.press("Enter");
            assertThat(editor.at("#page h1")).isFocused();
            assertThat(editor.at("#page h1")).hasText("Alene i jula");

            editor.tabTo("#step-hei textarea");
            editor.press("Control+a");
            editor.type("Hei! Jula er ikke lett for alle. Her kan du si det som det er.");
            editor.mustBeSaved();
            editor.mustHaveFound("feil|bra");
            editor.see("keys-talk", 1280);
            editor.tabBackTo("#tab-talk");
            editor.press("ArrowRight");
            assertThat(editor.at(".map [data-step=hei]")).isVisible();
            editor.see("keys-map", 1280);
            editor.press("ArrowRight");
            assertThat(editor.at(".cm-content")).containsText("Jula er ikke lett");
            editor.see("keys-text", 320);

            editor.tabBackTo("#try");
            editor.press("Enter");
            var chat = editor.page().frameLocator(".try-frame iframe");
            assertThat(chat.getByText("Jula er ikke lett for alle.")).isVisible();
            editor.see("keys-try", 1280);
            editor.tabTo(".try-head button");
            editor.press("Enter");
            assertThat(editor.at("#try")).isFocused();
            editor.tabTo("#publish");
            editor.press("Enter");
            assertThat(editor.at("#publish-reason")).isFocused();
            editor.type("Jula nærmer seg");
            editor.see("keys-publish", 320);
            if (editor.at(ADVICE).count() > 0) {
                editor.tabBackTo(ADVICE);
                editor.press("Space");
            }
            editor.tabTo("[data-action=publish]");
            editor.press("Enter");
            assertThat(editor.at("dialog[open] h2")).hasText("Utgave 1 er ute");
            editor.see("keys-published", 1280);
            editor.press("Escape");
            assertThat(editor.at("#page h1")).isFocused();
            assertThat(editor.at(".flow-who")).containsText("utgave 1");
        }
    }
}
