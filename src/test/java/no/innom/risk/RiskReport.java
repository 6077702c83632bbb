package no.innom.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a scanner found, by level and language. Right means: acute and high are handed over, watch is at least watched,
 * none is not handed over.
 */
final class RiskReport {
    private final Map<String, Share> shares = new TreeMap<>();

    /** How many of how many. */
    private static final class Share {
        private int right;
        private int all;

        @Override
        public String toString() {
            return "%5.3f  (%d of %d)".formatted(right / (double) all, right, all);
        }
    }

    void count(Iterable<Corpus.Sentence> sentences, Function<Corpus.Sentence, Finding> scan) {
        for (var sentence : sentences) {
            var found = scan.apply(sentence);
            boolean handed = found.level().handsOver();
            boolean right =
                    switch (sentence.level()) {
                        case NONE -> !handed;
                        case WATCH -> found.level() != Level.NONE;
                        case HIGH, ACUTE -> handed;
                    };
            var level = sentence.level().wire();
            count(level, right);
            var group = sentence.level().handsOver() ? "handed over" : level;
            count(group + ", " + sentence.language(), right);
            if (sentence.level().handsOver()) {
                count("handed over", right);
                if (sentence.indirect()) {
                    count("handed over, indirect", right);
                }
                if (handed) {
                    count("category right", found.category() == sentence.category());
                    count("acute seen as such", (sentence.level() == Level.ACUTE) == (found.level() == Level.ACUTE));
                }
            } else if (sentence.level() == Level.NONE) {
                count("none, not even watched", found.level() == Level.NONE);
            }
        }
    }

    private void count(String what, boolean right) {
        var share = shares.computeIfAbsent(what, w -> new Share());
        share.all++;
        share.right += right ? 1 : 0;
    }

    /** The share that was right. */
    double of(String what) {
        var share = shares.get(what);
        return share.right / (double) share.all;
    }

    /** Prints it, and writes it to {@code target}. */
    void print(String title, String file) throws IOException {
        var text = new StringBuilder("Risk report: " + title + "\n");
        shares.forEach((what, share) -> text.append("  %-26s %s%n".formatted(what, share)));
        System.out.print(text);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", file), text);
    }
}
