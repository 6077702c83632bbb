package no.innom.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.innom.conversation.Refusal;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlMap;
import no.innom.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTest {
    private static final Path CONF = Path.of("conf");
    private static final Path SOURCES = Path.of("src/main/java");
    /** Written ahead: return words are still to come. */
    private static final TreeSet<String> NOT_YET = new TreeSet<>(Set.of("error-unknown_words"));

    /** A text that is said in the code: its whole name, or for the handover and the errors its beginning. */
    private static final Pattern SAID = Pattern.compile("\"([a-z]+(?:-[a-z_]+)*-?)\"");

    @Test
    void hasEveryTextInEveryLanguage() {
        var problems = new ArrayList<Problem>();
        var texts = Texts.load(CONF, problems::add);
        assertThat(problems).isEmpty();
        assertThat(texts.languages()).startsWith("nb", "nn", "en");
        assertThat(texts.speak("en")).isEqualTo("en");
        assertThat(texts.speak("tlh")).isEqualTo("nb");
        assertThat(texts.speak(null)).isEqualTo("nb");
    }

    @Test
    void tellsOfATextThatALanguageLacks(@TempDir Path conf) throws IOException {
        Files.createDirectories(conf.resolve("texts"));
        Files.writeString(conf.resolve("texts/nb.yaml"), "watch: Hei\nskipped: Hopp\n");
        Files.writeString(conf.resolve("texts/en.yaml"), "watch: Hi\nskipped: ''\n");
        var problems = new ArrayList<Problem>();
        Texts.load(conf, problems::add);
        assertThat(problems.stream().map(Problem::toString))
                .anyMatch(p -> p.contains("en.yaml") && p.contains("skipped"));
    }

    @Test
    void hasAWordForEveryRefusal() {
        var texts = Texts.load(CONF, problem -> {});
        for (var refusal : Refusal.values()) {
            for (var language : texts.languages()) {
                assertThat(texts.get(language, "error-" + refusal.wire())).isNotBlank();
            }
        }
    }

    @Test
    void everyTextThatIsWrittenIsSaidSomewhere() throws IOException {
        var literals = literals(SOURCES);
        var refusals =
                Arrays.stream(Refusal.values()).map(r -> "error-" + r.wire()).collect(Collectors.toSet());
        var unused = new TreeSet<>(keys());
        unused.removeIf(key -> literals.contains(key)
                || refusals.contains(key)
                || (key.matches("handover-(open|closed)-[a-z]+")
                        && literals.contains("-" + key.substring(key.lastIndexOf('-') + 1))));
        assertThat(unused).as("texts that nothing says").isEqualTo(NOT_YET);
    }

    @Test
    void everyTextThatTheConversationSaysIsWritten() throws IOException {
        var keys = keys();
        var said = new TreeSet<String>();
        for (var line : lines(SOURCES.resolve("no/innom/conversation"))) {
            if (line.contains("say(") && !line.contains("void say(") && !line.contains("String say(")) {
                var literal = SAID.matcher(line);
                while (literal.find()) {
                    said.add(literal.group(1));
                }
            }
        }
        assertThat(said).hasSizeGreaterThan(10);
        assertThat(keys).containsAll(said);
    }

    private static TreeSet<String> keys() throws IOException {
        var file = CONF.resolve("texts/nb.yaml");
        var tree = (YamlMap) YamlReader.read(file.toString(), Files.readString(file), problem -> {});
        return new TreeSet<>(tree.entries().keySet());
    }

    private static TreeSet<String> literals(Path folder) throws IOException {
        var all = new TreeSet<String>();
        var literal = Pattern.compile("\"(-?[a-z]+(?:-[a-z_]+)*)\"");
        for (var line : lines(folder)) {
            var found = literal.matcher(line);
            while (found.find()) {
                all.add(found.group(1));
            }
        }
        return all;
    }

    private static ArrayList<String> lines(Path folder) throws IOException {
        var all = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.addAll(Files.readAllLines(file));
            }
        }
        return all;
    }
}
