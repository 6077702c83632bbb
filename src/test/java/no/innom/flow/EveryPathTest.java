package no.innom.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import no.innom.yaml.Problem;

/**
 * Makes flows at random and compares what the checker proves about them with walking every path one by one: every
 * step with every combination of answers. Each step stands on a line of its own, so that a line tells the step.
 */
class EveryPathTest {

    private static final int FIRST_LINE = 6;
    private static final Map<String, Flow> OTHERS = Map.of(
            "sier", other("sier", "a: {say: Hei, next: b}\n  b: {end: true}"),
            "spor", other("spor", "a: {ask: Hva?, text: {}, next: b}\n  b: {end: true}"),
            "gir", other("gir", "a: {handoff: {queue: q}, closed: b}\n  b: {end: true}"));

    private static Flow other(String id, String steps) {
        return FlowReader.read(
                id, id, "innom: 1\ntitle: T\nlanguages: [nb]\nstart: a\nsteps:\n  " + steps + "\n", problem -> {
                    throw new AssertionError(problem);
                });
    }

    @Property(tries = 600)
    void theCheckerSaysWhatWalkingEveryPathFinds(@ForAll Random random) {
        String text = flow(random);
        Surroundings around = new Surroundings(
                new HashMap<>(OTHERS),
                Directory.EMPTY,
                AvoidedWords.NONE,
                Set.of("q"),
                ZonedDateTime.parse("2026-11-22T12:00+01:00[Europe/Oslo]"));
        FlowChecker.Checked checked = FlowChecker.check("f", "f", text, around);
        List<Problem> form = new ArrayList<>();
        Flow flow = FlowReader.read("f", "f", text, form::add);
        assertThat(form).as(text).isEmpty();

        Walker walker = new Walker(flow);
        Set<String> found = checked.problems().stream()
                .map(problem -> problem.code() + " " + (problem.place().line() - FIRST_LINE))
                .collect(Collectors.toCollection(TreeSet::new));
        found.removeIf(line -> line.startsWith("unreachable"));
        Set<String> loops =
                found.stream().filter(line -> line.startsWith("loop")).collect(Collectors.toSet());
        found.removeAll(loops);
        found.removeIf(line -> !walker.reached(line.split(" ")[1]) && !line.startsWith("no-closed-way"));
        Set<String> walked = walker.findings();
        if (found.stream().anyMatch(line -> line.startsWith("no-closed-way"))) {
            found.removeIf(line -> line.startsWith("no-closed-way") && !walker.reached(line.split(" ")[1]));
        }

        assertThat(found).as(text + checked.problems()).isEqualTo(walked);
        assertThat(!loops.isEmpty())
                .as(text + checked.problems())
                .isEqualTo(!walker.looping().isEmpty());
        loops.forEach(loop -> assertThat(walker.looping()).as(text).contains("s" + loop.split(" ")[1]));
    }

    // ---- a flow at random -------------------------------------------------------------------------------------

