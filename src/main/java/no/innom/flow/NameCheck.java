package no.innom.flow;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import no.innom.yaml.Nearest;
import no.innom.yaml.Place;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlMap;
import no.innom.yaml.YamlText;

/** Every step, flow, queue and contact that a flow names must exist. */
final class NameCheck {

    private final Flow flow;
    private final Surroundings around;
    private final Consumer<Problem> problems;

    NameCheck(Flow flow, Surroundings around, Consumer<Problem> problems) {
        this.flow = flow;
        this.around = around;
        this.problems = problems;
    }

    void run() {
        step(flow.start(), "\"start\" names");
        for (Step step : flow.steps().values()) {
            String what = "Step \"" + step.name() + "\" ";
            step.goesTo().forEach(go -> step(go, what + "goes on to"));
            Uses.used(step).forEach((name, text) -> used(name, text, what));
            if (step instanceof RunStep run) {
                flow(run, what);
            } else if (step instanceof HandoffStep handoff) {
                queue(handoff.queue(), what + "hands over to the queue");
            } else if (step instanceof SayStep say && say.contacts() != null) {
                contacts(say.contacts(), what);
            } else if (step instanceof EndStep end && end.contacts() != null) {
                contacts(end.contacts(), what);
            }
        }
        flow.examples().forEach(this::example);
    }

    private void step(YamlText name, String how) {
        missing("no-such-step", name, how, "step", flow.steps().keySet());
    }

    private void used(String name, YamlText text, String what) {
        if (name.equals("nickname") || flow.steps().get(name) instanceof AskStep) {
            return;
        }
        Step other = flow.steps().get(name);
        if (other == null) {
            Set<String> allowed = new LinkedHashSet<>();
            flow.steps().values().stream().filter(AskStep.class::isInstance).forEach(step -> allowed.add(step.name()));
            allowed.add("nickname");
            missing(
                    "no-such-step",
                    new YamlText(text.place(), name),
                    what + "says {" + name + "}, the answer to",
                    "step",
                    allowed);
        } else if (!(other instanceof BrokenStep)) {
            problems.accept(Problem.error(
                    text.place(),
                    "bad-value",
                    what + "says {" + name + "}, and \"" + name
                            + "\" asks nothing. Put the name of a step that asks between the braces."));
        }
    }

    private void flow(RunStep run, String what) {
        String id = run.flow().text();
        if (!id.equals(flow.id())) {
            missing("no-such-flow", run.flow(), what + "runs", "flow", around.flows());
        }
    }

    private void queue(YamlText queue, String how) {
        missing("no-such-queue", queue, how, "queue", around.queues());
    }

    private void contacts(Signpost signpost, String what) {
        signpost.ids()
                .forEach(id -> missing(
                        "no-such-contact",
                        id,
                        what + "points to",
                        "contact in the directory",
                        around.directory().ids()));
        for (YamlText topic : signpost.topics()) {
            if (Signpost.step(topic.text()) == null) {
                missing(
                        "no-such-contact",
                        topic,
                        what + "points to whoever knows about",
                        "such topic in the directory",
                        around.directory().topics());
            }
        }
    }

    private void example(Example example) {
        Set<String> known = new LinkedHashSet<>(flow.steps().keySet());
        Set<String> asked = new LinkedHashSet<>();
        collect(flow, asked, new LinkedHashSet<>());
        String what = "The example \"" + example.name() + "\" ";
        known.addAll(asked);
        for (Map.Entry<String, YamlMap.Entry> answer : example.answers().entrySet()) {
            YamlText key = answer.getValue().key();
            missing("no-such-step", key, what + "answers", "step", known);
            if (flow.steps().containsKey(key.text()) && !isQuestion(key.text()) && !asked.contains(key.text())) {
                bad(key.place(), what + "answers \"" + key.text() + "\", which asks nothing.");
            }
        }
        switch (example.outcome()) {
            case HANDOFF -> queue(example.expected(), what + "expects the queue");
            case END -> {
                step(example.expected(), what + "expects to end at");
                Step step = flow.steps().get(example.expected().text());
                if (step != null && !(step instanceof EndStep) && !(step instanceof BrokenStep)) {
                    bad(
                            example.expected().place(),
                            what + "expects to end at \"" + step.name() + "\", which is no \"end\".");
                }
            }
            case AT -> {
                missing("no-such-step", example.expected(), what + "expects to be at", "step", known);
                String at = example.expected().text();
                if (flow.steps().containsKey(at) && !isQuestion(at) && !asked.contains(at)) {
                    bad(example.expected().place(), what + "expects to wait at \"" + at + "\", which asks nothing.");
                }
            }
        }
    }

    private boolean isQuestion(String step) {
        Step found = flow.steps().get(step);
        return found instanceof AskStep || found instanceof BrokenStep;
    }

    /** The questions of a flow and of all that it runs. */
    private void collect(Flow from, Set<String> asked, Set<String> seen) {
        if (!seen.add(from.id())) {
            return;
        }
        for (Step step : from.steps().values()) {
            if (step instanceof AskStep) {
                asked.add(step.name());
            } else if (step instanceof RunStep run) {
                around.flow(run.flow().text()).ifPresent(other -> collect(other, asked, seen));
            }
        }
    }

    private void bad(Place place, String sentence) {
        problems.accept(Problem.error(place, "bad-value", sentence));
    }

    private void missing(String code, YamlText name, String how, String what, Collection<String> allowed) {
        if (allowed.contains(name.text())) {
            return;
        }
        Optional<String> near = Nearest.to(name.text(), allowed);
        String few = allowed.isEmpty() || allowed.size() > 12
                ? ""
                : " There " + (allowed.size() == 1 ? "is" : "are") + ": " + String.join(", ", List.copyOf(allowed))
                        + ".";
        problems.accept(Problem.error(
                name.place(),
                code,
                how + " \"" + name.text() + "\", and there is no " + what + " of that name."
                        + near.map(found -> " Did you mean \"" + found + "\"?").orElse(few)));
    }
}
