package no.innom.web.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.regex.Pattern;
import no.innom.Browser;
import no.innom.Client;
import no.innom.ClockedServer;
import no.innom.web.vakt.Console;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is planned on a Monday comes on Thursday by itself, and goes again: by mouse, through the real pages. */
class ByTheClockIT {
    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final String HELLO = "Hei! I kveld er vi her for deg som er alene.";
    private static final String SHORTER = "Hei! Så fint at du kom.";

    @AutoClose
    private static Browser browser;

    @AutoClose
    private static ClockedServer server;
    /** The clock only goes forward: each test has a week of its own. */
    private static LocalDate monday;

    private LocalDateTime now;

    @BeforeAll
    static void start() {
        browser = Browser.launch();
        server = ClockedServer.start();
        monday = LocalDate.now(ZONE);
    }

    @BeforeEach
    void beginOnAMonday() {
        monday = monday.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        itIs(monday.atTime(12, 0));
    }

    @Test
    void anEveningOpensIsChattedIsHandedOverClosesAndIsTakenBack() {
        try (var editor = enter();
                var console = Console.enter(browser, server.url(), server.password())) {
            var thursday = monday.plusDays(3);
            var id = editor.begin("Alene på torsdag", thursday + "T18:00", thursday + "T21:00");
            editor.words("hei").fill(HELLO);
            editor.mustBeSaved();
            editor.publish("Første utgave");

            var visitor = phone();
            var evening = visitor.locator(".theme");
            look(visitor);
            assertThat(evening).containsText("Alene på torsdag");
            assertThat(evening.locator(".theme-when")).containsText("på torsdag kl. 18–21");
            itIs(thursday.atTime(17, 55));
            look(visitor);
            assertThat(evening.locator(".theme-when")).containsText("i dag kl. 18–21");
            assertThat(evening.locator("a")).hasCount(0);

            itIs(thursday.atTime(18, 0));
            console.onDuty();
            look(visitor);
            evening.scrollIntoViewIfNeeded();
            picture(visitor, "evening-front");
            evening.locator("a").click();
            assertThat(visitor.locator("#begin")).not().isEmpty();
            visitor.locator("#begin").click();
            assertThat(visitor.locator(".said-bot").first()).containsText(HELLO);
            visitor.locator(".scale .button").first().click();
            visitor.locator("#ask .button").getByText("Ja, gjerne").click();
            assertThat(visitor.locator(".said-bot").last()).containsText("et menneske kan ta over");
            console.at("#take-next").click();
            console.at("#say").fill("Hei, jeg er her.");
            console.at("#composer button[type=submit]").click();
            assertThat(visitor.locator(".said-staff").last()).containsText("Hei, jeg er her.");
            picture(visitor, "evening-chat");

            // A word is changed while somebody is in the talk.
            look(editor);
            editor.words("hei").fill(SHORTER);
            editor.mustBeSaved();
            editor.at("#publish").click();
            assertThat(editor.at(".publish-chats"))
                    .hasText("Én chat er i utgave 1 nå. Den blir der til den er ferdig.");
            assertThat(editor.at(".was").first()).containsText(HELLO);
            assertThat(editor.at(".is").first()).containsText(SHORTER);
            editor.see("publish", 320, 1280);
            editor.press("Escape");
            editor.publish("Kortere");
            assertThat(greeting(id)).contains(SHORTER);
            visitor.locator("#text").fill("Takk");
            visitor.locator("#send").click();
            assertThat(console.at(".log .from-visitor .message-text").last()).hasText("Takk");

            itIs(thursday.atTime(21, 0));
            look(visitor);
            assertThat(evening).hasCount(0);
            assertThat(greeting(id))
                    .as("the link leads to the usual beginning")
                    .startsWith("Hei")
                    .doesNotContain(SHORTER);

            editor.versions();
            editor.see("versions", 1280);
            editor.at("[data-version='1'] [data-do=back]").click();
            editor.at("#version-reason").fill("Den første var bedre");
            editor.at("dialog[open] [data-action=yes]").click();
            assertThat(editor.at("[data-version='3']")).containsText("Ute nå");
            editor.at("dialog[open] .dialog-doing button").first().click();
            assertThat(editor.at(".flow-who")).containsText("utgave 3");
            assertThat(editor.words("hei")).hasValue(HELLO);
            visitor.context().close();
        }
    }

