package no.innom.web.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the editor and of the panel's page are there in every language. */
class EditorTextsTest {
    private static final Path PAGES = Path.of("src/main/resources/webroot");
    private static final Pattern HOLE = Pattern.compile("\\{\\w+}");
    /** Texts that are asked for by their whole key. */
    private static final Pattern USED =
            Pattern.compile("(?:data-t(?:-label)?=\"|[^\\w.]t\\(\\s*')([a-zA-Z]+(?:\\.[a-zA-Z.]+)?)[\"']");

    @ParameterizedTest
    @CsvSource({"editor,nn", "editor,en", "panel,nn", "panel,en"})
    void saysTheSameThingsInEveryLanguage(String page, String language) throws IOException {
        var bokmal = texts(page, "nb");
        var other = texts(page, language);
        assertThat(names(other)).isEqualTo(names(bokmal));
        bokmal.fields().forEachRemaining(text -> assertThat(
                        holes(other.path(text.getKey()).asText()))
                .as(text.getKey())
                .isEqualTo(holes(text.getValue().asText())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"editor", "panel"})
    void hasEveryTextThatThePagesAskFor(String page) throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.walk(PAGES.resolve(page))) {
            for (var file : files.filter(each -> each.toString().matches(".*\\.(js|html)"))
                    .toList()) {
                USED.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
            }
        }
        assertThat(used).hasSizeGreaterThan(10);
        assertThat(names(texts(page, "nb"))).containsAll(used);
    }

    private static Set<String> names(JsonNode texts) {
        var names = new TreeSet<String>();
        texts.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> holes(String text) {
        return HOLE.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    private static JsonNode texts(String page, String language) throws IOException {
        return new ObjectMapper()
                .readTree(PAGES.resolve(page + "/texts/" + language + ".json").toFile());
    }
}
