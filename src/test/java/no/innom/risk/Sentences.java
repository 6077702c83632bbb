package no.innom.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sentences of a file under {@code src/test/resources/risk}, and the lexicon that ships. */
final class Sentences {
    static final Path LEXICON = Path.of("conf/risk");
    private static final Path FOLDER = Path.of("src/test/resources/risk");

    private Sentences() {}

    /** One sentence: a line of id, language, category, level, text. */
    record Sentence(String id, String language, String category, Level level, String text) {}

    static List<Sentence> of(String file) {
        List<Sentence> sentences = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(FOLDER.resolve(file))) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split("\t", -1);
                    assertThat(parts).as(line).hasSize(5);
                    sentences.add(new Sentence(
                            parts[0], parts[1], parts[2], Level.valueOf(parts[3].toUpperCase(Locale.ROOT)), parts[4]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }

    static RiskScanner scanner() {
        List<String> problems = new ArrayList<>();
        RiskScanner scanner = RiskScanner.load(LEXICON, problem -> problems.add(problem.toString()));
        assertThat(problems).isEmpty();
        return scanner;
    }
}
