package no.innom.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen in a flow: for each step, in which cases a chat can come to it. Exact, as a flow
 * has finitely many steps and answers. Not thread-safe.
 */
final class Reach {

    /** What a flow that another one runs can come to. */
    record Outcome(boolean returns, boolean handsOff, boolean returnsSilently) {

        /** A flow that nothing is known of can come to anything, but is not blamed for a loop. */
        static final Outcome UNKNOWN = new Outcome(true, true, false);

        /** Where nothing has been found yet. */
        static final Outcome NOTHING = new Outcome(false, false, false);
    }

    /** A way from a step to another, and the cases that can take it, as they are when they arrive. */
    record Way(String to, int cases) {}

    /** Whether a handoff has been passed is the last level. */
    private static final int NOT_HANDED_OFF = 0;

    private static final int HANDED_OFF = 1;

    final Flow flow;
    final Cases cases;
    final Map<String, Watched> watched;
    private final Function<String, Outcome> outcomes;
    final int handed;
    private final int beginning;
    private final Map<String, Integer> arriving;

    private final Map<String, Integer> position = new HashMap<>();

    /** By step: the questions whose answers it or a later step looks at, before they are asked anew. */
    private final Map<String, Set<String>> lookedAt;

    private final Map<String, List<Next.Rule>> fitting = new HashMap<>();

    Reach(Flow flow, Function<String, Outcome> outcomes) {
        this.flow = flow;
        this.outcomes = outcomes;
        flow.steps().keySet().forEach(name -> position.put(name, position.size()));
        this.watched = Uses.watched(flow);
        this.lookedAt = Uses.lookedAt(flow, watched.keySet());
        List<Integer> sizes = new ArrayList<>();
        watched.values().forEach(question -> sizes.addAll(question.sizes()));
        this.handed = sizes.size();
        sizes.add(2);
        this.cases = new Cases(sizes.stream().mapToInt(Integer::intValue).toArray());
        int all = cases.where(handed, NOT_HANDED_OFF);
        for (int level = 0; level < handed; level++) {
            all = cases.common(all, cases.where(level, 0));
        }
        for (Watched question : watched.values()) {
            if (!lookedAt.getOrDefault(flow.start().text(), Set.of()).contains(question.ask.name())) {
                all = question.forget(all, cases);
            }
        }
        this.beginning = all;
        this.arriving = spread(flow.start().text(), beginning, step -> true);
    }

    /** The one case that every chat begins with: nothing is answered. */
    int beginning() {
        return beginning;
    }

    /** In which cases a chat can come to a step; none where it never does. */
    int at(String step) {
        return arriving.getOrDefault(step, Cases.NONE);
    }

    /** The cases in which a handoff has been passed. */
    int afterHandoff() {
        return cases.where(handed, HANDED_OFF);
    }

    /** The cases in which every watched question has some answer. */
    int everythingAnswered() {
        int all = Cases.ALL;
        for (Watched question : watched.values()) {
            all = cases.common(all, question.answered(cases));
        }
        return all;
    }

