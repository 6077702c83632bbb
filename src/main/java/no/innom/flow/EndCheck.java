package no.innom.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlText;

/** From every step a path leads to a person or an end, also when nobody is on duty, and to every step some path leads. */
final class EndCheck {

    private final Flow flow;
    private final Outcomes outcomes;
    private final Reach reach;
    private final Cases cases;
    private final Consumer<Problem> problems;

    EndCheck(Flow flow, Outcomes outcomes, Consumer<Problem> problems) {
        this.flow = flow;
        this.outcomes = outcomes;
        this.reach = outcomes.reach(flow.id());
        this.cases = reach.cases;
        this.problems = problems;
    }

    void run() {
        for (Step step : flow.steps().values()) {
            if (step instanceof HandoffStep handoff) {
                closed(handoff);
            }
        }
        unreachable();
        deadEnds();
    }

    private void closed(HandoffStep handoff) {
        YamlText closed = handoff.closed();
        if (closed == null) {
            problems.accept(Problem.error(
                    handoff.place(),
                    "no-closed-way",
                    "Step \"" + handoff.name()
                            + "\" hands over and does not say what happens when nobody is on duty. Add \"closed\""
                            + " with the step to go on with."));
            return;
        }
        int in = reach.at(handoff.name());
        int after = cases.common(in == Cases.NONE ? reach.everythingAnswered() : in, Cases.ALL);
        int arrives = reach.ways(handoff, after).stream()
                .mapToInt(Reach.Way::cases)
                .findFirst()
                .orElse(Cases.NONE);
        Map<String, Integer> found = reach.spread(closed.text(), arrives, step -> !(step instanceof HandoffStep));
        boolean ends = false;
        boolean another = false;
        for (String name : found.keySet()) {
            Step step = flow.steps().get(name);
            ends |= step == null || step instanceof EndStep || step instanceof BrokenStep;
            another |= step instanceof HandoffStep
                    || (step instanceof RunStep run && reach.outcomeOf(run).handsOff());
        }
        if (!ends && another) {
            problems.accept(Problem.error(
                    closed.place(),
                    "no-closed-way",
                    "Step \"" + handoff.name() + "\": when nobody is on duty, \"" + closed.text()
                            + "\" leads only to another handoff. Let it lead to an end that says who answers now."));
        }
    }

    private void unreachable() {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>();
        waiting.add(flow.start().text());
        boolean broken = !flow.steps().containsKey(flow.start().text());
        while (!waiting.isEmpty()) {
            String name = waiting.removeFirst();
            Step step = flow.steps().get(name);
            if (step != null && found.add(name)) {
                // Nobody knows where a step that cannot be read leads.
                broken |= step instanceof BrokenStep;
                step.goesTo().forEach(go -> waiting.add(go.text()));
            }
        }
        for (Step step : flow.steps().values()) {
            if (!broken && !found.contains(step.name())) {
                problems.accept(Problem.warning(
                        step.place(),
                        "unreachable",
                        "Step \"" + step.name() + "\": nothing leads here. Let a step go on to it, or delete it."));
            }
        }
    }

    /** For each step, the cases from which a person or an end can be reached; what is told elsewhere counts. */
    private Map<String, Integer> finishing() {
        Map<String, Integer> finishing = new HashMap<>();
        List<Step> backwards = new ArrayList<>(flow.steps().values());
        Collections.reverse(backwards);
        boolean news = true;
        while (news) {
            news = false;
            for (Step step : backwards) {
                int found = finishing(step, finishing);
                Integer before = finishing.put(step.name(), found);
                news |= before == null ? found != Cases.NONE : before != found;
            }
        }
        return finishing;
    }

    private int finishing(Step step, Map<String, Integer> known) {
        if (step instanceof SayStep say) {
            return finishing(say.next(), known);
        }
        if (step instanceof RunStep run) {
            Reach.Outcome outcome = reach.outcomeOf(run);
            return outcome.handsOff() || outcomes.goesInACircle(flow, run)
                    ? Cases.ALL
                    : outcome.returns() ? finishing(run.next(), known) : Cases.NONE;
        }
        int any = Cases.NONE;
        if (step instanceof AskStep ask) {
            if (!AnswerCheck.uncovered(ask).isEmpty()) {
                return Cases.ALL;
            }
            Watched question = reach.watched.get(ask.name());
            int left = question == null ? Cases.ALL : question.answered(cases);
            for (Next.Rule rule : reach.rules(ask)) {
                int then = finishing(rule.go(), known);
                if (question != null) {
                    int fits = cases.common(left, question.fits(rule.match(), cases));
                    then = question.forget(cases.common(then, fits), cases);
                    left = cases.without(left, fits);
                }
                any = cases.union(any, then);
            }
            return any;
        }
        if (step instanceof ForkStep fork && reach.isReadable(fork)) {
            int left = Cases.ALL;
            for (ForkStep.Rule rule : fork.rules()) {
                int fits = cases.common(left, reach.fits(rule));
                any = cases.union(any, cases.common(fits, finishing(rule.go(), known)));
                left = cases.without(left, fits);
            }
            return cases.union(any, left);
        }
        return Cases.ALL;
    }

    private int finishing(YamlText go, Map<String, Integer> known) {
        return flow.steps().containsKey(go.text()) ? known.getOrDefault(go.text(), Cases.NONE) : Cases.ALL;
    }

    private void deadEnds() {
        Map<String, Integer> finishing = finishing();
        Map<String, Integer> entered = new HashMap<>(Map.of(flow.start().text(), reach.beginning()));
        Map<String, Integer> trapped = new HashMap<>();
        for (Step step : flow.steps().values()) {
            int in = reach.at(step.name());
            int free = finishing.getOrDefault(step.name(), Cases.NONE);
            if (in == Cases.NONE ? free == Cases.NONE : cases.common(in, free) == Cases.NONE) {
                deadEnd(step, "from here no path leads to a person or an end");
            } else if (cases.without(in, free) != Cases.NONE) {
                trapped.put(step.name(), cases.without(in, free));
            }
            for (Reach.Way way : reach.ways(step, cases.common(in, free))) {
                entered.merge(way.to(), way.cases(), cases::union);
            }
        }
        // Told where the trap is walked into, not at every step inside it.
        trapped.forEach((name, set) -> {
            int into = cases.common(set, entered.getOrDefault(name, Cases.NONE));
            Step step = flow.steps().get(name);
            if (step != null && into != Cases.NONE) {
                int free = cases.common(reach.at(name), finishing.getOrDefault(name, Cases.NONE));
                String words = reach.inWords(into, free);
                deadEnd(
                        step,
                        "from here no path leads to a person or an end" + (words.isEmpty() ? "" : " when " + words));
            }
        });
    }

    private void deadEnd(Step step, String sentence) {
        problems.accept(Problem.error(
                step.place(),
                "dead-end",
                "Step \"" + step.name() + "\": " + sentence + ". Let one of its ways lead to a handoff or an end."));
    }
}
