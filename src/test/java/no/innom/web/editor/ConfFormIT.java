package no.innom.web.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import no.innom.Browser;
import no.innom.Client;
import no.innom.Eventually;
import no.innom.Server;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The directory, the words, the hours and the phrases as forms, by somebody who has never seen YAML. */
class ConfFormIT {
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
    void hoursThatAreSetInTheFormAreLiveAndOnePressTakesThemBack() {
        try (var editor = open("hours")) {
            var before = Client.get(server, "/api/open").body();
            for (var day : new String[] {"monday", "tuesday", "wednesday", "thursday", "friday", "sunday"}) {
                row(editor, day).locator("[data-focus=open]").uncheck();
            }
            row(editor, "saturday").locator("[data-focus=open]").check();
            row(editor, "saturday").locator("[data-focus='day.0.from']").fill("10:30");
            row(editor, "saturday").locator("[data-focus='day.0.to']").fill("00:00");
            editor.at("#tab-text").click();
            assertThat(editor.at(".conf-text")).hasValue(Pattern.compile("saturday: 10:30-24:00\n  sunday: closed"));
            assertThat(editor.at(".conf-text")).hasValue(Pattern.compile("^# Åpningstidene som de unge ser"));
            editor.at("#tab-form").click();
            editor.at("#conf-publish").click();
            assertThat(editor.at(".row-changes")).containsText("Endret: Lørdag – stengt → 10:30-24:00");
            editor.see("conf-publish", 1280, 320);
            editor.press("Escape");
            publish(editor, "Bare lørdager nå");
            Eventually.so("only Saturdays are open", Duration.ofSeconds(2), () -> Client.get(server, "/api/open")
                    .body()
                    .matches("(?s).*T0[89]:30:00Z.*"));

            editor.at("#versions").click();
            editor.see("conf-versions", 1280, 320);
            editor.at("[data-version='1'] [data-do=back]").click();
            editor.at("#version-reason").fill("Det var en prøve");
            editor.at("dialog[open] [data-action=yes]").last().click();
            assertThat(row(editor, "saturday").locator("[data-focus=open]"))
                    .not()
                    .isChecked();
            Eventually.so("the week is as it was", Duration.ofSeconds(2), () -> Client.get(server, "/api/open")
                    .body()
                    .equals(before));
            editor.page().navigate(server.url() + "/editor#/logg");
            assertThat(editor.at(".record")).containsText("Det var en prøve");
        }
    }

    @Test
    void aMistakeStandsAtItsRowAndItsFieldInEverydayWords() {
        try (var editor = open("directory")) {
            var contact = row(editor, "arena");
            contact.locator("summary").first().click();
            contact.locator("[data-focus=url]").fill("mentalhelse.no");
            assertThat(contact.locator("[data-field=url] .finding")).containsText("Lenka må begynne med https://");
            assertThat(contact.locator("[data-focus=url]")).hasAttribute("aria-invalid", "true");
            assertThat(editor.at("#conf-publish")).isDisabled();
            contact.locator("summary").first().click();
            assertThat(contact.locator("summary").first()).containsText("Se her");
            editor.at("#conf-first").click();
            assertThat(contact.locator("[data-focus=url]")).isFocused();
            editor.see("directory-error", 1280, 320);
            contact.locator("[data-focus=url]").fill("https://mentalhelse.no");
            assertThat(contact.locator(".finding")).hasCount(0);
            contact.locator("[data-focus=urgent]").check();
            assertThat(contact.locator("[data-field=hours] .finding")).containsText("«Når de svarer» må fylles ut.");
            contact.locator("[data-focus=hours]").selectOption("some");
            assertThat(contact.locator(".finding")).hasCount(0);
            assertThat(editor.at("#conf-publish")).isEnabled();
        }
    }

