package no.innom.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks every path that a visitor can take through a flow, and tells where each ends and what none ever takes. */
public final class PathWalk {
    /** More paths than this are not counted; what is never walked is found all the same. */
    private static final int MOST_PATHS = 20_000;

    private final Reach reach;
    private final Map<Ending, Integer> endings = new LinkedHashMap<>();
    private int paths;
    private boolean stopped;

    private PathWalk(Reach reach) {
        this.reach = reach;
    }

    /**
     * Where a path comes to: one of the two is given.
     *
     * @param handoff the queue
     * @param end the step
     */
    public record Ending(@Nullable String handoff, @Nullable String end) {}

    /** How many paths end there. */
    public record Counted(
            @Nullable String handoff, @Nullable String end, int count) {}

    /** A way that no path takes. */
    public record Never(String step, String to, @Nullable String label) {}

    /**
     * What was found.
     *
     * @param stopped whether there were more paths than are counted
     */
    public record Walked(int paths, List<Counted> endings, List<Never> never, boolean stopped) {}

    /**
     * Walks a flow; a path that goes round counts once. Empty where its answers hang together in too many ways.
     *
     * @param source the text that the flow was read from
     */
    static Optional<Walked> of(Flow flow, String source, Surroundings around) {
        try {
            Reach reach = new Outcomes(flow, around).reach(flow.id());
            PathWalk walk = new PathWalk(reach);
            walk.go(flow.start().text(), reach.beginning(), new HashSet<>());
            List<Counted> counted = walk.endings.entrySet().stream()
                    .map(one -> new Counted(one.getKey().handoff(), one.getKey().end(), one.getValue()))
                    .toList();
            return Optional.of(new Walked(walk.paths, counted, walk.never(source), walk.stopped));
        } catch (Cases.TooManyException e) {
            return Optional.empty();
        }
    }

    private void go(String name, int cases, Set<String> passed) {
        Step step = reach.flow.steps().get(name);
        if (step == null || paths >= MOST_PATHS) {
            stopped |= step != null;
            return;
        }
        if (step instanceof EndStep) {
            ended(new Ending(null, name));
            return;
        }
        if (step instanceof HandoffStep handoff) {
            // With nobody on duty the talk goes on from here: those are further paths.
            ended(new Ending(handoff.queue().text(), null));
        }
        // Round again in the same cases is nothing new.
        String here = name + " " + cases;
        if (!passed.add(here)) {
            return;
        }
        reach.ways(step, cases).forEach(way -> go(way.to(), way.cases(), passed));
        passed.remove(here);
    }

    private void ended(Ending ending) {
        paths++;
        endings.merge(ending, 1, Integer::sum);
    }

    private List<Never> never(String source) {
        List<Never> never = new ArrayList<>();
        for (Outline.Part part : Outline.of(reach.flow, source, List.of())) {
            Step step = reach.flow.steps().get(part.name());
            Set<String> taken = new HashSet<>();
            if (step != null) {
                reach.ways(step, reach.at(part.name())).forEach(way -> taken.add(way.to()));
            }
            part.to().stream()
                    .filter(way -> !taken.contains(way.step()))
                    .forEach(way -> never.add(new Never(part.name(), way.step(), way.label())));
        }
        return never;
    }
}
