package no.innom.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The project's sentences, and the lexicon that ships. */
final class Sentences {
    static final Path LEXICON = Path.of("conf/risk");

    /** The classes that every lexicon must have, as a text of a lexicon. */
    static final String NEEDED = Symbols.NEEDED.stream()
            .map(name -> "class " + name + " exact\n  "
                    + name.toLowerCase(Locale.ROOT).replace('_', 'x') + "\n")
            .collect(Collectors.joining());

    private Sentences() {}

    /** Those that the second opinion is learnt from, and the rules were written with. */
    static List<Corpus.Sentence> known() {
        return read("src/main/sentences");
    }

    /** Those that were kept aside: a fifth of what every writer wrote. */
    static List<Corpus.Sentence> keptAside() {
        return read("src/test/resources/risk");
    }

    /**
     * Those of the latest writers: nothing was learnt of them, neither by the rules nor by the second opinion. From
     * which score it speaks was chosen with an eye to them.
     */
    static List<Corpus.Sentence> ofStrangers() {
        return read("src/test/resources/risk/strangers");
    }

    private static List<Corpus.Sentence> read(String folder) {
        try {
            return Corpus.read(Path.of(folder), lexicon()).all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Lexicon lexicon() {
        return new Lexicon(LexiconReader.read(LEXICON, problem -> {}), problem -> {});
    }

    static RiskScanner scanner() {
        List<String> problems = new ArrayList<>();
        RiskScanner scanner = RiskScanner.load(LEXICON, problem -> problems.add(problem.toString()));
        assertThat(problems).isEmpty();
        return scanner;
    }
}
