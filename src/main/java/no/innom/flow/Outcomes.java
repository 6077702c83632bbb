package no.innom.flow;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a flow and all that it runs can come to, worked out together: flows may run each other in circles, so
 * each is looked at again until nothing new is found.
 */
final class Outcomes {

    private final Map<String, Flow> flows = new LinkedHashMap<>();
    private final Map<String, Reach.Outcome> outcomes = new HashMap<>();
    private final Map<String, Reach> reaches = new HashMap<>();
    private final Set<String> tooMany = new HashSet<>();

    /** Of a flow, and of all that it runs. */
    Outcomes(Flow flow, Surroundings around) {
        this(List.of(flow), around);
    }

    /** Of several flows, and of all that they run. */
    Outcomes(Collection<Flow> first, Surroundings around) {
        Deque<Flow> waiting = new ArrayDeque<>(first);
        first.forEach(flow -> flows.put(flow.id(), flow));
        while (!waiting.isEmpty()) {
            for (Step step : waiting.removeFirst().steps().values()) {
                if (step instanceof RunStep run && !flows.containsKey(run.flow().text())) {
                    around.flow(run.flow().text()).ifPresent(other -> {
                        flows.put(other.id(), other);
                        waiting.add(other);
                    });
                }
            }
        }
    }

    /** Done when first asked, so that a flow that cannot be worked out is told of as a finding. */
    private void workOut() {
        boolean news = outcomes.isEmpty();
        while (news) {
            news = false;
            boolean first = outcomes.isEmpty();
            for (Flow one : flows.values()) {
                if (first || runsAnything(one)) {
                    Reach.Outcome found = lookAt(one);
                    news |= !found.equals(outcomes.put(one.id(), found));
                }
            }
            news |= first && flows.values().stream().anyMatch(Outcomes::runsAnything);
        }
    }

    private Reach.Outcome lookAt(Flow flow) {
        try {
            Reach reach = new Reach(flow, this::of);
            reaches.put(flow.id(), reach);
            return reach.outcome();
        } catch (Cases.TooManyException e) {
            // The flow itself is told of when it is asked for; the others are not to suffer.
            reaches.remove(flow.id());
            tooMany.add(flow.id());
            return Reach.Outcome.UNKNOWN;
        }
    }

    private static boolean runsAnything(Flow flow) {
        return flow.steps().values().stream().anyMatch(RunStep.class::isInstance);
    }

    /** What a flow can come to. */
    Reach.Outcome of(String id) {
        return flows.containsKey(id) ? outcomes.getOrDefault(id, Reach.Outcome.NOTHING) : Reach.Outcome.UNKNOWN;
    }

    /** Everything that can happen in a flow. */
    Reach reach(String id) {
        workOut();
        if (tooMany.contains(id)) {
            throw new Cases.TooManyException();
        }
        Reach reach = reaches.get(id);
        if (reach == null) {
            throw new IllegalArgumentException("no flow " + id);
        }
        return reach;
    }

    /** The flows that a flow runs before its first question, directly or by others. */
    Set<String> runsSilently(String id) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>();
        waiting.add(id);
        while (!waiting.isEmpty()) {
            Reach reach = reaches.get(waiting.removeFirst());
            if (reach == null) {
                continue;
            }
            Map<String, Integer> silently = reach.silently();
            for (Step step : reach.flow.steps().values()) {
                if (step instanceof RunStep run
                        && silently.containsKey(step.name())
                        && found.add(run.flow().text())) {
                    waiting.add(run.flow().text());
                }
            }
        }
        return found;
    }

    /** Whether a step runs a flow that comes back to its own before any question is asked. */
    boolean goesInACircle(Flow flow, RunStep run) {
        String other = run.flow().text();
        return reach(flow.id()).silently().containsKey(run.name())
                && (other.equals(flow.id()) || runsSilently(other).contains(flow.id()));
    }
}
