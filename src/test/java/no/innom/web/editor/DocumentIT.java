package no.innom.web.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import no.innom.Browser;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Editing keeps what it does not touch: every flow that comes with the program goes through every edit of the talk
 * view, in a browser. What is kept is in {@code editing.js}, beside this test.
 */
class DocumentIT {
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

    static Stream<Path> flows() throws IOException {
        return Stream.concat(Files.list(Path.of("flows")), Files.list(Path.of("flows/maler")))
                .filter(file -> file.toString().endsWith(".yaml"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("flows")
    void keepsMeaningCommentsAndAllThatIsNotTouched(Path flow) throws IOException {
        var found = page.evaluate(script(), Files.readString(flow));
        assertThat(found).isEqualTo("kept");
    }

    private static String script() {
        try (var in = DocumentIT.class.getResourceAsStream("editing.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