    private static String flow(Random random) {
        int steps = 3 + random.nextInt(6);
        List<String> kinds = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            kinds.add(List.of("say", "choice", "scale", "multi", "fork", "fork", "handoff", "end", "run", "choice")
                    .get(random.nextInt(10)));
        }
        List<Integer> asks = new ArrayList<>();
        for (int i = 0; i < steps && asks.size() < 4; i++) {
            if (List.of("choice", "scale", "multi").contains(kinds.get(i))) {
                asks.add(i);
            }
        }
        StringBuilder text = new StringBuilder("innom: 1\ntitle: T\nlanguages: [nb]\nstart: s0\nsteps:\n");
        List<Boolean> optional = new ArrayList<>();
        kinds.forEach(kind -> optional.add(random.nextInt(3) == 0));
        for (int i = 0; i < steps; i++) {
            String kind = kinds.get(i);
            boolean tooMany = List.of("choice", "scale", "multi").contains(kind) && !asks.contains(i);
            if (tooMany || (kind.equals("fork") && asks.isEmpty())) {
                kind = "say";
            }
            text.append("  s").append(i).append(": ");
            switch (kind) {
                case "say" ->
                    text.append("{say: \"Hei")
                            .append(hole(random, asks))
                            .append("\", next: ")
                            .append(go(random, steps))
                            .append('}');
                case "end" ->
                    text.append("{end: \"Takk").append(hole(random, asks)).append("\"}");
                case "run" ->
                    text.append("{run: ")
                            .append(List.of("sier", "spor", "gir").get(random.nextInt(3)))
                            .append(", next: ")
                            .append(go(random, steps))
                            .append('}');
                case "handoff" ->
                    text.append("{handoff: {queue: q}, closed: ")
                            .append(go(random, steps))
                            .append('}');
                case "fork" -> text.append(fork(random, steps, asks, kinds, optional));
                default -> text.append(ask(random, steps, kind, optional.get(i)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String go(Random random, int steps) {
        return "s" + random.nextInt(steps);
    }

    private static String hole(Random random, List<Integer> asks) {
        return asks.isEmpty() || random.nextInt(3) > 0 ? "" : " {s" + asks.get(random.nextInt(asks.size())) + "}";
    }

    private static String ask(Random random, int steps, String kind, boolean optional) {
        String what = kind.equals("scale") ? "scale: {from: 0, to: 3}" : "choices: {x: X, y: Y, z: Z}";
        List<String> keys = new ArrayList<>(kind.equals("scale") ? List.of("0-1", "2", "3") : List.of("x", "y", "z"));
        if (optional) {
            keys.add("skipped");
        }
        String next = go(random, steps);
        if (random.nextInt(3) > 0) {
            if (random.nextInt(2) == 0) {
                keys.removeIf(key -> random.nextInt(2) == 0);
                keys.add("else");
            } else if (random.nextInt(4) == 0) {
                keys.remove(0);
            }
            if (!keys.isEmpty()) {
                next = keys.stream()
                        .map(key -> key + ": " + go(random, steps))
                        .collect(Collectors.joining(", ", "{", "}"));
            }
        }
        return "{ask: Hva?, " + what + (kind.equals("multi") ? ", multi: true" : "")
                + (optional ? ", optional: true" : "") + ", next: " + next + "}";
    }

    private static String fork(
            Random random, int steps, List<Integer> asks, List<String> kinds, List<Boolean> optional) {
        List<String> rules = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            Map<String, String> conditions = new LinkedHashMap<>();
            for (int j = 0; j <= random.nextInt(2); j++) {
                int about = asks.get(random.nextInt(asks.size()));
                List<String> values = new ArrayList<>(
                        kinds.get(about).equals("scale") ? List.of("0-1", "1-2", "3") : List.of("x", "y", "z"));
                if (optional.get(about)) {
                    values.add("skipped");
                }
                values.removeIf(value -> random.nextInt(2) == 0);
                if (!values.isEmpty()) {
                    conditions.put("s" + about, values.toString());
                }
            }
            if (!conditions.isEmpty()) {
                rules.add("{"
                        + conditions.entrySet().stream()
                                .map(e -> e.getKey() + ": " + e.getValue())
                                .collect(Collectors.joining(", "))
                        + ", go: " + go(random, steps) + "}");
            }
        }
        if (rules.isEmpty() || random.nextInt(3) > 0) {
            rules.add("{else: " + go(random, steps) + "}");
        }
        return "{fork: [" + String.join(", ", rules) + "]}";
    }

    // ---- every path, one by one -------------------------------------------------------------------------------

    private record State(String step, Map<String, Object> answers) {}

    private static final class Walker {
        private final Flow flow;
        private final Map<State, Set<State>> ways = new LinkedHashMap<>();
        private final Set<State> stuck = new HashSet<>();
        private final Set<String> findings = new TreeSet<>();
        private final Set<String> firstToFit = new HashSet<>();
        private final Map<String, Integer> unsetForks = new HashMap<>();

        Walker(Flow flow) {
            this.flow = flow;
            State start = new State(flow.start().text(), Map.of());
            Deque<State> waiting = new ArrayDeque<>(List.of(start));
            ways.put(start, Set.of());
            while (!waiting.isEmpty()) {
                State state = waiting.removeFirst();
                Set<State> next = next(state);
                ways.put(state, next);
                next.stream()
                        .filter(other -> ways.putIfAbsent(other, Set.of()) == null)
                        .forEach(waiting::add);
            }
            shadowed();
            deadEnds(start);
            closed();
        }

        boolean reached(String number) {
            return ways.keySet().stream().anyMatch(state -> state.step().equals("s" + number));
        }

        Set<String> findings() {
            return findings;
        }

        private void find(String code, String step) {
            findings.add(code + " " + step.substring(1));
        }

        private Set<State> next(State state) {
            Step step = flow.steps().get(state.step());
            Uses.used(step).keySet().stream()
                    .filter(name -> !state.answers().containsKey(name))
                    .forEach(name -> find("unset-answer", step.name()));
            if (step instanceof SayStep say) {
                return Set.of(new State(say.next().text(), state.answers()));
            }
            if (step instanceof RunStep run) {
                return run.flow().text().equals("gir")
                        ? Set.of()
                        : Set.of(new State(run.next().text(), state.answers()));
            }
            if (step instanceof HandoffStep handoff) {
                return Set.of(new State(handoff.closed().text(), state.answers()));
            }
            Set<State> next = new LinkedHashSet<>();
            if (step instanceof AskStep ask) {
                for (Object kept : kept(ask.domain())) {
                    String go = ask.next().after(kept);
                    if (go == null) {
                        find("answer-uncovered", step.name());
                        stuck.add(state);
                    } else {
                        Map<String, Object> answers = new HashMap<>(state.answers());
                        answers.put(step.name(), kept);
                        next.add(new State(go, answers));
                    }
                }
            } else if (step instanceof ForkStep fork) {
                fork(fork, state, next);
            }
            return next;
        }

        private void fork(ForkStep fork, State state, Set<State> next) {
            boolean unset = false;
            for (int i = 0; i < fork.rules().size(); i++) {
                ForkStep.Rule rule = fork.rules().get(i);
                boolean fits = true;
                for (ForkStep.Condition condition : rule.conditions()) {
                    Object answer = state.answers().get(condition.step().text());
                    if (fits && answer == null) {
                        unset = true;
                        unsetForks.merge(fork.name(), i, Math::min);
                        find("unset-answer", fork.name());
                    }
                    fits &= answer != null
                            && condition.values().stream()
                                    .anyMatch(value -> value.match().fits(answer));
                }
                if (fits) {
                    if (!unset) {
                        firstToFit.add(fork.name() + "#" + i);
                    }
                    next.add(new State(rule.go().text(), state.answers()));
                    return;
                }
            }
            stuck.add(state);
            if (!unset) {
                find("answer-uncovered", fork.name());
            }
        }

        private static List<Object> kept(Domain domain) {
            List<Object> kept = new ArrayList<>();
            if (domain.kind() == Kind.MULTI) {
                List<String> values = List.copyOf(domain.choices().keySet());
                for (int set = 1; set < 1 << values.size(); set++) {
                    List<String> chosen = new ArrayList<>();
                    for (int i = 0; i < values.size(); i++) {
                        if ((set >> i & 1) == 1) {
                            chosen.add(values.get(i));
                        }
                    }
                    kept.add(chosen);
                }
            } else {
                kept.addAll(Watched.answers(domain));
            }
            if (domain.optional()) {
                kept.add(Answer.SKIPPED);
            }
            return kept;
        }

        private void shadowed() {
            for (Step step : flow.steps().values()) {
                if (step instanceof ForkStep fork && reached(fork.name().substring(1))) {
                    for (int i = 0;
                            i
                                    < unsetForks.getOrDefault(
                                            fork.name(), fork.rules().size());
                            i++) {
                        if (!firstToFit.contains(fork.name() + "#" + i)) {
                            find("answer-shadowed", fork.name());
                        }
                    }
                } else if (step instanceof AskStep ask && reached(ask.name().substring(1))) {
                    List<Object> left = new ArrayList<>(kept(ask.domain()));
                    for (Next.Rule rule : ask.next().rules()) {
                        if (!left.removeIf(rule.match()::fits)) {
                            find("answer-shadowed", ask.name());
                        }
                    }
                }
            }
        }

        private void deadEnds(State start) {
            Set<State> finishing = new HashSet<>(stuck);
            ways.keySet().stream()
                    .filter(state -> {
                        Step step = flow.steps().get(state.step());
                        return step instanceof EndStep
                                || step instanceof HandoffStep
                                || (step instanceof RunStep run
                                        && run.flow().text().equals("gir"));
                    })
                    .forEach(finishing::add);
            boolean news = true;
            while (news) {
                news = finishing.addAll(ways.keySet().stream()
                        .filter(state -> ways.get(state).stream().anyMatch(finishing::contains))
                        .toList());
            }
            for (Step step : flow.steps().values()) {
                List<State> here = ways.keySet().stream()
                        .filter(state -> state.step().equals(step.name()))
                        .toList();
                boolean all = !here.isEmpty() && here.stream().noneMatch(finishing::contains);
                boolean walkedInto = here.stream()
                        .filter(state -> !finishing.contains(state))
                        .anyMatch(state -> state.equals(start)
                                || finishing.stream()
                                        .anyMatch(before -> ways.get(before).contains(state)));
                if (all || walkedInto) {
                    find("dead-end", step.name());
                }
            }
        }

        private void closed() {
            for (Step step : flow.steps().values()) {
                if (step instanceof HandoffStep && reached(step.name().substring(1))) {
                    Set<State> seen = new HashSet<>();
                    Deque<State> waiting = new ArrayDeque<>();
                    ways.forEach((state, next) -> {
                        if (state.step().equals(step.name())) {
                            waiting.addAll(next);
                        }
                    });
                    boolean ends = false;
                    boolean another = false;
                    while (!waiting.isEmpty()) {
                        State state = waiting.removeFirst();
                        Step at = flow.steps().get(state.step());
                        ends |= at instanceof EndStep;
                        another |= at instanceof HandoffStep
                                || (at instanceof RunStep run
                                        && run.flow().text().equals("gir"));
                        if (seen.add(state) && !(at instanceof HandoffStep)) {
                            waiting.addAll(ways.get(state));
                        }
                    }
                    if (!ends && another) {
                        find("no-closed-way", step.name());
                    }
                }
            }
        }

        /** The steps of states that come back to themselves without a question. */
        Set<String> looping() {
            Set<String> looping = new TreeSet<>();
            for (State from : ways.keySet()) {
                Set<State> seen = new HashSet<>();
                Deque<State> waiting = new ArrayDeque<>(List.of(from));
                while (!waiting.isEmpty()) {
                    State state = waiting.removeFirst();
                    Step step = flow.steps().get(state.step());
                    boolean asks = step instanceof AskStep
                            || (step instanceof RunStep run && run.flow().text().equals("spor"));
                    if (!asks) {
                        ways.get(state).stream().filter(seen::add).forEach(waiting::add);
                    }
                }
                if (seen.contains(from)) {
                    looping.add(from.step());
                }
            }
            return looping;
        }
    }
}
