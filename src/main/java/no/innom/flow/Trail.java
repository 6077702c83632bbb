package no.innom.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds a way through a flow that shows what is wrong with it. */
final class Trail {

    private final Flow flow;
    private final Reach reach;
    private final Cases cases;

    Trail(Reach reach) {
        this.flow = reach.flow;
        this.reach = reach;
        this.cases = reach.cases;
    }

    /** A shortest way from the start to a step in one of the given cases, by the steps' names; empty for none. */
    List<String> to(String to, int wanted) {
        List<Map<String, Integer>> rounds = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Integer> round = new LinkedHashMap<>(Map.of(flow.start().text(), reach.beginning()));
        while (!round.isEmpty()) {
            rounds.add(round);
            round.forEach((step, set) -> seen.merge(step, set, cases::union));
            int here = cases.common(round.getOrDefault(to, Cases.NONE), wanted);
            if (here != Cases.NONE) {
                return back(rounds, to, here);
            }
            Map<String, Integer> next = new LinkedHashMap<>();
            round.forEach((name, set) -> {
                Step step = flow.steps().get(name);
                if (step != null) {
                    reach.ways(step, set).forEach(way -> next.merge(way.to(), way.cases(), cases::union));
                }
            });
            next.replaceAll((step, set) -> cases.without(set, seen.getOrDefault(step, Cases.NONE)));
            next.values().removeIf(set -> set == Cases.NONE);
            round = next;
        }
        return List.of();
    }

    /** From a step in the last round back to the start, one step a round. */
    private List<String> back(List<Map<String, Integer>> rounds, String to, int set) {
        List<String> trail = new ArrayList<>(List.of(to));
        int wanted = set;
        for (int i = rounds.size() - 2; i >= 0; i--) {
            for (Map.Entry<String, Integer> from : rounds.get(i).entrySet()) {
                Step step = flow.steps().get(from.getKey());
                int before = step == null ? Cases.NONE : before(step, from.getValue(), trail.get(0), wanted);
                if (before != Cases.NONE) {
                    trail.add(0, from.getKey());
                    wanted = before;
                    break;
                }
            }
        }
        return trail;
    }

    /** The given cases of a step from which another step can be come to in one of the wanted cases. */
    private int before(Step step, int in, String to, int wanted) {
        int before = Cases.NONE;
        for (Reach.Way way : reach.waysRemembering(step, in)) {
            if (way.to().equals(to)) {
                int arriving = cases.common(way.cases(), wanted);
                Watched question = reach.watched.get(step.name());
                if (question != null) {
                    arriving = question.forget(arriving, cases);
                } else if (step instanceof HandoffStep) {
                    arriving = cases.forget(arriving, reach.handed);
                }
                before = cases.union(before, cases.common(in, arriving));
            }
        }
        return before;
    }
}
