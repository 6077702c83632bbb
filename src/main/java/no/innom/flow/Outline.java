package no.innom.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.innom.yaml.Place;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/** A flow as a map of its steps, for those who draw it: where each stands in the text, and where it leads. */
public final class Outline {
    private Outline() {}

    /**
     * One step.
     *
     * @param kind the field that makes it one, such as {@code ask}; {@code broken} where it cannot be read
     * @param line of its name, from 1
     * @param endLine its last line
     * @param says its first text in the flow's first language; null where it says nothing
     * @param runs the flow that it runs; null for any other kind
     * @param reachable whether something leads to it
     * @param deadEnd whether no path from it leads to a person or an end
     */
    public record Part(
            String name,
            String kind,
            int line,
            int endLine,
            @Nullable String says,
            @Nullable String runs,
            List<Way> to,
            boolean reachable,
            boolean deadEnd) {}

    /**
     * A way on.
     *
     * @param label which answer takes it, in the flow's first language; null where every one does
     */
    public record Way(String step, @Nullable String label) {}

    /**
     * The steps of a flow, in the order of the file.
     *
     * @param source the text that the flow was read from
     * @param problems what the checker found in it
     */
    public static List<Part> of(Flow flow, String source, List<Problem> problems) {
        List<String> lines = source.lines().toList();
        Set<Place> unreachable = at(problems, "unreachable");
        Set<Place> dead = at(problems, "dead-end");
        String language = flow.languages().get(0);
        List<Part> parts = new ArrayList<>();
        for (Step step : flow.steps().values()) {
            parts.add(new Part(
                    step.name(),
                    kind(step),
                    step.place().line(),
                    lastLine(lines, step.place()),
                    step.texts().isEmpty() ? null : step.texts().get(0).in(language),
                    step instanceof RunStep run ? run.flow().text() : null,
                    ways(step, language),
                    !unreachable.contains(step.place()),
                    dead.contains(step.place())));
        }
        return parts;
    }

    /** The step whose lines hold a line; null where none does. */
    public static @Nullable String stepAt(List<Part> parts, int line) {
        return parts.stream()
                .filter(part -> part.line() <= line && line <= part.endLine())
                .map(Part::name)
                .findFirst()
                .orElse(null);
    }

    /** The queues that a flow hands over to, each once. */
    public static Set<String> queues(Flow flow) {
        Set<String> queues = new LinkedHashSet<>();
        for (Step step : flow.steps().values()) {
            if (step instanceof HandoffStep handoff) {
                queues.add(handoff.queue().text());
            }
        }
        return queues;
    }

    private static Set<Place> at(List<Problem> problems, String code) {
        return problems.stream()
                .filter(problem -> problem.code().equals(code))
                .map(Problem::place)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String kind(Step step) {
        if (step instanceof SayStep) {
            return "say";
        } else if (step instanceof AskStep) {
            return "ask";
        } else if (step instanceof ForkStep) {
            return "fork";
        } else if (step instanceof RunStep) {
            return "run";
        } else if (step instanceof HandoffStep) {
            return "handoff";
        }
        return step instanceof EndStep ? "end" : "broken";
    }

    /** All that stands deeper than the step's name belongs to it; blank lines and comments after it do not. */
    static int lastLine(List<String> lines, Place name) {
        int last = name.line();
        for (int i = name.line(); i < lines.size(); i++) {
            String line = lines.get(i);
            String bare = line.strip();
            if (bare.isEmpty() || bare.startsWith("#")) {
                continue;
            }
            int indent = line.length() - line.stripLeading().length();
            if (indent < name.column()) {
                break;
            }
            last = i + 1;
        }
        return last;
    }

    private static List<Way> ways(Step step, String language) {
        if (step instanceof AskStep ask) {
            boolean one = ask.next().rules().size() == 1;
            return ask.next().rules().stream()
                    .map(rule -> new Way(rule.go().text(), one ? null : label(ask, rule, language)))
                    .toList();
        }
        if (step instanceof ForkStep fork) {
            return fork.rules().stream()
                    .map(rule -> new Way(rule.go().text(), label(rule)))
                    .toList();
        }
        String label = step instanceof HandoffStep ? "closed" : null;
        return step.goesTo().stream().map(go -> new Way(go.text(), label)).toList();
    }

    private static String label(AskStep ask, Next.Rule rule, String language) {
        Texts choice = rule.match() instanceof Match.Value value
                ? ask.domain().choices().get(value.value())
                : null;
        if (choice != null) {
            return choice.in(language);
        }
        return rule.match() instanceof Match.Any ? "else" : rule.key().text();
    }

    private static String label(ForkStep.Rule rule) {
        return rule.conditions().isEmpty()
                ? "else"
                : rule.conditions().stream()
                        .map(condition -> condition.step().text() + ": "
                                + condition.values().stream()
                                        .map(ForkStep.Value::written)
                                        .map(YamlText::text)
                                        .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining(" + "));
    }
}
