package no.innom.web.vakt;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import no.innom.Browser;
import no.innom.Client;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The alarm: heard and seen until somebody has come, by those on duty and by nobody else. */
class AlarmIT {
    private static final Pattern URGENT = Pattern.compile("AKUTT");
    private static final Pattern CALM = Pattern.compile("^Innom vakt$");
    private static final String ACUTE = "jeg vil dø, jeg skal ta livet mitt i kveld";

    @AutoClose
    private static Browser browser;

    @AutoClose
    private Server server;

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @BeforeEach
    void start() {
        server = Server.start();
    }

    @Test
    void ringsUntilSomebodyComes() {
        try (var console = Console.enter(browser, server).onDuty();
                var visitor = Client.visitor(server)) {
            assertThat(console.page()).hasTitle(CALM);
            visitor.start();
            visitor.say("m1", ACUTE);

            assertThat(console.page()).hasTitle(URGENT);
            assertThat(console.at("#alarm")).isVisible();
            assertThat(console.at("link[rel=icon]")).hasAttribute("href", "/vakt/mark-alarm.svg");
            assertThat(console.at("#said-now")).containsText("Alarm. Akutt: tanker om å dø");
            assertThat(rings(console)).isEqualTo("acute 0");

            console.press("n");

            assertThat(console.at("#alarm")).isHidden();
            assertThat(console.page()).hasTitle(CALM);
            assertThat(console.at("link[rel=icon]")).hasAttribute("href", "/shared/mark.svg");
            assertThat(rings(console)).isEmpty();
        }
    }

    @Test
    void ringsDifferentlyForWhatIsSeriousButNotAcute() {
        try (var console = Console.enter(browser, server).onDuty();
                var visitor = Client.visitor(server)) {
            visitor.start();
            visitor.say("m1", "jeg har begynt å kutte meg igjen");

            assertThat(console.page()).hasTitle(Pattern.compile("Noen venter"));
            assertThat(rings(console)).isEqualTo("high 0");
        }
    }

    @Test
    void ringsOnAfterTheConsoleIsLoadedAnew() {
        try (var console = Console.enter(browser, server).onDuty();
                var visitor = Client.visitor(server)) {
            visitor.start();
            visitor.say("m1", ACUTE);
            assertThat(console.at("#alarm")).isVisible();

            console.page().reload();

            assertThat(console.at("#alarm")).isVisible();
            assertThat(console.page()).hasTitle(URGENT);
        }
    }

    @Test
    void isQuietForAMinuteWhenAskedButStaysInSight() {
        try (var console = Console.enter(browser, server).onDuty();
                var visitor = Client.visitor(server)) {
            visitor.start();
            visitor.say("m1", ACUTE);
            console.at("#alarm-hush").click();

            assertThat(console.at("#alarm-hush")).isHidden();
            assertThat(rings(console)).isEmpty();
            assertThat(console.at("#alarm")).isVisible();
            assertThat(console.page()).hasTitle(URGENT);
        }
    }

    @Test
    void saysPlainlyThatWhoIsOffDutyGetsNoAlarms() {
        try (var console = Console.enter(browser, server);
                var visitor = Client.visitor(server)) {
            assertThat(console.at("#off-duty")).containsText("Du får ingen alarmer");
            visitor.start();
            visitor.say("m1", ACUTE);

            assertThat(console.at(".waiting-card")).hasCount(1);
            assertThat(console.at("#alarm")).isHidden();
            assertThat(console.page()).hasTitle(Pattern.compile("^\\(1\\) venter"));
        }
    }

    @Test
    void speaksTheLanguageOfTheStaff() {
        try (var console = Console.open(browser, server, "en-GB", ColorScheme.LIGHT)) {
            console.logIn("vakt", server.password());
            assertThat(console.at("#off-duty")).containsText("You get no alarms");
            console.page().navigate(server.url() + "/vakt?lang=nn");
            assertThat(console.at("#off-duty")).containsText("Du får ingen alarmar");
        }
    }

    // Asked of the page's own module, since a test has no ears.
    private static String rings(Console console) {
        return (String) console.page().evaluate("import('/vakt/alarm/sound.js').then((sound) => sound.ringsNow())");
    }
}
