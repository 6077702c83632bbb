package no.innom.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import no.innom.yaml.Place;
import no.innom.yaml.Problem;
import no.innom.yaml.Severity;
import no.innom.yaml.YamlMap;
import no.innom.yaml.YamlReader;
import no.innom.yaml.YamlText;

/**
 * What the server and the bot say outside the flows, from {@code conf/texts/LANGUAGE.yaml}: approved by people, never
 * composed. The languages that the service speaks are the ones that have a file there.
 */
public final class Texts {
    /** The languages that a service of ours begins with; the first is what an unknown language falls back to. */
    private static final List<String> ORDER = List.of("nb", "nn", "en");

    private final Map<String, Map<String, String>> byLanguage;

    private Texts(Map<String, Map<String, String>> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /** Reads all files of the folder; blocks. Every language must have every text: what lacks is told. */
    public static Texts load(Path conf, Consumer<Problem> problems) {
        var folder = conf.resolve("texts");
        var all = new LinkedHashMap<String, Map<String, String>>();
        for (var file : files(folder)) {
            var language = file.getFileName().toString().replace(".yaml", "");
            all.put(language, read(file, problems));
        }
        if (all.isEmpty()) {
            var sentence = "There is no text file here, such as nb.yaml. Is conf.dir the right folder?";
            problems.accept(new Problem(new Place(folder.toString(), 1, 1), Severity.ERROR, "missing-text", sentence));
        }
        var keys = new TreeSet<String>();
        all.values().forEach(texts -> keys.addAll(texts.keySet()));
        all.forEach((language, texts) -> keys.stream()
                .filter(key -> !texts.containsKey(key))
                .forEach(key -> problems.accept(new Problem(
                        new Place(folder.resolve(language + ".yaml").toString(), 1, 1),
                        Severity.ERROR,
                        "missing-text",
                        "The text " + key + " is missing here; another language has it."))));
        return new Texts(all);
    }

    /** The languages spoken; the first is the one to fall back to. */
    public List<String> languages() {
        return List.copyOf(byLanguage.keySet());
    }

    /** The language itself when it is spoken, else the first. */
    public String speak(@org.jspecify.annotations.Nullable String language) {
        return language != null && byLanguage.containsKey(language)
                ? language
                : byLanguage.keySet().iterator().next();
    }

    /**
     * The text.
     *
     * @throws IllegalStateException when no language has such a text
     */
    public String get(String language, String key) {
        var text = Objects.requireNonNull(byLanguage.get(speak(language))).get(key);
        if (text == null) {
            throw new IllegalStateException("no text " + key);
        }
        return text;
    }

    /** The text, with a word put in for its {@code {name}}. */
    public String get(String language, String key, String name, String value) {
        return get(language, key).replace("{" + name + "}", value);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var paths = Files.list(folder)) {
            var files = new ArrayList<>(
                    paths.filter(path -> path.toString().endsWith(".yaml")).toList());
            files.sort((a, b) -> rank(a).compareTo(rank(b)));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rank(Path file) {
        var language = file.getFileName().toString().replace(".yaml", "");
        int place = ORDER.indexOf(language);
        return (place < 0 ? "9" : Integer.toString(place)) + language;
    }

    private static Map<String, String> read(Path file, Consumer<Problem> problems) {
        var texts = new LinkedHashMap<String, String>();
        var tree = YamlReader.read(file, file.toString(), problems);
        if (tree instanceof YamlMap map) {
            for (var entry : map.entries().values()) {
                if (entry.value() instanceof YamlText text && !text.text().isBlank()) {
                    texts.put(entry.key().text(), text.text().strip());
                } else {
                    problems.accept(new Problem(
                            entry.key().place(),
                            Severity.ERROR,
                            "bad-value",
                            entry.key().text() + " must be a text."));
                }
            }
        }
        return texts;
    }
}
