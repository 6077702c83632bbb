package no.innom.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import no.innom.config.Settings;
import no.innom.config.SettingsLoader;
import no.innom.config.Texts;
import no.innom.conversation.Foresight;
import no.innom.duty.OpeningHours;
import no.innom.duty.Phrases;
import no.innom.escalation.Queues;
import no.innom.flow.Alarm;
import no.innom.flow.AvoidedWords;
import no.innom.flow.Directory;
import no.innom.flow.FlowFiles;
import no.innom.risk.LexiconChecker;
import no.innom.risk.RiskScanner;
import no.innom.yaml.Problem;
import no.innom.yaml.Severity;
import no.innom.yaml.YamlReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks what people have written: flows, and what lies in {@code conf/}. */
@Command(
        name = "check",
        description = {
            "Check flow files, or with no FILE all of flows/ and the files in conf/.",
            "Prints a line for each finding: file:line:column: severity: code: sentence."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Ends with:%n",
        exitCodeList = {"0:no errors", "1:errors", "2:wrong usage"})
final class CheckCommand implements Callable<Integer> {

    private static final Set<String> IN_CONF = Set.of(
            "innom.yaml",
            "queues.yaml",
            "hours.yaml",
            Directory.FILE,
            AvoidedWords.FILE,
            Phrases.FILE,
            "texts",
            "risk");

    private static final ZoneId HOME = ZoneId.of("Europe/Oslo");

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "flow files, or files in conf/")
    private List<Path> files = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final List<Problem> problems = new ArrayList<>();

    private @Nullable Foresight foresight;

    @Override
    public Integer call() {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new ParameterException(spec.commandLine(), "There is no file " + file + ".");
            }
        }
        List<Problem> wrongSettings = new ArrayList<>();
        Settings settings = SettingsLoader.load(System.getenv(), wrongSettings::add);
        problems.addAll(wrongSettings);
        if (settings != null) {
            check(settings);
        }
        return print();
    }

    private void check(Settings settings) {
        Path conf = settings.confDir();
        List<Problem> about = new ArrayList<>();
        Directory directory = Directory.load(conf, about::add);
        AvoidedWords words = AvoidedWords.load(conf, about::add);
        Queues queues = Queues.load(conf, about::add);
        OpeningHours hours = OpeningHours.load(conf, about::add);
        ZonedDateTime now = ZonedDateTime.ofInstant(Clock.systemUTC().instant(), hours == null ? HOME : hours.zone());
        Set<String> ids = queues == null ? Set.of() : queues.all().keySet();

        List<Path> inConf = files.stream().filter(file -> isIn(file, conf)).toList();
        if (files.isEmpty() || !inConf.isEmpty()) {
            about.addAll(directory.unchecked(now.toLocalDate()));
            Texts.load(conf, about::add);
            phrases(conf.resolve(Phrases.FILE), about);
            LexiconChecker.check(conf.resolve("risk"), about::add);
        }
        about.stream()
                .filter(problem -> files.isEmpty() || inConf.stream().anyMatch(file -> isSame(file, problem)))
                .forEach(problems::add);

        List<Path> shipped = files.isEmpty() || Files.isDirectory(settings.flowsDir())
                ? FlowFiles.list(settings.flowsDir(), problems::add)
                : List.of();
        List<Path> flows = files.isEmpty()
                ? shipped
                : files.stream().filter(file -> !inConf.contains(file)).toList();
        List<Path> others = files.isEmpty() || flows.isEmpty() ? List.of() : shipped;
        Alarm alarm = queues == null
                ? Alarm.NONE
                : (said, fromWatch) -> foresight(conf, queues).queue(said, fromWatch);
        FlowFiles.check(flows, others, directory, words, ids, now, alarm)
                .values()
                .forEach(checked -> problems.addAll(checked.problems()));
    }

    /** The lexicon is large, and read only where an example has free text. What is wrong in it is told elsewhere. */
    private Foresight foresight(Path conf, Queues queues) {
        Foresight known = foresight;
        if (known == null) {
            known = new Foresight(RiskScanner.load(conf.resolve("risk"), problem -> {})::scan, queues.risk());
            foresight = known;
        }
        return known;
    }

    /** A service need not have any. */
    private static void phrases(Path file, List<Problem> about) {
        String text = Files.exists(file) ? YamlReader.text(file, file.toString(), about::add) : null;
        if (text != null) {
            Phrases.read(file.toString(), text, about::add);
        }
    }

    /** Whether a file is one of those that belong in the folder of settings; any other is taken for a flow. */
    private static boolean isIn(Path file, Path conf) {
        Path folder = conf.toAbsolutePath().normalize();
        Path path = file.toAbsolutePath().normalize();
        return path.startsWith(folder)
                && IN_CONF.contains(folder.relativize(path).getName(0).toString());
    }

    private static boolean isSame(Path file, Problem problem) {
        return file.toAbsolutePath()
                .normalize()
                .equals(Path.of(problem.place().file()).toAbsolutePath().normalize());
    }

    private int print() {
        PrintWriter out = spec.commandLine().getOut();
        boolean person = Terminal.person() != null;
        problems.stream().distinct().sorted(Problem.IN_ORDER).forEach(problem -> {
            out.println(problem);
            if (person) {
                // A script gets exactly a line for each finding; a person sees the place as well.
                SourceLine.under(problem.place()).forEach(out::println);
            }
        });
        long errors = problems.stream()
                .distinct()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .count();
        if (person) {
            long warnings = problems.stream().distinct().count() - errors;
            out.println(errors
                    + (errors == 1 ? " error, " : " errors, ")
                    + warnings
                    + (warnings == 1 ? " warning." : " warnings."));
        }
        out.flush();
        return errors == 0 ? 0 : 1;
    }
}
