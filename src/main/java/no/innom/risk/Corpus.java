package no.innom.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The project's sentences, as files of tabs: id, language, category or {@code -}, level, {@code yes} where no word by
 * itself holds the risk, message. The part of a file's name before {@code -} is its writer.
 */
record Corpus(List<Sentence> all) {
    /** How much a stretch of a harmless sentence counts beside the whole. */
    static final double A_PART = 0.5;

    /** Sentences by the hand that wrote the rules are less like what others write. */
    private static final double BY_THE_RULES = 0.5;

    private static final String RULES = "rules";
    private static final Pattern TAB = Pattern.compile("\t");
    private static final int COLUMNS = 6;

    /** @param indirect whether no word by itself holds the risk */
    record Sentence(
            String writer,
            String id,
            String language,
            @Nullable Category category,
            Level level,
            boolean indirect,
            String text,
            Traits traits,
            double weight) {}

    /**
     * Reads every {@code .tsv} file of a folder.
     *
     * @throws IllegalArgumentException that names the file and line of one that does not fit
     */
    static Corpus read(Path folder, Lexicon lexicon) throws IOException {
        List<Sentence> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
                String name = file.getFileName().toString();
                String writer = name.substring(0, name.indexOf(name.contains("-") ? '-' : '.'));
                int number = 0;
                for (String line : Files.readAllLines(file)) {
                    all.add(sentence(file, ++number, line, writer, lexicon));
                }
            }
        }
        return new Corpus(List.copyOf(all));
    }

    /** The sentences that stand beside the rules: what each must find, and what nothing may. */
    static List<Sentence> ofRules(LexiconReader.Source source, Lexicon lexicon) {
        List<Sentence> all = new ArrayList<>();
        for (Rule rule : source.rules()) {
            Category category = rule.category();
            if (rule.kind() == Rule.Kind.RULE && category != null) {
                rule.mustFlag().forEach(line -> all.add(of(rule, line, category, rule.level(), lexicon)));
            }
            rule.mustNot().forEach(line -> all.add(of(rule, line, null, Level.NONE, lexicon)));
        }
        return all;
    }

    private static Sentence of(Rule rule, Rule.Line line, @Nullable Category category, Level level, Lexicon lexicon) {
        return new Sentence(
                RULES,
                rule.id(),
                "",
                category,
                level,
                false,
                line.text(),
                Traits.of(line.text(), lexicon.tokenize(line.text()), lexicon.classTraits()),
                BY_THE_RULES);
    }

    private static Sentence sentence(Path file, int number, String line, String writer, Lexicon lexicon) {
        String[] columns = TAB.split(line, -1);
        try {
            if (columns.length != COLUMNS) {
                throw new IllegalArgumentException("six columns are needed, and there are " + columns.length);
            }
            String text = columns[5];
            return new Sentence(
                    writer,
                    columns[0],
                    columns[1],
                    columns[2].equals("-") ? null : Category.valueOf(columns[2].toUpperCase(Locale.ROOT)),
                    Level.valueOf(columns[3].toUpperCase(Locale.ROOT)),
                    columns[4].equals("yes"),
                    text,
                    Traits.of(text, lexicon.tokenize(text), lexicon.classTraits()),
                    writer.equals(RULES) ? BY_THE_RULES : 1);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ":" + number + ": " + e.getMessage(), e);
        }
    }
}