    @Test
    void aContactIsAddedCheckedMovedAndDeletedWithUndo() {
        try (var editor = open("directory")) {
            editor.at("[data-do=add]").click();
            editor.at("#add-name").fill("Ungdomshuset på Løkka");
            editor.at("#add-phone").fill("22334455");
            editor.at("[data-action=add]").click();
            var mine = row(editor, "ungdomshuset-pa-lokka");
            assertThat(mine.locator("[data-field=about] .finding")).containsText("mangler på ett av språkene");
            assertThat(mine.locator("input, textarea").first()).isFocused();
            for (var language : new String[] {"nb", "nn", "en"}) {
                mine.locator("[data-focus='about." + language + "']").fill("Åpent hus " + language);
            }
            assertThat(mine.locator(".finding")).hasCount(0);
            mine.locator("[data-focus=checked]").fill("2020-01-01");
            assertThat(mine.locator("[data-field=checked] .finding")).containsText("lenge siden noen sjekket");
            mine.locator("[data-do=today]").click();
            assertThat(mine.locator("[data-focus=checked]"))
                    .hasValue(LocalDate.now(java.time.ZoneId.of("Europe/Oslo")).toString());
            mine.locator("[data-do=up]").click();
            assertThat(editor.at("[data-list=contacts] > ol > li").last()).hasAttribute("data-row", "arena");
            mine.locator("[data-do=delete]").click();
            assertThat(mine).hasCount(0);
            assertThat(editor.at("#undo")).isFocused();
            editor.press("Enter");
            assertThat(mine).hasCount(1);
            editor.see("directory", 1280, 320);

            row(editor, "politi").locator("summary").first().click();
            row(editor, "politi").locator("[data-do=delete]").click();
            assertThat(editor.at(".conf > .findings")).containsText("peker på en kontakt");
            editor.at("#undo").click();
            assertThat(editor.at(".conf > .findings")).not().containsText("peker på en kontakt");

            // What was not published survives a reload.
            editor.page().reload();
            assertThat(mine).hasCount(1);
        }
    }

    @Test
    void wordsAreWrittenWithTheKeyboardAlone() {
        try (var editor = open("words")) {
            tabTo(editor, "[data-list=nb] [data-do=add]");
            editor.press("Enter");
            editor.page().keyboard().type("kjempefint*");
            editor.press("Tab");
            editor.page().keyboard().type("godt");
            editor.press("Enter");
            assertThat(editor.at("dialog")).hasCount(0);
            assertThat(row(editor, "kjempefint*").locator("[data-focus=key]")).isFocused();
            editor.press("ControlOrMeta+a");
            editor.page().keyboard().type("kjempebra");
            editor.press("Tab");
            assertThat(row(editor, "kjempebra").locator("[data-focus='']")).isFocused();
            editor.press("ControlOrMeta+a");
            editor.page().keyboard().type("ganske bra");
            editor.press("Tab");
            assertThat(row(editor, "kjempebra").locator("[data-do=delete]")).isFocused();
            tabBackTo(editor, "#tab-form");
            editor.press("ArrowRight");
            assertThat(editor.at(".conf-text")).hasValue(Pattern.compile("    kjempebra: ganske bra\n  nn:"));
            editor.press("ArrowLeft");
            assertThat(editor.at("#conf-publish")).isEnabled();
            editor.see("words-form", 1280, 320);
        }
    }

    @Test
    void aPhraseIsAddedAndTheFormIsGoodToSeeAtNight() {
        try (var editor = EditorPage.enter(browser, server, "vakt", server.password(), ColorScheme.DARK)) {
            editor.page().navigate(server.url() + "/editor#/ord/phrases");
            editor.at("[data-do=add]").click();
            editor.at("#add-when").fill("Når noen er sint");
            editor.at("[data-action=add]").click();
            var mine = row(editor, "nar-noen-er-sint");
            for (var language : new String[] {"nb", "nn", "en"}) {
                mine.locator("[data-focus=" + language + "]").fill("Du har lov til å være sint, " + language);
            }
            editor.see("phrases-dark", 1280, 320);
            publish(editor, "Panelet ba om den");
            Eventually.so("staff have it", Duration.ofSeconds(2), () -> Desk.of(server, "vakt", server.password())
                    .get("/api/phrases")
                    .text()
                    .contains("Du har lov til å være sint, nn"));
        }
    }

