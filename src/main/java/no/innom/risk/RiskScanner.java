package no.innom.risk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import no.innom.yaml.Problem;
import no.innom.yaml.Severity;

/**
 * Finds risk in a message. Safe from any thread and quick enough for the event loop: tens of microseconds for a chat
 * message, linear in its length whatever it holds. A net with holes, never a diagnosis.
 */
public final class RiskScanner {
    /** How far back earlier messages are read together with a new one: what is told in two messages. */
    public static final Duration TOGETHER = Duration.ofMinutes(2);

    /** How many earlier messages are read together with a new one. */
    public static final int MOST_TOGETHER = 4;

    /** Within this time a second {@link Level#WATCH} counts as {@link Level#HIGH}. */
    public static final Duration TWICE = Duration.ofMinutes(10);

    /** The rule that is named when a second watch made a message high. */
    public static final String TWO_WATCH = "to-hint";

    private final Path folder;
    private final SecondOpinion secondOpinion = SecondOpinion.learnt();
    private final LexiconFiles loaded;
    private volatile Lexicon lexicon;

    private RiskScanner(Path folder, LexiconFiles loaded, Lexicon lexicon) {
        this.folder = folder;
        this.loaded = loaded;
        this.lexicon = lexicon;
    }

    /**
     * Reads and compiles the lexicon; blocks for some tens of milliseconds.
     *
     * @param confRisk the folder with the {@code .risk} files
     * @param problems told of everything wrong; after an error the scanner works with what was right, and it is the
     *     caller's choice whether to start with that
     */
    public static RiskScanner load(Path confRisk, Consumer<Problem> problems) {
        LexiconFiles files = LexiconFiles.in(confRisk);
        return new RiskScanner(confRisk, files, new Lexicon(LexiconReader.read(confRisk, problems), problems));
    }

    /** The files just before they were read the first time. */
    LexiconFiles loaded() {
        return loaded;
    }

    /** The files as they are now; blocks. */
    LexiconFiles files() {
        return LexiconFiles.in(folder);
    }

    /**
     * Reads the lexicon again and takes it into use if nothing is wrong in it, its own sentences included; otherwise
     * goes on with the old one. Scans under way finish with the lexicon that they began with. Blocks.
     *
     * @return whether the new lexicon is in use
     */
    public boolean reload(Consumer<Problem> problems) {
        List<Problem> told = new ArrayList<>();
        LexiconReader.Source source = LexiconReader.read(folder, told::add);
        Lexicon fresh = new Lexicon(source, told::add);
        LexiconChecker.check(source, fresh, told::add);
        told.forEach(problems);
        boolean good = told.stream().noneMatch(p -> p.severity() == Severity.ERROR);
        if (good) {
            lexicon = fresh;
        }
        return good;
    }

    /** What a single message carries. */
    public Finding scan(String text) {
        return scan(lexicon, text);
    }

    /**
     * What a message carries together with those before it: a sentence told in two messages, and a second hint within
     * ten minutes.
     *
     * @param at when the message was written
     * @param earlier what the same visitor wrote before, oldest first; those too old are left out here
     * @return as for the message alone, or higher; the spans are in this message only
     */
    public Finding scan(String text, Instant at, List<Earlier> earlier) {
        Lexicon now = lexicon;
        Finding alone = scan(now, text);
        Finding together = together(now, text, at, earlier);
        Finding finding = together.level().compareTo(alone.level()) > 0 ? together : alone;
        if (finding.level() == Level.WATCH
                && earlier.stream().anyMatch(e -> e.level() != Level.NONE && isWithin(e, at, TWICE))) {
            List<String> rules = new ArrayList<>(finding.rules());
            rules.add(TWO_WATCH);
            return new Finding(Level.HIGH, finding.category(), finding.spans(), rules);
        }
        return finding;
    }

    /** What the rules alone find. */
    static Finding byRules(Lexicon lexicon, String text) {
        return new Reading(lexicon, lexicon.tokenize(text)).find();
    }

    private Finding scan(Lexicon lexicon, String text) {
        Tokens tokens = lexicon.tokenize(text);
        return secondOpinion.weigh(new Reading(lexicon, tokens).find(), text, tokens, lexicon);
    }

    private static Finding together(Lexicon lexicon, String text, Instant at, List<Earlier> earlier) {
        List<Earlier> near =
                earlier.stream().filter(e -> isWithin(e, at, TOGETHER)).toList();
        if (near.isEmpty()) {
            return Finding.NOTHING;
        }
        StringBuilder all = new StringBuilder();
        for (Earlier one : near.subList(Math.max(0, near.size() - MOST_TOGETHER), near.size())) {
            all.append(one.text()).append('\n');
        }
        int begin = all.length();
        Finding found = byRules(lexicon, all.append(text).toString());
        List<Span> here = new ArrayList<>();
        for (Span span : found.spans()) {
            if (span.end() > begin) {
                here.add(new Span(Math.max(0, span.start() - begin), span.end() - begin));
            }
        }
        // What an earlier message carried by itself is known already: only what this one adds to it counts.
        Level before = near.stream().map(Earlier::level).reduce(Level.NONE, Level::max);
        return here.isEmpty() || found.level().compareTo(before) <= 0
                ? Finding.NOTHING
                : new Finding(found.level(), found.category(), here, found.rules());
    }

    private static boolean isWithin(Earlier earlier, Instant at, Duration time) {
        return !earlier.at().isBefore(at.minus(time));
    }
}
