package no.innom.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import no.innom.config.Settings;
import no.innom.duty.OpeningHours;
import no.innom.escalation.Queues;
import no.innom.flow.Directory;
import no.innom.flow.Flow;
import no.innom.flow.FlowEngine;
import no.innom.flow.FlowFiles;
import no.innom.risk.RiskScanner;
import no.innom.yaml.Nearest;
import no.innom.yaml.Problem;
import no.innom.yaml.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays a flow in the terminal, as a visitor meets it; or with given answers prints how it goes. */
@Command(
        name = "talk",
        description = {
            "Play a flow in the terminal, or with --answers print how it goes.",
            "Answer with a number, the words of a choice, or free text. While talking: /skip, /answers (what you have "
                    + "answered), /where (which step), /human, /quit."
        },
        mixinStandardHelpOptions = true)
final class TalkCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FLOW", description = "the flow's id, or its file")
    private String flow = "";

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "nb (default), nn, en …")
    private String language = "nb";

    @Option(
            names = "--answers",
            paramLabel = "A,B,…",
            description = "answers in order: a number, a choice's value (several with +), text, or skipped; "
                    + "a comma in a text is written \\,")
    private @Nullable String answers;

    @Option(names = "--closed", description = "as when nobody is on duty")
    private boolean closed;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Settings settings = Conf.load();
        List<Problem> wrong = new ArrayList<>();
        Directory directory = Directory.load(settings.confDir(), wrong::add);
        Queues queues = Queues.load(settings.confDir(), wrong::add);
        OpeningHours hours = OpeningHours.load(settings.confDir(), wrong::add);
        RiskScanner scanner = RiskScanner.load(settings.confDir().resolve("risk"), wrong::add);
        refuse(wrong);
        if (queues == null || hours == null) {
            throw new FailedException("The queues or the opening hours cannot be read.");
        }
        FlowFiles flows = flows(settings);
        PrintWriter out = spec.commandLine().getOut();
        ZonedDateTime now = ZonedDateTime.ofInstant(Clock.systemUTC().instant(), hours.zone());
        Talk talk = new Talk(
                new FlowEngine(flows, directory),
                flows,
                scanner,
                queues.risk(),
                queues.human(),
                language,
                !closed,
                now,
                out);
        talk.play(id(), answers == null ? typed(out) : given(answers));
        return 0;
    }

    private String id() {
        return flow.endsWith(".yaml") ? FlowFiles.id(Path.of(flow)) : flow;
    }

    private FlowFiles flows(Settings settings) {
        List<Problem> wrong = new ArrayList<>();
        Collection<Flow> found =
                new ArrayList<>(FlowFiles.load(settings.flowsDir(), wrong::add).all());
        if (flow.endsWith(".yaml")) {
            Path folder = Path.of(flow).toAbsolutePath().getParent();
            if (folder != null) {
                found.addAll(FlowFiles.load(folder, wrong::add).all());
            }
        }
        FlowFiles flows = new FlowFiles(found);
        if (flows.live(id()).isEmpty()) {
            refuse(wrong.stream()
                    .filter(problem ->
                            FlowFiles.id(Path.of(problem.place().file())).equals(id()))
                    .toList());
            List<String> ids = found.stream().map(Flow::id).sorted().toList();
            throw new FailedException("There is no flow " + id() + "."
                    + Nearest.to(id(), ids)
                            .map(near -> " Did you mean " + near + "?")
                            .orElse(" There are: " + String.join(", ", ids) + "."));
        }
        return flows;
    }

    private static void refuse(List<Problem> wrong) {
        List<String> errors = wrong.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::toString)
                .toList();
        if (!errors.isEmpty()) {
            throw new FailedException(String.join(System.lineSeparator(), errors));
        }
    }

    private static Talk.Answers given(String answers) {
        Deque<String> left = new ArrayDeque<>(Arrays.stream(answers.split("(?<!\\\\),", -1))
                .map(answer -> answer.replace("\\,", ",").strip())
                .toList());
        if (answers.isBlank()) {
            left.clear();
        }
        return new Talk.Answers() {
            @Override
            public @Nullable String next() {
                return left.pollFirst();
            }

            @Override
            public boolean echoed() {
                return false;
            }
        };
    }

    private static Talk.Answers typed(PrintWriter out) {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        boolean person = Terminal.person() != null;
        return new Talk.Answers() {
            @Override
            public @Nullable String next() throws IOException {
                if (person) {
                    out.print("> ");
                    out.flush();
                }
                return in.readLine();
            }

            @Override
            public boolean echoed() {
                return person;
            }
        };
    }
}
