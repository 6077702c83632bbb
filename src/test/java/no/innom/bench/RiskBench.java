package no.innom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.innom.risk.Finding;
import no.innom.risk.RiskScanner;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The cost of a scan. Aims: a chat message of 40 to 400 characters in 30 µs on the average and 1 ms at the 99th
 * percentile, 4,000 characters in 1 ms, hostile input linear, the lexicon built in 500 ms.
 */
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RiskBench {
    private static final Path LEXICON = Path.of("conf/risk");
    private static final Path SENTENCES = Path.of("src/main/sentences");
    private static final int MESSAGES = 500;

    /** Messages of 40 to 400 characters. */
    @State(Scope.Benchmark)
    public static class Chat {
        /**
         * As they were written, risk and not; or put together until they are long: of all sentences, half of them about
         * risk, or only of harmless ones, as most of a real chat is.
         */
        @Param({"written", "dense", "ordinary"})
        public String kind = "dense";

        private final List<String> messages = new ArrayList<>();
        private RiskScanner scanner = scanner();
        private int next;

        @Setup
        public void read() throws IOException {
            Random random = new Random(1);
            List<String> sentences = sentences(kind.equals("ordinary"));
            if (kind.equals("written")) {
                sentences.removeIf(sentence -> sentence.length() < 40 || sentence.length() > 400);
                messages.addAll(sentences);
                Collections.shuffle(messages, random);
                return;
            }
            while (messages.size() < MESSAGES) {
                StringBuilder message = new StringBuilder();
                int least = 40 + random.nextInt(320);
                while (message.length() < least) {
                    message.append(sentences.get(random.nextInt(sentences.size())))
                            .append(". ");
                }
                message.setLength(Math.min(message.length(), 400));
                messages.add(message.toString());
            }
        }

        String message() {
            next = next + 1 == messages.size() ? 0 : next + 1;
            return messages.get(next);
        }
    }

    /** A single long message. */
    @State(Scope.Benchmark)
    public static class Large {
        /**
         * Text of 4,000 characters; the same with twice the length, to see that it is linear; words that all stand in
         * classes, 2,000 and 4,000 of them; one prefix again and again, with and without spaces; letters that stand
         * alone; words with a slip in them.
         */
        @Param({
            "text",
            "text-twice",
            "words",
            "words-twice",
            "prefix",
            "prefix-twice",
            "prefix-spaced",
            "letters",
            "slips"
        })
        public String kind = "text";

        private RiskScanner scanner = scanner();
        private String message = "";

        @Setup
        public void write() throws IOException {
            boolean twice = kind.endsWith("-twice");
            message = switch (kind.replace("-twice", "")) {
                case "text" -> String.join(". ", sentences(false)).substring(0, twice ? 8_000 : 4_000);
                case "words" -> "jeg vil ikke ta livet mitt mer nå ".repeat(twice ? 500 : 250);
                case "prefix" -> "selvmor".repeat(twice ? 8_000 : 4_000);
                case "prefix-spaced" -> "selvmor ".repeat(4_000);
                case "letters" -> "t a l i v e ".repeat(330);
                case "slips" -> "selvmrd skaddw pikler drepr ".repeat(140);
                default -> throw new IllegalArgumentException(kind);
            };
        }
    }

    @Benchmark
    @BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
    public Finding chat(Chat chat) {
        return chat.scanner.scan(chat.message());
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public Finding large(Large one) {
        return one.scanner.scan(one.message);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public RiskScanner build() {
        return scanner();
    }

    private static RiskScanner scanner() {
        return RiskScanner.load(LEXICON, problem -> {});
    }

    private static List<String> sentences(boolean harmlessOnly) throws IOException {
        List<String> sentences = new ArrayList<>();
        try (Stream<Path> files = Files.list(SENTENCES)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    String[] columns = line.split("\t", -1);
                    if (!harmlessOnly || columns[3].equals("none")) {
                        sentences.add(columns[5]);
                    }
                }
            }
        }
        return sentences;
    }
}
