package no.innom.web.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import no.innom.Browser;
import no.innom.Program;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Writing a flow in the talk view: begin, write, be told what is wrong, never lose a word. */
class WritingIT {
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
    void beginsAnEveningByThreeQuestions() {
        try (var editor = EditorPage.enter(browser, server)) {
            var id = editor.begin("Når mamma er syk", "2027-01-14T18:00", "2027-01-14T21:00");
            assertThat(id).isEqualTo("tema-nar-mamma-er-syk");
            assertThat(editor.at("#page h1")).hasText("Når mamma er syk");
            assertThat(editor.at("#theme-opens")).hasValue("2027-01-14T18:00");
            editor.mustHaveFound("^(Alt ser bra ut|0 feil)");
        }
    }

    @Test
    void tellsOfAWordToAvoidAndReplacesItAtOnePress() {
        try (var editor = EditorPage.enter(browser, server)) {
            editor.begin("Redd i kveld", "2027-01-15T18:00", "2027-01-15T21:00");
            editor.words("hei").fill("I kveld snakker vi om angst.");
            var instead = editor.at(".finding button").getByText("Bytt til «redd»");
            instead.click();
            assertThat(editor.words("hei")).hasValue("I kveld snakker vi om redd.");
            assertThat(instead).hasCount(0);
            editor.mustBeSaved();
        }
    }

    @Test
    void leadsFromAFindingToItsStep() {
        try (var editor = EditorPage.enter(browser, server)) {
            editor.begin("Et steg for mye", "2027-01-16T18:00", "2027-01-16T21:00");
            editor.at("#step-prove [data-do=add]").click();
            editor.at(".palette [data-kind=end]").click();
            editor.mustHaveFound("[1-9]\\d* (feil|råd)");
            editor.at(".checks .finding button")
                    .getByText("Gå til «slutt-2»")
                    .first()
                    .click();
            assertThat(editor.at("#step-slutt-2 h3")).isFocused();
        }
    }

    @Test
    void keepsWhatIsWrittenOverAReloadAndALostLine() {
        try (var editor = EditorPage.enter(browser, server)) {
            editor.begin("Uten nett", "2027-01-17T18:00", "2027-01-17T21:00");
            editor.words("hei").fill("Lagret på serveren");
            editor.mustBeSaved();
            editor.page().context().setOffline(true);
            editor.words("hei").fill("Skrevet uten nett");
            assertThat(editor.at(".save-state")).hasAttribute("data-state", "waiting");
            editor.page().context().setOffline(false);
            editor.page().onceDialog(dialog -> dialog.accept());
            editor.page().reload();
            assertThat(editor.words("hei")).hasValue("Skrevet uten nett");
            editor.mustBeSaved();
        }
    }

    @Test
    void showsBothWhenTwoHaveWrittenAndKeepsBoth() {
        Program.addStaff(server, "kari", "Kari", "et langt passord", "editor");
        try (var mine = EditorPage.enter(browser, server);
                var theirs = EditorPage.enter(browser, server, "kari", "et langt passord", ColorScheme.LIGHT)) {
            mine.page().clock().install();
            var id = mine.begin("Vi er to", "2027-01-18T18:00", "2027-01-18T21:00");
            assertThat(mine.at(".presence")).isEmpty();
            theirs.open(id);
            assertThat(theirs.at(".presence")).hasText("Her nå også: Vakt");
            mine.page().clock().fastForward("00:10");
            assertThat(mine.at(".presence")).hasText("Her nå også: Kari");
            mine.words("hei").fill("Det jeg skrev");
            mine.mustBeSaved();
            theirs.words("hei").fill("Det de skrev");
            var both = theirs.at("dialog[open]");
            assertThat(both).containsText("Det jeg skrev");
            assertThat(both).containsText("Det de skrev");
            assertThat(both).containsText("vakt lagret");
            theirs.see("conflict", 1280);
            both.locator("button").getByText("Gå videre med det andre").click();
            assertThat(theirs.words("hei")).hasValue("Det jeg skrev");
            theirs.at("#undo").click();
            assertThat(theirs.words("hei")).hasValue("Det de skrev");
            theirs.mustBeSaved();
        }
    }

