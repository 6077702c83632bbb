package no.innom.risk;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.innom.risk.Passages.Passage;

/**
 * Makes the {@link SecondOpinion} out of the project's own sentences, when the program is built. The same sentences and
 * the same lexicon always give the same weights.
 */
public final class Training {
    private Training() {}

    /**
     * Learns and writes, unless what is there is newer than all that it is made of.
     *
     * @param args the folder of sentences, the folder of the lexicon, the file to write
     */
    public static void main(String[] args) throws IOException {
        Path sentences = Path.of(args[0]);
        Path lexicon = Path.of(args[1]);
        Path to = Path.of(args[2]);
        Path own = to.toAbsolutePath().resolveSibling("../no/innom/risk").normalize();
        if (Files.exists(to) && newest(List.of(sentences, lexicon, own)).compareTo(Files.getLastModifiedTime(to)) < 0) {
            return;
        }
        LexiconReader.Source source = LexiconReader.read(lexicon, p -> {});
        Lexicon compiled = new Lexicon(source, p -> {});
        List<Corpus.Sentence> all =
                new ArrayList<>(Corpus.read(sentences, compiled).all());
        all.addAll(Corpus.ofRules(source, compiled));
        Files.createDirectories(to.toAbsolutePath().resolveSibling(""));
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            learn(all, source.rules()).write(out);
        }
    }

    /** Learns from sentences. */
    static SecondOpinion learn(List<Corpus.Sentence> from, List<Rule> rules) {
        return learn(from, rules, SecondOpinion.QUESTIONS);
    }

    /** Learns the first questions only; to the others nothing is known. */
    static SecondOpinion learn(List<Corpus.Sentence> from, List<Rule> rules, int questions) {
        List<Weights> learnt = IntStream.range(0, SecondOpinion.QUESTIONS)
                .parallel()
                .mapToObj(question -> Weights.learn(
                        question < questions ? lessons(question, from) : List.of(), 1 << SecondOpinion.bits(question)))
                .toList();
        return new SecondOpinion(learnt, rules.stream().map(Rule::print).collect(Collectors.toSet()), met(from));
    }

    private static int[] met(List<Corpus.Sentence> from) {
        return from.stream()
                .map(Corpus.Sentence::traits)
                .flatMapToInt(traits -> IntStream.range(0, traits.words()).map(traits::itself))
                .sorted()
                .distinct()
                .toArray();
    }

    /** What a question is learnt from: which sentences say yes, which no, and which are not asked. */
    private static List<Weights.Lesson> lessons(int question, List<Corpus.Sentence> from) {
        List<Weights.Lesson> lessons = new ArrayList<>();
        for (Corpus.Sentence one : from) {
            Level level = one.level();
            boolean asked =
                    switch (question) {
                        case SecondOpinion.HAND_OVER -> level != Level.WATCH;
                        case SecondOpinion.WATCH -> true;
                        case SecondOpinion.ACUTE -> level.handsOver();
                        default -> one.category() != null;
                    };
            if (!asked) {
                continue;
            }
            boolean yes =
                    switch (question) {
                        case SecondOpinion.HAND_OVER -> level.handsOver();
                        case SecondOpinion.WATCH -> level != Level.NONE;
                        case SecondOpinion.ACUTE -> level == Level.ACUTE;
                        default -> one.category() == SecondOpinion.CATEGORIES.get(question - SecondOpinion.CATEGORY);
                    };
            lessons.add(
                    Weights.Lesson.of(question, one.traits(), 0, one.traits().words(), yes, one.weight()));
            if (level == Level.NONE && question <= SecondOpinion.WATCH) {
                // Every stretch of what is harmless is harmless too; of what carries risk nobody has said which does.
                for (Passage part : Passages.of(one.traits())) {
                    if (part.to() - part.from() < one.traits().words()) {
                        lessons.add(Weights.Lesson.of(
                                question, one.traits(), part.from(), part.to(), false, one.weight() * Corpus.A_PART));
                    }
                }
            }
        }
        return lessons;
    }

    private static FileTime newest(List<Path> folders) throws IOException {
        FileTime newest = FileTime.fromMillis(0);
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    FileTime its = Files.getLastModifiedTime(file);
                    newest = its.compareTo(newest) > 0 ? its : newest;
                }
            }
        }
        return newest;
    }
}
