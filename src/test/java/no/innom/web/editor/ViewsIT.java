package no.innom.web.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import no.innom.Browser;
import no.innom.Server;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The three views of a flow stay in step: the talk, the map and the text. */
class ViewsIT {
    @AutoClose
    private static Server server;

    @AutoClose
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.launch();
        server = Server.start();
    }

    @Test
    void drawsTheMapAndGoesWithTheKeyboardAlongTheWays() {
        try (var editor = EditorPage.enter(browser, server).open("temperatur")) {
            editor.at("#tab-map").click();
            var start = editor.at(".map [data-step=hei]");
            assertThat(start).isVisible();
            Assertions.assertThat(editor.at(".map [data-step]").count()).isGreaterThan(8);
            start.focus();
            editor.press("ArrowDown");
            assertThat(editor.at(".map [data-step=temperatur]")).isFocused();
            editor.see("map", 1280);
            editor.press("Enter");
            assertThat(editor.at("#tab-talk")).hasAttribute("aria-selected", "true");
            assertThat(editor.at("#step-temperatur")).isVisible();
        }
    }

    @Test
    void marksAStepThatNothingLeadsToInWords() {
        try (var editor = EditorPage.enter(browser, server).open("rus")) {
            editor.at("#tab-text").click();
            editor.at(".cm-content").click();
            editor.press("Control+Home");
            for (int line = 0; line < 200 && !text(editor).contains("alene-steg"); line++) {
                editor.press("ArrowDown");
                if (editor.at(".cm-activeLine").innerText().equals("steps:")) {
                    editor.press("End");
                    editor.page().keyboard().insertText("\n  alene-steg:\n    end: true\n");
                }
            }
            assertThat(editor.at(".cm-lintRange-warning").first()).isVisible();
            editor.see("text", 1280);
            editor.at("#tab-map").click();
            assertThat(editor.at(".map [data-step=alene-steg]")).containsText("Ingen vei hit");
        }
    }

    private static String text(EditorPage editor) {
        return editor.at(".cm-content").innerText();
    }

    @Test
    void whatIsTypedInTheTextStandsInTheTalkAndAMistakeHasAWavyLine() {
        try (var editor = EditorPage.enter(browser, server).open("bare-skrive")) {
            editor.at("#tab-text").click();
            var text = editor.at(".cm-content");
            assertThat(text).containsText("innom: 1");
            text.click();
            editor.press("Control+Home");
            editor.page().keyboard().type("tittel: feil\n");
            assertThat(editor.at(".cm-lintRange-error").first()).isVisible();
            editor.mustHaveFound("\\d");
            editor.at("#undo").click();
            assertThat(text).not().containsText("tittel: feil");
            assertThat(editor.at(".cm-lintRange-error")).hasCount(0);
        }
    }

    @Test
    void completesFieldsFromTheSchemaAndNamesOfStepsByKeyboard() {
        try (var editor = EditorPage.enter(browser, server).open("mens-du-venter")) {
            editor.tabTo("#tab-talk");
            editor.press("ArrowRight");
            editor.press("ArrowRight");
            assertThat(editor.at("#tab-text")).isFocused();
            editor.tabTo(".text-frame");
            editor.press("Tab");
            assertThat(editor.at(".cm-content")).isFocused();
            editor.press("Control+Home");
            editor.press("Enter");
            editor.press("ArrowUp");
            complete(editor, "the", "theme", 0);
            assertThat(editor.at(".cm-activeLine")).hasText("theme: ");
            editor.page().keyboard().type("{}\nstart: ");
            editor.press("Control+Space");
            assertThat(editor.at(".cm-tooltip-autocomplete")).containsText("puste");
            editor.picture("text-completion");
            complete(editor, "pu", "puste", 2);
            assertThat(editor.at(".cm-activeLine")).hasText("start: puste");
        }
    }

    /** Types, is offered this first, and takes it. What is offered can be taken a moment after it is seen only. */
    private static void complete(EditorPage editor, String typed, String offered, int second) {
        var clock = editor.page().clock();
        clock.setFixedTime("2027-02-01T12:00:0" + second + "Z");
        editor.page().keyboard().type(typed);
        assertThat(editor.at(".cm-tooltip-autocomplete li[aria-selected=true] .cm-completionLabel"))
                .hasText(offered);
        clock.setFixedTime("2027-02-01T12:00:0" + (second + 1) + "Z");
        editor.press("Enter");
    }

    @Test
    void tabCanBeLeftWithEscape() {
        try (var editor = EditorPage.enter(browser, server).open("bare-skrive")) {
            editor.at("#tab-text").click();
            editor.at(".cm-content").click();
            editor.press("Escape");
            editor.press("Tab");
            assertThat(editor.at(".cm-content")).not().isFocused();
            assertThat(editor.at("#tab-text")).hasAttribute("aria-selected", Pattern.compile("true"));
        }
    }
}