    @Test
    void whatIsPlannedGoesOutAtItsTimeAndIsOverAtItsEnd() {
        try (var editor = enter()) {
            look(editor);
            editor.open("temperatur");
            editor.words("hei").fill(SHORTER);
            editor.mustBeSaved();
            editor.at("#publish").click();
            editor.at("#publish-reason").fill("En uke med færre ord");
            editor.sayYesToAdvice();
            editor.at("dialog[open] input[value=at]").check();
            editor.at("#publish-from").fill("");
            editor.at("dialog[open] [data-action=publish]").click();
            assertThat(editor.at("dialog[open] .dialog-said"))
                    .hasText("Velg et tidspunkt som ikke er passert, eller «Nå».");
            editor.at("#publish-from").fill(monday.plusDays(3) + "T15:00");
            editor.at("#publish-until").fill(monday + "T15:00");
            editor.at("dialog[open] [data-action=publish]").click();
            assertThat(editor.at("dialog[open] .dialog-said")).hasText("«Til» må komme etter at den er gått ut.");
            editor.at("#publish-until").fill(monday.plusDays(4) + "T09:00");
            editor.see("planned", 320);
            editor.at("dialog[open] [data-action=publish]").click();
            assertThat(editor.at("dialog[open] h2")).containsText("Utgave 2 går ut torsdag");
            editor.press("Escape");
            assertThat(editor.at(".flow-who")).containsText("utgave 1 nå. Utgave 2 går ut torsdag");
            assertThat(editor.words("hei")).hasValue(SHORTER);

            assertThat(greeting("")).doesNotContain(SHORTER);
            itIs(monday.plusDays(3).atTime(15, 0));
            assertThat(greeting("")).contains(SHORTER);
            itIs(monday.plusDays(4).atTime(9, 0));
            assertThat(greeting("")).doesNotContain(SHORTER);
        }
    }

    @Test
    void whatIsPlannedCanBeTakenBackBeforeItsTimeAndItsWordsStay() {
        try (var editor = enter()) {
            look(editor);
            var thursday = monday.plusDays(3);
            var id = editor.begin("Avlyst kveld", thursday + "T18:00", thursday + "T21:00");
            editor.words("hei").fill(HELLO);
            editor.mustBeSaved();
            editor.at("#publish").click();
            editor.at("#publish-reason").fill("Vises fra onsdag");
            editor.sayYesToAdvice();
            editor.at("dialog[open] input[value=at]").check();
            editor.at("#publish-from").fill(monday.plusDays(2) + "T12:00");
            editor.at("dialog[open] [data-action=publish]").click();
            assertThat(editor.at("dialog[open] h2")).containsText("går ut onsdag");
            editor.press("Escape");
            assertThat(editor.words("hei")).hasValue(HELLO);
            assertThat(editor.at(".flow-who")).containsText("Utgave 1 går ut onsdag");
            editor.at("#try").click();
            assertThat(editor.page().frameLocator(".try-frame iframe").getByText(HELLO))
                    .isVisible();
            editor.at("#try").click();
            editor.at("[data-place=list]").click();
            assertThat(editor.at("[data-flow=" + id + "]")).containsText("Avlyst kveld");
            assertThat(editor.at("[data-flow=" + id + "]")).containsText("Utgave 1 kommer onsdag");
            editor.picture("list-planned");
            editor.at("[data-flow=" + id + "]").click();

            editor.versions();
            assertThat(editor.at("[data-version='1'] [data-do=back]")).hasCount(0);
            editor.picture("versions-planned");
            editor.at("[data-version='1'] [data-do=withdraw]").click();
            editor.at("#version-reason").fill("For få på vakt");
            editor.at("dialog[open] [data-action=yes]").click();
            assertThat(editor.at("[data-version='1']")).containsText("Trukket tilbake");
            editor.press("Escape");
            assertThat(editor.words("hei")).hasValue(HELLO);

            itIs(thursday.atTime(18, 30));
            var visitor = phone();
            look(visitor);
            assertThat(visitor.locator(".theme")).hasCount(0);
            visitor.context().close();
        }
    }

    private static EditorPage enter() {
        return EditorPage.knock(browser, server.url(), ColorScheme.LIGHT).logIn("vakt", server.password());
    }

    private void itIs(LocalDateTime time) {
        now = time;
        server.setTo(time.atZone(ZONE).toInstant());
    }

    /** The front page as it is now, once it has asked the server. */
    private void look(Page visitor) {
        visitor.clock().setFixedTime(instant());
        visitor.navigate(server.url() + "/?lang=nb");
        assertThat(visitor.locator("#now")).hasAttribute("data-now", Pattern.compile("open|closed"));
    }

    /** The laptop's clock is the service's. */
    private void look(EditorPage editor) {
        editor.page().clock().setFixedTime(instant());
    }

    private Date instant() {
        return Date.from(now.atZone(ZONE).toInstant());
    }

    private static Page phone() {
        return browser.page(new NewContextOptions()
                .setViewportSize(360, 740)
                .setLocale("nb-NO")
                .setTimezoneId("Europe/Oslo")
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    /** The first words to one who comes in by the link of this flow; empty: by the front door. */
    private static String greeting(String flow) {
        try (var visitor = Client.visitor(server.port())) {
            if (flow.isEmpty()) {
                visitor.send("start", "language", "nb");
            } else {
                visitor.send("start", "language", "nb", "flow", flow);
            }
            return visitor.await("message").path("text").asText();
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }
}
