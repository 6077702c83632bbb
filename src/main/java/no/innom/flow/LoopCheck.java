package no.innom.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import no.innom.yaml.Problem;

/** The bot never talks for ever: every way round in a flow, or through flows that run each other, passes a question. */
final class LoopCheck {

    private final Flow flow;
    private final Outcomes outcomes;
    private final Reach reach;
    private final Cases cases;
    private final Consumer<Problem> problems;

    LoopCheck(Flow flow, Outcomes outcomes, Consumer<Problem> problems) {
        this.flow = flow;
        this.outcomes = outcomes;
        this.reach = outcomes.reach(flow.id());
        this.cases = reach.cases;
        this.problems = problems;
    }

    void run() {
        for (Step step : flow.steps().values()) {
            if (step instanceof RunStep run) {
                circle(run);
            }
        }
        loops();
    }

    private void loops() {
        Map<String, Integer> staying = staying();
        Set<String> told = new LinkedHashSet<>();
        for (Step step : flow.steps().values()) {
            int here = staying.getOrDefault(step.name(), Cases.NONE);
            if (here == Cases.NONE || told.contains(step.name())) {
                continue;
            }
            Set<String> circle = circle(step, staying);
            if (circle.contains(step.name())) {
                told.addAll(circle);
                String words = reach.inWords(here, cases.without(reach.at(step.name()), here));
                problems.accept(Problem.error(
                        step.place(),
                        "loop-without-question",
                        "Step \"" + step.name() + "\" comes back to itself without a question"
                                + (words.isEmpty() ? "" : " when " + words) + " (" + String.join(" → ", circle)
                                + "): the bot would talk for ever. Ask something on the way round, or lead out."));
            }
        }
    }

    /** For each step, the cases that can go on for ever from it without a question. */
    private Map<String, Integer> staying() {
        Map<String, Integer> staying = new HashMap<>();
        for (Step step : flow.steps().values()) {
            staying.put(step.name(), reach.isSilent(step) ? reach.at(step.name()) : Cases.NONE);
        }
        boolean news = true;
        while (news) {
            news = false;
            for (Step step : flow.steps().values()) {
                int in = staying.getOrDefault(step.name(), Cases.NONE);
                if (in == Cases.NONE) {
                    continue;
                }
                int stays = Cases.NONE;
                if (step instanceof HandoffStep) {
                    // A handoff only adds that it was passed, so what stays is known by what arrives.
                    for (Reach.Way way : reach.waysRemembering(step, in)) {
                        int on = cases.common(way.cases(), staying.getOrDefault(way.to(), Cases.NONE));
                        stays = on == Cases.NONE ? stays : in;
                    }
                } else {
                    for (Reach.Way way : reach.waysRemembering(step, in)) {
                        stays = cases.union(
                                stays, cases.common(way.cases(), staying.getOrDefault(way.to(), Cases.NONE)));
                    }
                }
                if (stays != in) {
                    staying.put(step.name(), stays);
                    news = true;
                }
            }
        }
        return staying;
    }

    /** The steps on the way from a step back to itself; without the step where it never comes back. */
    private Set<String> circle(Step from, Map<String, Integer> staying) {
        Map<String, String> before = new HashMap<>();
        Deque<String> waiting = new ArrayDeque<>();
        waiting.add(from.name());
        while (!waiting.isEmpty() && !before.containsKey(from.name())) {
            String name = waiting.removeFirst();
            Step step = flow.steps().get(name);
            if (step == null) {
                continue;
            }
            for (Reach.Way way : reach.ways(step, staying.getOrDefault(name, Cases.NONE))) {
                if (staying.getOrDefault(way.to(), Cases.NONE) != Cases.NONE && !before.containsKey(way.to())) {
                    before.put(way.to(), name);
                    waiting.add(way.to());
                }
            }
        }
        List<String> circle = new ArrayList<>();
        for (String at = before.get(from.name()); at != null && !at.equals(from.name()); at = before.get(at)) {
            circle.add(0, at);
        }
        if (before.containsKey(from.name())) {
            circle.add(0, from.name());
        }
        return new LinkedHashSet<>(circle);
    }

    private void circle(RunStep run) {
        String other = run.flow().text();
        if (outcomes.goesInACircle(flow, run)) {
            problems.accept(Problem.error(
                    run.flow().place(),
                    "flow-loop",
                    "Step \"" + run.name() + "\": "
                            + (other.equals(flow.id())
                                    ? "the flow runs itself"
                                    : "\"" + flow.id() + "\" and \"" + other + "\" run each other in a circle")
                            + " without a question between. Ask something first, or run another flow."));
        }
    }
}
