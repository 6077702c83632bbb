package no.innom.web.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import no.innom.Browser;
import no.innom.Program;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where the service wants a second pair of eyes, one proposes in the editor and another decides. */
class SecondEyesIT {
    private static final String PASSWORD = "et langt passord";
    private static final String WORDS = "Hei! Nå er det nye ord her.";

    @AutoClose
    private static Browser browser;

    @AutoClose
    private static Server server;

    @BeforeAll
    static void start() {
        browser = Browser.launch();
        server = Server.start("INNOM_FLOWS_SECONDEYES", "true");
        Program.addStaff(server, "kari", "Kari", PASSWORD, "editor");
    }

    @Test
    void oneProposesAndAnotherSeesWhatAndWhenAndApproves() {
        try (var author = EditorPage.enter(browser, server);
                var other = EditorPage.enter(browser, server, "kari", PASSWORD, ColorScheme.LIGHT)) {
            propose(author, "temperatur", "hei", "2035-01-12T08:00");
            var mine = author.at(".flow-head section.notice").first();
            assertThat(mine).containsText("Ditt forslag");
            assertThat(mine.locator("[data-do=approve]")).hasCount(0);
            assertThat(author.at(".flow-who")).containsText("utgave 1");

            other.page().reload();
            assertThat(other.at("[data-flow=temperatur]")).containsText("Venter på et par øyne til");
            other.at("[data-flow=temperatur]").click();
            var theirs = other.at(".flow-head section.notice").first();
            assertThat(theirs).containsText("vakt vil publisere dette");
            assertThat(theirs).containsText("Nye ord");
            assertThat(theirs).containsText("Skal gjelde til fredag 12. januar 2035");
            other.see("proposal", 320);
            theirs.locator("button").first().click();
            assertThat(other.at("dialog[open] .side-by-side")).containsText(WORDS);
            other.press("Escape");
            other.at("[data-do=approve]").click();
            other.at("#proposal-reason").fill("Bra skrevet");
            other.at("dialog[open] [data-action=yes]").click();
            assertThat(other.at(".flow-who")).containsText("utgave 2");
            assertThat(other.at("[data-do=approve]")).hasCount(0);
            assertThat(other.words("hei")).hasValue(WORDS);
            other.versions();
            assertThat(other.at("[data-version='2']")).containsText("vakt");
        }
    }

    @Test
    void whatIsSentBackStaysADraftAndTheRecordSaysWhy() {
        try (var author = EditorPage.enter(browser, server);
                var other = EditorPage.enter(browser, server, "kari", PASSWORD, ColorScheme.LIGHT)) {
            propose(author, "rus", "velkommen", "");
            other.open("rus");
            other.at("[data-do=reject]").click();
            other.at("dialog[open] [data-action=yes]").click();
            assertThat(other.at("dialog[open] .dialog-said")).hasText("Skriv en setning om hvorfor.");
            other.at("#proposal-reason").fill("Litt for glatt");
            other.at("dialog[open] [data-action=yes]").click();
            assertThat(other.at(".flow-head section.notice")).isHidden();
            assertThat(other.at(".flow-who")).containsText("utgave 1");

            author.page().reload();
            assertThat(author.words("velkommen")).hasValue(WORDS);
            author.page().navigate(server.url() + "/editor#/logg");
            assertThat(author.at(".record li").first()).containsText("Litt for glatt");
        }
    }

    private static void propose(EditorPage author, String flow, String step, String until) {
        author.open(flow);
        author.words(step).fill(WORDS);
        author.mustBeSaved();
        author.at("#publish").click();
        assertThat(author.at("dialog[open]")).containsText("skal en annen se på det først");
        author.at("#publish-reason").fill("Nye ord");
        author.at("#publish-until").fill(until);
        author.sayYesToAdvice();
        author.at("dialog[open] [data-action=publish]").click();
        assertThat(author.at("dialog[open] h2")).hasText("Sendt til et par øyne til");
        author.press("Escape");
        assertThat(author.at("dialog")).hasCount(0);
    }
}