    @Test
    void whatTwoHaveWrittenIsShownAndNeitherIsLost() {
        try (var editor = open("phrases")) {
            var first = editor.at("[data-list=phrases] > ol > li").first();
            first.locator("summary").first().click();
            first.locator("[data-focus=about]").fill("Når du begynner");
            var desk = Desk.of(server, "vakt", server.password());
            var now = desk.get("/api/conf/phrases").json();
            var theirs = desk.post(
                    "/api/conf/phrases/publish",
                    "text",
                    now.path("text").asText() + "# en annen\n",
                    "rev",
                    now.path("rev").asInt(),
                    "reason",
                    "x");
            Assertions.assertThat(theirs.status()).isEqualTo(201);
            publishing(editor, "Klarere");
            assertThat(editor.at("dialog[open] h2")).containsText("to som har skrevet");
            editor.at("dialog[open] .button-lamp").click();
            editor.at("#conf-reason").fill("Klarere");
            editor.at("dialog[open] [data-action=publish]").click();
            assertThat(editor.at("#said-softly")).containsText("gjelder nå");
            var after = desk.get("/api/conf/phrases").json();
            Assertions.assertThat(after.path("text").asText()).contains("Når du begynner");
            Assertions.assertThat(after.path("rev").asInt())
                    .isEqualTo(now.path("rev").asInt() + 2);
        }
    }

    @Test
    void everythingIsSaidInWordsInEveryLanguage() {
        try (var editor = EditorPage.enter(browser, server)) {
            for (var language : new String[] {"nb", "nn", "en"}) {
                for (var file : new String[] {"directory", "words", "hours", "phrases"}) {
                    editor.page().navigate(server.url() + "/editor?lang=" + language + "#/ord/" + file);
                    assertThat(editor.at(".conf-form .row").first()).isVisible();
                    mustBeWords(editor, language + " " + file);
                    editor.at("[data-do=add]").first().click();
                    mustBeWords(editor, language + " " + file + ", something new");
                    editor.press("Escape");
                }
            }
        }
    }

    /** A key without a text shows itself. */
    private static void mustBeWords(EditorPage editor, String where) {
        var said = editor.page()
                .evaluate("[...document.querySelectorAll('#page *, dialog *')].flatMap((one) => [one.ariaLabel,"
                        + " ...[...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data)])"
                        + ".filter((text) => /^[a-z]+(\\.\\w+)+$|undefined|null/i.test(text ?? ''))"
                        + ".filter((text) => !/^www|\\.(no|com)$/.test(text))");
        Assertions.assertThat((java.util.List<?>) said).as(where).isEmpty();
    }

    private static EditorPage open(String file) {
        var editor = EditorPage.enter(browser, server);
        editor.page().navigate(server.url() + "/editor#/ord/" + file);
        assertThat(editor.at(".conf-form .row").first()).isVisible();
        assertThat(editor.at("#conf-state")).not().containsText("Sjekker");
        return editor;
    }

    private static Locator row(EditorPage editor, String key) {
        return editor.at("[data-row='" + key + "']");
    }

    private static void publish(EditorPage editor, String reason) {
        publishing(editor, reason);
        assertThat(editor.at("#said-softly")).containsText("gjelder nå");
        assertThat(editor.at("dialog")).hasCount(0);
        assertThat(editor.at(".conf-form .row").first()).isVisible();
    }

    private static void publishing(EditorPage editor, String reason) {
        assertThat(editor.at("#conf-publish")).isEnabled();
        editor.at("#conf-publish").click();
        editor.at("#conf-reason").fill(reason);
        editor.at("dialog[open] [data-action=publish]").click();
    }

    private static void tabTo(EditorPage editor, String selector) {
        tab(editor, "Tab", selector);
    }

    private static void tabBackTo(EditorPage editor, String selector) {
        tab(editor, "Shift+Tab", selector);
    }

    private static void tab(EditorPage editor, String key, String selector) {
        for (int step = 0; step < 250; step++) {
            if ((boolean) editor.at(selector).evaluate("one => one === document.activeElement")) {
                return;
            }
            editor.press(key);
        }
        assertThat(editor.at(selector)).isFocused();
    }
}
