package no.innom.flow;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import no.innom.yaml.Problem;
import no.innom.yaml.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Checks a flow: its form, what it names, what holds on every path, its words and its examples. Every finding of
 * a run is told at once, from the top of the file to its end. Pure and thread-safe; a flow of 200 steps takes a
 * few milliseconds.
 */
public final class FlowChecker {

    private FlowChecker() {}

    /**
     * What was found.
     *
     * @param flow with version 0; null where the file is too broken to be one
     * @param problems in the order of the file
     */
    public record Checked(@Nullable Flow flow, List<Problem> problems) {

        /** Whether something keeps the flow from being published. */
        public boolean hasErrors() {
            return flow == null || problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        }

        /** Whether all that is wrong is that its evening is over: it was right once, and will be with new times. */
        public boolean isRightButForItsTimes() {
            return flow != null
                    && problems.stream()
                            .filter(problem -> problem.severity() == Severity.ERROR)
                            .allMatch(problem -> problem.code().equals("theme-times"));
        }
    }

    /**
     * Checks the text of a flow file.
     *
     * @param id the flow's id: the file's name without {@code .yaml}
     * @param file what problems call the file
     */
    public static Checked check(String id, String file, String text, Surroundings around) {
        Checked read = read(id, file, text);
        Flow flow = read.flow();
        return flow == null ? read : check(read, around, new Outcomes(flow, around));
    }

    /** Reads a flow file, and tells of its form only. */
    static Checked read(String id, String file, String text) {
        List<Problem> problems = new ArrayList<>();
        Flow flow = FlowReader.read(id, file, text, problems::add);
        return new Checked(flow, inOrder(problems));
    }

    /** Checks a flow that was read, with what is known of the flows that it runs. */
    static Checked check(Checked read, Surroundings around, Outcomes outcomes) {
        Flow flow = read.flow();
        if (flow == null) {
            return read;
        }
        List<Problem> problems = new ArrayList<>(read.problems());
        new NameCheck(flow, around, problems::add).run();
        try {
            new AnswerCheck(flow, outcomes, problems::add).run();
            new EndCheck(flow, outcomes, problems::add).run();
            new LoopCheck(flow, outcomes, problems::add).run();
        } catch (Cases.TooManyException e) {
            problems.add(Problem.error(
                    flow.start().place(),
                    "bad-value",
                    "The flow's answers hang together in too many ways to be checked. Split it into flows that run each"
                            + " other."));
        }
        if (flow.theme() != null) {
            theme(flow.theme(), around.now(), problems);
        }
        new TextCheck(flow, around.words(), problems::add).run();
        if (problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR)) {
            new ExampleCheck(flow, around, problems::add).run();
        }
        return new Checked(flow, inOrder(problems));
    }

    private static List<Problem> inOrder(List<Problem> problems) {
        return problems.stream().distinct().sorted(Problem.IN_ORDER).toList();
    }

    private static void theme(Theme theme, ZonedDateTime now, List<Problem> problems) {
        var opens = theme.opensAt(now.getZone());
        var closes = theme.closesAt(now.getZone());
        if (opens == null || closes == null) {
            return;
        }
        if (!opens.isBefore(closes)) {
            problems.add(Problem.error(
                    theme.closesPlace(), "theme-times", "The theme closes before it opens. Mend the times."));
        } else if (closes.isBefore(now.toInstant())) {
            problems.add(Problem.error(
                    theme.closesPlace(),
                    "theme-times",
                    "The theme is over: it closed on " + theme.closes()
                            + ". Give it new times, or take them away until it has a date."));
        }
    }
}
