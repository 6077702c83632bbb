package no.innom;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import no.innom.config.Settings;
import no.innom.config.Texts;
import no.innom.conversation.Foresight;
import no.innom.duty.OpeningHours;
import no.innom.duty.Phrases;
import no.innom.escalation.Queues;
import no.innom.flow.Alarm;
import no.innom.flow.AvoidedWords;
import no.innom.flow.Directory;
import no.innom.flow.FlowFiles;
import no.innom.publishing.Paper;
import no.innom.risk.RiskScanner;
import no.innom.yaml.Problem;
import no.innom.yaml.Severity;
import no.innom.yaml.YamlReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that people have written for the service to run on, read and checked at start.
 *
 * @param papers the texts of the files that are published as flows are, by name; only such as have no errors
 * @param leftOut the errors of the flow files that were left out
 */
record Written(
        Texts texts,
        Queues queues,
        OpeningHours hours,
        Directory directory,
        AvoidedWords words,
        Phrases phrases,
        Map<String, String> papers,
        FlowFiles flows,
        RiskScanner scanner,
        List<Problem> leftOut) {
    private static final Logger LOG = LoggerFactory.getLogger(Written.class);

    /**
     * Reads everything; blocks.
     *
     * @throws CannotStartException when something that the service cannot do without is wrong; it names all of it
     */
    static Written load(Settings settings, InstantSource clock) {
        var errors = new ArrayList<String>();
        Consumer<Problem> must = problem -> {
            if (problem.severity() == Severity.ERROR) {
                errors.add(problem.toString());
            }
        };
        var conf = settings.confDir();
        var texts = Texts.load(conf, must);
        var queues = Queues.load(conf, must);
        var hours = OpeningHours.load(conf, must);
        var directory = Directory.load(conf, must);
        // Words to avoid are advice for those who write: without them the service runs as well.
        var words = AvoidedWords.load(conf, problem -> LOG.warn("{}", problem));
        var scanner = RiskScanner.load(conf.resolve("risk"), must);
        var wrong = new ArrayList<Problem>();
        var flows = FlowFiles.checked(
                settings.flowsDir(),
                directory,
                AvoidedWords.NONE,
                queues == null ? Set.of() : queues.all().keySet(),
                hours == null
                        ? clock.instant().atZone(ZoneOffset.UTC)
                        : clock.instant().atZone(hours.zone()),
                queues == null ? Alarm.NONE : new Foresight(scanner::scan, queues.risk()),
                problem -> {
                    if (problem.severity() == Severity.ERROR) {
                        wrong.add(problem);
                    }
                });
        var names = settings.flows();
        var named = Set.of(names.first(), names.closed(), names.closing());
        wrong.stream()
                .filter(problem ->
                        named.contains(FlowFiles.id(Path.of(problem.place().file()))))
                .forEach(problem -> errors.add("The flow of this file is named in the settings: " + problem));
        if (!errors.isEmpty() || queues == null || hours == null) {
            throw new CannotStartException(String.join(System.lineSeparator(), errors));
        }
        wrong.forEach(problem -> LOG.error("Left out: {}", problem));
        var papers = papers(conf);
        return new Written(
                texts, queues, hours, directory, words, phrases(papers), papers, flows, scanner, List.copyOf(wrong));
    }

    /** What the free texts of examples come to. */
    Alarm alarm() {
        return new Foresight(scanner::scan, queues.risk());
    }

    private static Phrases phrases(Map<String, String> papers) {
        var text = papers.get(Paper.PHRASES.id());
        return text == null ? Phrases.NONE : Phrases.read(Phrases.FILE, text, problem -> {});
    }

    /** The files of settings that staff publish too, where they have no errors. */
    private static Map<String, String> papers(Path conf) {
        var texts = new HashMap<String, String>();
        for (var paper : Paper.values()) {
            var file = conf.resolve(paper.id() + ".yaml");
            var text = Files.exists(file) ? YamlReader.text(file, file.toString(), problem -> {}) : null;
            if (text != null) {
                var errors = new ArrayList<Problem>();
                paper.read(file.toString(), text, problem -> {
                    if (problem.severity() == Severity.ERROR) {
                        errors.add(problem);
                    }
                });
                errors.forEach(problem -> LOG.error("Left out: {}", problem));
                if (errors.isEmpty()) {
                    texts.put(paper.id(), text);
                }
            }
        }
        return texts;
    }
}
