package no.innom.web.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import no.innom.Browser;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The form of a file of settings keeps what it does not touch: every row of every file is moved, renamed, filled in and
 * removed, in a browser. What is kept is in {@code rows.js}, beside this test.
 */
class RowsIT {
    @AutoClose
    private static Browser browser;

    @AutoClose
    private static Server server;

    private static Page page;

    @BeforeAll
    static void start() {
        browser = Browser.launch();
        server = Server.start();
        page = browser.page(new NewContextOptions());
        page.navigate(server.url() + "/editor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"directory", "words", "hours", "phrases"})
    void keepsMeaningCommentsAndAllThatIsNotTouched(String file) throws IOException {
        var text = Files.readString(Path.of("conf", file + ".yaml"));
        assertThat(page.evaluate(script(), Map.of("id", file, "text", text))).isEqualTo("kept");
    }

    private static String script() {
        try (var in = RowsIT.class.getResourceAsStream("rows.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
