package no.innom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * The browser that the machine has; none is downloaded. Where there is none the tests are passed over with a loud
 * line, or fail when the system property {@code innom.browser.required} is true.
 */
public final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    /** A busy machine is slow; a page that is right is waited for only as long as it needs. */
    private static final double PATIENCE_MS = 20_000;

    /** What is still fading in has not its colours yet; what never rests is not waited for. */
    private static final String REST = """
            () => Promise.allSettled(document.getAnimations()
              .filter((one) => one.effect.getComputedTiming().endTime < Infinity)
              .map((one) => one.finished))
              .then(() => true)
            """;

    /** What the builder around axe brings back of a large page, element by element, takes five times as long. */
    private static final String LOOK = """
            async () => {
              const { passes, violations } = await axe.run(document, { resultTypes: ['violations'] });
              const where = ({ target, failureSummary }) => `${target} ${failureSummary}`;
              return { passed: passes.length, failed: violations.map(({ id, nodes }) => `${id}: ${nodes.map(where).join('; ')}`) };
            }
            """;

    /** One for all tests of a thread, which is what Playwright is for: to start it takes longer than many a test. */
    private static final ThreadLocal<com.microsoft.playwright.Browser> RUNNING =
            ThreadLocal.withInitial(Browser::start);

    private final com.microsoft.playwright.Browser browser = RUNNING.get();
    private final List<BrowserContext> opened = new ArrayList<>();

    private Browser() {}

    /** A browser for the calling thread. What it opens is closed with it. */
    public static Browser launch() {
        if (!Files.isExecutable(CHROMIUM)) {
            var missing = "NO BROWSER: " + CHROMIUM + " is not there, so no page is tried in a browser. "
                    + "Install Chromium; with -Dinnom.browser.required=true this is a failure.";
            if (Boolean.getBoolean("innom.browser.required")) {
                fail(missing);
            }
            System.err.println(missing);
            Assumptions.abort(missing);
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        return new Browser();
    }

    private static com.microsoft.playwright.Browser start() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                // In which order a date is typed is the browser's own matter: the same everywhere.
                                "--lang=en-US",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A page of its own: no cookie, storage or history is shared with another. */
    public Page page(com.microsoft.playwright.Browser.NewContextOptions options) {
        var context = browser.newContext(options);
        opened.add(context);
        var page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        return page;
    }

    /** Fails when axe finds anything in the page, or in a frame of it, that shuts somebody out. */
    public static void mustShutNobodyOut(Page page) {
        for (var frame : page.frames()) {
            if (Boolean.FALSE.equals(frame.evaluate("'axe' in window"))) {
                frame.evaluate(AxeBuilder.getAxeScript());
            }
            frame.evaluate(REST);
        }
        var seen = (Map<?, ?>) page.evaluate(LOOK);
        assertThat((int) seen.get("passed"))
                .as("rules that axe has held it against")
                .isGreaterThan(10);
        assertThat((List<?>) seen.get("failed")).isEmpty();
    }

    @Override
    public void close() {
        opened.stream().filter(browser.contexts()::contains).forEach(BrowserContext::close);
    }
}