    @Test
    void undoesWhatWasDeletedAndMoved() {
        try (var editor = EditorPage.enter(browser, server)) {
            editor.begin("Angre på alt", "2027-01-19T18:00", "2027-01-19T21:00");
            var before = steps(editor);
            editor.at("#step-na [data-do=down]").click();
            editor.at("#step-vondt [data-do=delete]").click();
            assertThat(editor.at("#step-vondt")).hasCount(0);
            editor.at("#undo").click();
            editor.at("#undo").click();
            assertThat(editor.at("#step-vondt")).isVisible();
            assertThat(steps(editor)).isEqualTo(before);
            editor.mustBeSaved();
        }
    }

    @Test
    void addsAQuestionByKeyboardAlone() {
        try (var editor = EditorPage.enter(browser, server)) {
            editor.begin("Bare tastatur", "2027-01-20T18:00", "2027-01-20T21:00");
            editor.at("#step-hei [data-do=add]").focus();
            editor.press("Enter");
            assertThat(editor.at(".palette-kind").first()).isFocused();
            editor.press("Tab");
            editor.press("Enter");
            assertThat(editor.words("boten-spor")).isFocused();
            editor.page().keyboard().type("Hvem bor du sammen med?");
            assertThat(editor.at("#step-hei [data-focus=next]")).hasValue("boten-spor");
            editor.press("Tab");
            editor.press("Tab");
            editor.page().keyboard().type(" visst");
            editor.mustBeSaved();
            editor.page().reload();
            assertThat(editor.words("boten-spor")).hasValue("Hvem bor du sammen med?");
            assertThat(editor.at("#step-boten-spor .choice textarea").first()).hasValue("Ja visst");
        }
    }

    @Test
    void leadsByTwoAnswersAtATimeAndKeepsTheRuleThatItCannotShow() {
        try (var editor = EditorPage.enter(browser, server)) {
            editor.begin("To svar om gangen", "2027-01-22T18:00", "2027-01-22T21:00");
            editor.at("#step-hjelp [data-do=add]").click();
            editor.at(".palette [data-kind=fork]").click();
            var fork = editor.at("#step-veien-deler-seg");
            fork.locator("[data-focus=add-rule]").click();
            fork.locator("[data-focus='fork.0.add']").click();
            fork.locator("[data-focus='fork.0.vondt.which']").selectOption("hva");
            fork.locator("[data-focus='fork.0.hva.is.to']").check();
            fork.locator("[data-focus='fork.0.na.to.0']").fill("3");
            fork.locator("[data-focus='fork.0.na.is.skipped']").check();
            fork.locator("[data-focus='fork.0.go']").focus();
            fork.locator("[data-focus='fork.0.go']").selectOption("menneske");
            editor.mustBeSaved();
            assertThat(written(editor)).contains("{na: [0-3, skipped], hva: [en, to], go: menneske}");

            fork.locator("[data-focus=add-rule]").click();
            fork.locator("[data-focus='rule.up.1']").click();
            assertThat(fork.locator("[data-focus='fork.1.hva.is.to']")).isChecked();
            editor.picture("fork");
            editor.see("fork", 320);
            fork.locator("[data-focus='rule.delete.0']").click();
            fork.locator("[data-focus='fork.0.hva.away']").click();
            editor.mustBeSaved();
            assertThat(written(editor)).contains("- {na: [0-3, skipped], go: menneske}");
        }
        var text = Desk.shipped("tema-sovn")
                .replaceFirst(
                        "(?m)^steps:\n",
                        "steps:\n  delt:\n    fork:\n"
                                + "      - {na: {dypt: 3}, go: hei} # slik skrev Kari den\n      - else: hei\n\n");
        var vakt = Desk.of(server, "vakt", server.password());
        vakt.put("/api/flows/tema-sovn/draft", "text", text, "rev", 0, "base", 1);
        try (var editor = EditorPage.enter(browser, server).open("tema-sovn")) {
            assertThat(editor.at("#step-delt .as-written pre")).hasText("{na: {dypt: 3}, go: hei}");
            editor.at("#step-delt [data-focus=add-rule]").click();
            editor.mustBeSaved();
            assertThat(draft(vakt, "tema-sovn")).contains("{na: {dypt: 3}, go: hei} # slik skrev Kari den");
        }
        vakt.delete("/api/flows/tema-sovn/draft");
    }

