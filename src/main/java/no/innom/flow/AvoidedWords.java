package no.innom.flow;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import no.innom.yaml.Fields;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlMap;
import no.innom.yaml.YamlNode;
import no.innom.yaml.YamlReader;
import no.innom.yaml.YamlText;

/** The words that young people asked not to meet, from {@code conf/words.yaml}. Immutable. */
public final class AvoidedWords {

    /** The file's name in the folder of settings. */
    public static final String FILE = "words.yaml";

    /** No word at all. */
    public static final AvoidedWords NONE = new AvoidedWords(Map.of());

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /**
     * A word that was found.
     *
     * @param word as it stands in the text
     * @param instead what to say instead
     */
    record Found(String word, String instead) {}

    private record Language(Pattern any, Map<Pattern, String> instead) {}

    private final Map<String, Language> languages;

    private AvoidedWords(Map<String, Language> languages) {
        this.languages = Map.copyOf(languages);
    }

    /** Reads {@code words.yaml} in the given folder; blocks. Problems are told; what can be read is kept. */
    public static AvoidedWords load(Path conf, Consumer<Problem> problems) {
        Path file = conf.resolve(FILE);
        String text = YamlReader.text(file, file.toString(), problems);
        return text == null ? NONE : read(file.toString(), text, problems);
    }

    /** Reads the words of a text that is already in memory. */
    public static AvoidedWords read(String file, String text, Consumer<Problem> problems) {
        YamlNode root = YamlReader.read(file, text, problems);
        Fields top = root == null ? null : Fields.of(root, "The file of words", problems);
        YamlNode words = top == null ? null : top.only(List.of("words")).need("words");
        Map<String, Language> languages = new HashMap<>();
        if (words instanceof YamlMap map) {
            for (YamlMap.Entry language : map.entries().values()) {
                Map<Pattern, String> instead = new LinkedHashMap<>();
                Fields fields =
                        Fields.of(language.value(), "\"" + language.key().text() + "\"", problems);
                if (fields != null) {
                    for (String word : fields.map().entries().keySet()) {
                        YamlText say = fields.needText(word);
                        if (say != null) {
                            instead.put(Pattern.compile(whole(expression(word)), FLAGS), say.text());
                        }
                    }
                    String any = String.join(
                            "|",
                            fields.map().entries().keySet().stream()
                                    .map(AvoidedWords::expression)
                                    .toList());
                    languages.put(language.key().text(), new Language(Pattern.compile(whole(any), FLAGS), instead));
                }
            }
        } else if (words != null && top != null) {
            top.bad(words.place(), "\"words\" must be a map from languages to words and what to say instead.");
        }
        return new AvoidedWords(languages);
    }

    /** A star at the end stands for any ending. */
    private static String expression(String word) {
        return word.endsWith("*")
                ? Pattern.quote(word.substring(0, word.length() - 1)) + "\\p{L}*"
                : Pattern.quote(word);
    }

    private static String whole(String expression) {
        return "(?<![\\p{L}\\p{N}])(?:" + expression + ")(?![\\p{L}\\p{N}])";
    }

    /** The first such word in a text; empty where there is none. */
    Optional<Found> in(String text, String language) {
        return find(text, language, 1).stream().findFirst();
    }

    /** Every such word in a text, in its order. */
    List<Found> all(String text, String language) {
        return find(text, language, Integer.MAX_VALUE);
    }

    private List<Found> find(String text, String language, int most) {
        Language words = languages.get(language);
        if (words == null || words.instead().isEmpty()) {
            return List.of();
        }
        return words.any()
                .matcher(text)
                .results()
                .limit(most)
                .flatMap(hit -> words.instead().entrySet().stream()
                        .filter(entry -> entry.getKey().matcher(hit.group()).matches())
                        .map(entry -> new Found(hit.group(), entry.getValue()))
                        .limit(1))
                .toList();
    }
}
