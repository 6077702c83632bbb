package no.innom.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import no.innom.yaml.Place;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlList;
import no.innom.yaml.YamlMap;
import no.innom.yaml.YamlNode;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * Plays a flow's examples, with a person on duty, and tells where one goes otherwise than it says. Each answer is
 * given the first time that its question comes; an optional question without an answer is skipped, unless the
 * example expects to wait there. What is no answer to its question is free text, as a visitor may write at any time;
 * free text that is risky ends the flow, and an example may expect the queue for that. Where it expects anything else
 * its words are taken for harmless: a lexicon that has learnt another word is to take no talk away from those who need
 * it.
 */
final class ExampleCheck {

    /** Answers before an example counts as going round. */
    private static final int MAX_ANSWERS = 200;

    private final Flow flow;
    private final Flows flows;
    private final Directory directory;
    private final Surroundings around;
    private final Consumer<Problem> problems;

    ExampleCheck(Flow flow, Surroundings around, Consumer<Problem> problems) {
        this.flow = flow;
        this.around = around;
        this.directory = around.directory();
        this.problems = problems;
        this.flows = new Flows() {
            @Override
            public Optional<Flow> live(String id) {
                return id.equals(flow.id()) ? Optional.of(flow) : around.flow(id);
            }

            @Override
            public Optional<Flow> version(String id, int version) {
                return live(id);
            }
        };
    }

    void run() {
        flow.examples().forEach(this::play);
    }

    /** Tells where an example goes otherwise than it says. */
    void play(Example example) {
        Moment moment = new Moment(around.now(), true, example.language(), "");
        Set<String> used = new HashSet<>();
        List<String> said = new ArrayList<>();
        try {
            Walk walk = new Walk(flows, directory, moment);
            Sprint sprint = walk.start(flow.id());
            for (int answers = 0; sprint.state() != null; answers++) {
                AskStep ask = walk.asked();
                if (ask == null || answers > MAX_ANSWERS) {
                    fails(example, example.place(), "it goes round and round and comes to no end");
                    return;
                }
                YamlMap.Entry given = used.add(ask.name()) ? example.answers().get(ask.name()) : null;
                if (given == null && (!ask.domain().optional() || expectedAt(example, ask))) {
                    waitsAt(example, ask);
                    return;
                }
                Answer answer = given == null ? new Answer.Skipped() : answer(ask.asked(walk.voice()), given.value());
                String text = given == null ? null : freeText(answer, given.value());
                if (text != null) {
                    said.add(text);
                    String queue = queue(said, sprint);
                    if (queue != null && expectsQueue(example, queue)) {
                        return;
                    }
                }
                if (answer == null) {
                    fails(
                            example,
                            given == null ? example.place() : given.value().place(),
                            "this answer cannot be given to \"" + ask.name() + "\"");
                    return;
                }
                walk = new Walk(sprint.state(), flows, directory, moment);
                sprint = walk.answer(answer);
            }
            over(example, sprint, walk);
        } catch (FlowFailedException e) {
            fails(example, example.place(), "it comes to a stop: " + e.getMessage());
        }
    }

    /** What a visitor has written in words of their own; null where it is an answer that was offered. */
    private static @Nullable String freeText(@Nullable Answer answer, YamlNode node) {
        boolean words = answer == null || answer instanceof Answer.Text;
        return words && node instanceof YamlText text && !text.text().isBlank() ? text.text() : null;
    }

    /** The queue that the last of these texts brings the chat to; null where the flow goes on. */
    private @Nullable String queue(List<String> said, Sprint sprint) {
        FlowState state = sprint.state();
        boolean fromWatch = state != null
                && state.frames().stream()
                        .map(frame -> flows.version(frame.flow(), frame.version()))
                        .anyMatch(one -> one.isPresent() && one.get().handOffFromWatch());
        return around.alarm().queue(said, fromWatch).orElse(null);
    }

    private static boolean expectsQueue(Example example, String queue) {
        return example.outcome() == Example.Outcome.HANDOFF
                && example.expected().text().equals(queue);
    }

    private static boolean expectedAt(Example example, AskStep ask) {
        return example.outcome() == Example.Outcome.AT
                && example.expected().text().equals(ask.name());
    }

    private void waitsAt(Example example, AskStep ask) {
        if (!expectedAt(example, ask)) {
            fails(
                    example,
                    example.expected().place(),
                    "it waits at \"" + ask.name() + "\", which has no answer in the example");
        }
    }

    private void over(Example example, Sprint sprint, Walk walk) {
        String expected = example.expected().text();
        if (sprint.handoff() != null) {
            if (example.outcome() != Example.Outcome.HANDOFF || !expected.equals(sprint.handoff())) {
                fails(example, example.expected().place(), "it hands over to \"" + sprint.handoff() + "\"");
            }
        } else if (example.outcome() != Example.Outcome.END || !expected.equals(walk.endedAt())) {
            fails(example, example.expected().place(), "it ends at \"" + walk.endedAt() + "\"");
        }
    }

    /** An answer as the example writes it; null where the question does not take it. */
    private static @Nullable Answer answer(Ask ask, YamlNode node) {
        List<String> said = new ArrayList<>();
        List<YamlNode> items = node instanceof YamlList list ? list.items() : List.of(node);
        for (YamlNode item : items) {
            if (!(item instanceof YamlText text)) {
                return null;
            }
            said.add(text.text());
        }
        try {
            if (said.equals(List.of("skipped"))) {
                return Answer.read(ask, null);
            }
            if (ask.kind() == Kind.MULTI) {
                return Answer.read(ask, said);
            }
            if (said.size() != 1) {
                return null;
            }
            return Answer.read(ask, ask.kind() == Kind.SCALE ? (Object) Integer.valueOf(said.get(0)) : said.get(0));
        } catch (BadAnswerException | NumberFormatException e) {
            return null;
        }
    }

    private void fails(Example example, Place place, String instead) {
        String expected =
                switch (example.outcome()) {
                    case HANDOFF -> "a handoff to \"" + example.expected().text() + "\"";
                    case END -> "an end at \"" + example.expected().text() + "\"";
                    case AT -> "to wait at \"" + example.expected().text() + "\"";
                };
        problems.accept(Problem.error(
                place,
                "example-fails",
                "The example \"" + example.name() + "\" expects " + expected + ", but " + instead
                        + ". Mend the flow or the example."));
    }
}