    @Test
    void takesALanguageAwayAndWritesItAnewBesideTheOriginal() {
        try (var editor = EditorPage.enter(browser, server)) {
            var id = editor.begin("På tre språk", "2027-01-23T18:00", "2027-01-23T21:00");
            editor.at("#languages").click();
            editor.at(".language-rows [data-language=en] [data-do=remove]").click();
            editor.at("dialog[open] [data-action=yes]").click();
            assertThat(editor.at("[data-add=en]")).isVisible();
            editor.mustBeSaved();
            assertThat(draft(Desk.of(server, "vakt", server.password()), id))
                    .contains("languages: [nb, nn]")
                    .doesNotContain("Really awful");
            editor.mustHaveFound("^0 feil");

            editor.at("[data-add=en]").click();
            assertThat(editor.at(".beside-own").first()).hasText("På tre språk");
            editor.at(".beside [data-path=title]").fill("In three languages");
            assertThat(editor.at(".language-rows [data-language=en]")).containsText("tekster mangler");
            editor.picture("languages");
            editor.see("languages", 320);
            editor.press("Escape");
            editor.mustHaveFound("[1-9]\\d* feil");
            assertThat(editor.at(".checks")).containsText("«hei» mangler engelsk");
            editor.at("#write-missing").click();
            assertThat(editor.at("dialog[open] .language-rows")).isVisible();
            editor.press("Escape");
            assertThat(editor.at("#step-hei textarea[lang=en]").first()).isVisible();
            editor.at("#undo").click();
            editor.at("#undo").click();
            editor.at("#undo").click();
            assertThat(editor.at("#step-na textarea[lang=en]").nth(1)).hasValue("Really awful");
        }
    }

    @Test
    void bringsAThrownAwayDraftBackFromTheList() {
        try (var editor = EditorPage.enter(browser, server)) {
            var id = editor.begin("Kastet for tidlig", "2027-01-24T18:00", "2027-01-24T21:00");
            editor.words("hei").fill("Dette ville jeg ha");
            editor.mustBeSaved();
            editor.at(".more > summary").first().click();
            editor.at("#discard").click();
            editor.at("dialog[open] [data-action=yes]").click();
            var dropped = editor.at("[data-dropped=" + id + "]");
            assertThat(dropped).containsText("Kastet for tidlig");
            editor.see("dropped", 320);
            dropped.locator("[data-do=restore]").click();
            assertThat(editor.words("hei")).hasValue("Dette ville jeg ha");
        }
    }

    private static String written(EditorPage editor) {
        var url = editor.page().url();
        return draft(Desk.of(server, "vakt", server.password()), url.substring(url.indexOf("#/") + 2));
    }

    private static String draft(Desk desk, String flow) {
        return desk.get("/api/flows/" + flow).json().at("/draft/text").asText();
    }

    @Test
    void takesMarkupForText() {
        try (var editor = EditorPage.enter(browser, server)) {
            var id = editor.begin("Merkelig <b>tekst</b>", "2027-01-21T18:00", "2027-01-21T21:00");
            editor.words("hei").fill("<img src=x onerror=alert(1)> {nickname}");
            editor.mustBeSaved();
            editor.open(id);
            assertThat(editor.at("#page h1")).hasText("Merkelig <b>tekst</b>");
            assertThat(editor.at("#page img")).hasCount(0);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void shutsNobodyOut(ColorScheme scheme) {
        try (var editor = EditorPage.enter(browser, server, "vakt", server.password(), scheme)) {
            var look = scheme.name().toLowerCase();
            editor.see("list-" + look, 1280, 320);
            editor.at("#start").click();
            editor.see("start-" + look, 1280, 320);
            editor.press("Escape");
            editor.open("temperatur");
            editor.at(".languages button").nth(2).click();
            editor.mustHaveFound("feil|bra");
            editor.see("talk-" + look, 1280, 320);
            editor.at("#step-hei [data-do=add]").click();
            editor.see("palette-" + look, 1280, 320);
        }
    }

    private static List<String> steps(EditorPage editor) {
        return ((List<?>) editor.at(".step").evaluateAll("steps => steps.map(step => step.dataset.step)"))
                .stream().map(Object::toString).toList();
    }
}
