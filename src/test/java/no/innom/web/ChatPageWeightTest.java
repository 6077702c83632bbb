package no.innom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The chat page must come quickly on an old phone and a slow line. */
class ChatPageWeightTest {
    private static final Path ROOT = Path.of("src/main/resources/webroot");
    private static final int MOST_BYTES = 30 * 1024;

    @Test
    void weighsNoMoreThanThirtyKilobytesInAllWhateverTheLanguage() throws IOException {
        List<Path> always = new ArrayList<>(List.of(
                ROOT.resolve("shared/innom.css"), ROOT.resolve("shared/mark.svg"), ROOT.resolve("chat/index.html")));
        for (var folder : List.of("chat", "chat/style")) {
            try (var files = Files.list(ROOT.resolve(folder))) {
                always.addAll(files.filter(file -> file.toString().matches(".*\\.(js|css)"))
                        .toList());
            }
        }
        int shared = 0;
        for (var file : always) {
            shared += packed(file);
        }
        for (var language : List.of("nb", "nn", "en")) {
            assertThat(shared + packed(ROOT.resolve("chat/texts/" + language + ".json")))
                    .as(language)
                    .isLessThanOrEqualTo(MOST_BYTES);
        }
    }

    private static int packed(Path file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(Files.readAllBytes(file));
        }
        return bytes.size();
    }
}