    /** Where the flow can come to from a step, by steps that may be gone on from. */
    Map<String, Integer> spread(String from, int with, Predicate<Step> goesOn) {
        Map<String, Integer> found = new HashMap<>();
        // In the order of the file, which is mostly the order of the talk: few steps are then looked at twice.
        PriorityQueue<String> waiting =
                new PriorityQueue<>(Comparator.comparingInt(step -> position.getOrDefault(step, Integer.MAX_VALUE)));
        Map<String, Integer> fresh = new HashMap<>();
        if (with != Cases.NONE) {
            found.put(from, with);
            fresh.put(from, with);
            waiting.add(from);
        }
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            Integer news = fresh.remove(name);
            Step step = flow.steps().get(name);
            if (step == null || news == null || !goesOn.test(step)) {
                continue;
            }
            for (Way way : ways(step, news)) {
                int before = found.getOrDefault(way.to(), Cases.NONE);
                int added = cases.without(way.cases(), before);
                if (added != Cases.NONE) {
                    found.put(way.to(), cases.union(before, added));
                    if (fresh.merge(way.to(), added, cases::union) == added) {
                        waiting.add(way.to());
                    }
                }
            }
        }
        return found;
    }

    /** The ways on from a step in the given cases. What no later step looks at is forgotten on arrival. */
    List<Way> ways(Step step, int in) {
        Set<String> known = lookedAt.getOrDefault(step.name(), Set.of());
        List<Way> ways = new ArrayList<>();
        for (Way way : waysRemembering(step, in)) {
            Set<String> wanted = lookedAt.getOrDefault(way.to(), Set.of());
            int rest = way.cases();
            Watched own = watched.get(step.name());
            if (own != null && !wanted.contains(step.name())) {
                rest = own.forget(rest, cases);
            }
            for (String name : known) {
                Watched question = watched.get(name);
                if (question != null && !wanted.contains(name)) {
                    rest = question.forget(rest, cases);
                }
            }
            ways.add(new Way(way.to(), rest));
        }
        return ways;
    }

    /** The ways on from a step in the given cases, with every answer as it is. */
    List<Way> waysRemembering(Step step, int in) {
        List<Way> ways = new ArrayList<>();
        if (step instanceof SayStep say) {
            add(ways, say.next(), in);
        } else if (step instanceof RunStep run) {
            if (outcomes.apply(run.flow().text()).returns()) {
                add(ways, run.next(), in);
            }
        } else if (step instanceof HandoffStep handoff && handoff.closed() != null) {
            add(ways, handoff.closed(), cases.common(cases.forget(in, handed), afterHandoff()));
        } else if (step instanceof AskStep ask) {
            Watched question = watched.get(ask.name());
            int base = question == null ? in : question.forget(in, cases);
            int left = question == null ? Cases.ALL : question.answered(cases);
            for (Next.Rule rule : rules(ask)) {
                if (question == null) {
                    add(ways, rule.go(), base);
                } else {
                    int fits = cases.common(left, question.fits(rule.match(), cases));
                    add(ways, rule.go(), cases.common(base, fits));
                    left = cases.without(left, fits);
                }
            }
        } else if (step instanceof ForkStep fork) {
            int left = in;
            for (ForkStep.Rule rule : fork.rules()) {
                int fits = isReadable(fork) ? fits(rule) : Cases.NONE;
                if (!isReadable(fork)) {
                    add(ways, rule.go(), in);
                }
                add(ways, rule.go(), cases.common(left, fits));
                left = cases.without(left, fits);
            }
        }
        return ways;
    }

    /** The rules of a question that some answer is the first to fit. */
    List<Next.Rule> rules(AskStep ask) {
        return fitting.computeIfAbsent(ask.name(), name -> {
            List<Object> left = AnswerCheck.every(ask);
            return ask.next().rules().stream()
                    .filter(rule -> left.removeIf(rule.match()::fits))
                    .toList();
        });
    }

    private static void add(List<Way> ways, @Nullable YamlText go, int cases) {
        if (go != null && cases != Cases.NONE) {
            ways.add(new Way(go.text(), cases));
        }
    }

    /** Whether every rule of a fork is about a question and answers that exist. */
    boolean isReadable(ForkStep fork) {
        return fork.rules().stream().flatMap(rule -> rule.conditions().stream()).allMatch(condition -> {
            Watched question = watched.get(condition.step().text());
            return question != null
                    && condition.values().stream()
                            .allMatch(value -> question.ask.domain().takes(value.match()));
        });
    }

    /** The cases that fit a fork's rule. */
    int fits(ForkStep.Rule rule) {
        int all = Cases.ALL;
        for (ForkStep.Condition condition : rule.conditions()) {
            all = cases.common(all, fits(condition));
        }
        return all;
    }

    /** The cases that fit one condition. */
    int fits(ForkStep.Condition condition) {
        Watched question = watched.get(condition.step().text());
        int any = Cases.NONE;
        if (question == null) {
            return any;
        }
        for (ForkStep.Value value : condition.values()) {
            any = cases.union(any, question.fits(value.match(), cases));
        }
        return any;
    }

    /** What the flow can come to when another one runs it. */
    Outcome outcome() {
        int before = cases.where(handed, NOT_HANDED_OFF);
        Map<String, Integer> silent = silently();
        boolean returns = false;
        boolean handsOff = false;
        boolean returnsSilently = false;
        for (Step step : flow.steps().values()) {
            boolean here = cases.common(at(step.name()), before) != Cases.NONE;
            if (step instanceof EndStep) {
                returns |= here;
                returnsSilently |= cases.common(silent.getOrDefault(step.name(), Cases.NONE), before) != Cases.NONE;
            } else if (here) {
                handsOff |= step instanceof HandoffStep
                        || (step instanceof RunStep run
                                && outcomes.apply(run.flow().text()).handsOff());
            }
            // What cannot be read may be anything.
            returns |= here && step instanceof BrokenStep;
        }
        return new Outcome(returns, handsOff, returnsSilently);
    }

    /** Where a chat comes to before the first question. */
    Map<String, Integer> silently() {
        return spread(flow.start().text(), beginning, this::isSilent);
    }

    /** Whether a step is passed without a question. */
    boolean isSilent(Step step) {
        return !(step instanceof AskStep)
                && !(step instanceof RunStep run
                        && !outcomes.apply(run.flow().text()).returnsSilently());
    }

    Outcome outcomeOf(RunStep run) {
        return outcomes.apply(run.flow().text());
    }

    /**
     * What tells one of the given cases from the others, such as {@code "tema" is rus}; empty where nothing does.
     * Says no more than it must.
     */
    String inWords(int set, int others) {
        int[] one = cases.one(set);
        List<Watched> telling = new ArrayList<>(watched.values());
        telling.removeIf(question -> question.inWords(one).isEmpty());
        for (Watched question : List.copyOf(telling)) {
            telling.remove(question);
            int like = Cases.ALL;
            for (Watched other : telling) {
                like = cases.common(like, other.like(one, cases));
            }
            if (cases.common(like, others) != Cases.NONE) {
                telling.add(question);
            }
        }
        return telling.stream()
                .sorted(Comparator.comparingInt(question -> question.level))
                .map(question -> question.inWords(one))
                .collect(Collectors.joining(" and "));
    }
}
