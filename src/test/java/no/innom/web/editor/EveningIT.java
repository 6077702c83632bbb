package no.innom.web.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.FrameLocator;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import no.innom.Browser;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A theme evening before it is out: tried in the real chat, held back by errors, read by the panel. */
class EveningIT {
    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

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
    void triesTheDraftInTheRealChatAndKeepsTheTryAsAnExample() {
        try (var editor = EditorPage.enter(browser, server)) {
            open(editor, "Prøv meg");
            editor.words("hei").fill("Hei, dette er en kladd.");
            editor.at("#try").click();
            var chat = editor.page().frameLocator(".try-frame iframe");
            assertThat(chat.getByText("Hei, dette er en kladd.")).isVisible();
            skip(chat);
            assertThat(editor.at(".try-where")).containsText("«hva»");
            editor.at("#keep-try").click();
            editor.at("#example-name").fill("Den som hopper over, får spørsmålet om hva");
            editor.at("[data-action=keep]").click();
            editor.mustBeSaved();
            chat.locator("textarea").fill("jeg vil dø");
            chat.locator("textarea").press("Enter");
            assertThat(editor.at(".try-where")).containsText("Risiko funnet");
            editor.at("#keep-try").click();
            editor.at("#example-name").fill("Den som vil dø, får et menneske");
            editor.at("[data-action=keep]").click();
            var kept = editor.at(".examples > li").last();
            assertThat(kept).containsText("jeg vil dø");
            assertThat(kept).containsText("fra køen «Haster»");
            editor.mustHaveFound("^0 feil");
            editor.see("try", 1280);
            editor.at("#walk").click();
            assertThat(editor.at("dialog[open]")).containsText("veier er gått");
            editor.see("walk", 1280, 320);
        }
    }

    @Test
    void holdsBackWhatHasErrorsAndSaysWhere() {
        try (var editor = EditorPage.enter(browser, server)) {
            open(editor, "Med en feil");
            editor.at("#step-hei [data-do=add]").click();
            editor.at(".palette [data-kind=say]").click();
            assertThat(editor.words("boten-sier")).isFocused();
            editor.mustHaveFound("[1-9]\\d* feil");
            editor.at("#publish").click();
            assertThat(editor.at("dialog[open] [data-action=publish]")).isDisabled();
            editor.at("dialog[open] .finding-error button").first().click();
            assertThat(editor.at("#step-boten-sier h3")).isFocused();
        }
    }

    @Test
    void asksForAYesToAdviceBeforeItPublishes() {
        try (var editor = EditorPage.enter(browser, server)) {
            open(editor, "Med et råd");
            editor.words("hei").fill("I kveld snakker vi om angst.");
            editor.mustHaveFound("0 feil og [1-9]\\d* råd");
            editor.at("#publish").click();
            editor.at("#publish-reason").fill("Vi sier det likevel");
            editor.at("dialog[open] [data-action=publish]").click();
            assertThat(editor.at("dialog[open] .dialog-said")).hasText("Si ja til rådene først.");
            assertThat(editor.at("dialog[open] > div > .check input")).isFocused();
            assertThat(editor.at("dialog[open] .finding:has-text('«angst»')").first())
                    .isVisible();
            assertThat(editor.at("[data-advice=past]")).containsText("Kvelden har alt begynt");
            editor.see("publish-advice", 1280);
            editor.press("Escape");
            editor.publish("Vi sier det likevel");
            assertThat(editor.at(".flow-who")).containsText("utgave 1");
        }
    }

    @Test
    void letsThePanelReadTryCommentAndVoteWithoutAnAccount() {
        try (var editor = EditorPage.enter(browser, server)) {
            var id = open(editor, "For panelet");
            editor.mustHaveFound("feil|bra");
            editor.at(".more > summary").first().click();
            editor.at("#links").click();
            editor.at("[data-action=make-link]").click();
            var link = editor.at(".links input").first().inputValue();
            var panel = browser.page(new NewContextOptions().setLocale("nb-NO"));
            panel.navigate(link);
            assertThat(panel.locator("h1")).hasText("For panelet");
            panel.locator("#step-hei summary").last().click();
            panel.locator("#comment-hei").fill("Litt <b>stivt</b>, si det enklere");
            panel.locator("#step-hei form button").click();
            assertThat(panel.locator("#step-hei .comments")).containsText("<b>stivt</b>");
            panel.locator("#step-hei .votes button").last().click();
            assertThat(panel.locator("#step-hei .votes")).containsText("Takk");
            Browser.mustShutNobodyOut(panel);
            panel.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                    .setPath(java.nio.file.Path.of("target", "pictures", "panel.png")));
            panel.locator("#try").click();
            assertThat(panel.frameLocator("iframe").getByText("Jeg er en robot").first())
                    .isVisible();
            panel.context().close();

            editor.page().reload();
            editor.open(id);
            assertThat(editor.at(".comments")).containsText("<b>stivt</b>");
            assertThat(editor.at(".comments")).containsText("0 liker det, 1 liker det ikke");
        }
    }

    @Test
    void publishesAnotherListOfWordsAndHasItCheckedAtOnce() {
        try (var editor = EditorPage.enter(browser, server)) {
            editor.page().navigate(server.url() + "/editor#/ord/words");
            editor.at("#tab-text").click();
            var text = editor.at(".conf-text");
            text.fill(text.inputValue().replaceFirst("words:\n  nb:\n", "words:\n  nb:\n    kjempefint: godt\n"));
            assertThat(editor.at("#conf-publish")).isEnabled();
            editor.see("words", 1280, 320);
            editor.at("#conf-publish").click();
            editor.at("#conf-reason").fill("Panelet sa det");
            editor.at("dialog[open] [data-action=publish]").click();
            assertThat(editor.at("#said-softly")).containsText("gjelder nå");
            editor.page().navigate(server.url() + "/editor#/logg");
            assertThat(editor.at(".record")).containsText("Panelet sa det");
        }
    }

    private static String open(EditorPage editor, String about) {
        var now = LocalDateTime.now(ZONE).truncatedTo(ChronoUnit.MINUTES);
        return editor.begin(
                about, now.minusMinutes(5).toString(), now.plusHours(2).toString());
    }

    private static void skip(FrameLocator chat) {
        chat.locator("button").getByText("Hopp over").click();
    }
}
