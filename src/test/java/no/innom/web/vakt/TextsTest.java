package no.innom.web.vakt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the console are there in every language. */
class TextsTest {
    private static final Pattern HOLE = Pattern.compile("\\{\\w+}");
    private static final Pattern USED = Pattern.compile("data-t(?:-label)?=\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"nn", "en"})
    void saysTheSameThingsInEveryLanguage(String language) throws IOException {
        var bokmal = texts("nb");
        var other = texts(language);
        assertThat(names(other)).isEqualTo(names(bokmal));
        bokmal.fields().forEachRemaining(text -> assertThat(
                        holes(other.path(text.getKey()).asText()))
                .as(text.getKey())
                .isEqualTo(holes(text.getValue().asText())));
    }

    @Test
    void hasEveryTextThatThePageAsksFor() throws IOException {
        var used = USED.matcher(read("/webroot/vakt/index.html"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(used).isNotEmpty();
        assertThat(names(texts("nb"))).containsAll(used);
    }

    private static Set<String> names(JsonNode texts) {
        var names = new TreeSet<String>();
        texts.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> holes(String text) {
        return HOLE.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    private static JsonNode texts(String language) throws IOException {
        return new ObjectMapper().readTree(read("/webroot/vakt/texts/" + language + ".json"));
    }

    private static String read(String name) throws IOException {
        try (var in = TextsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
