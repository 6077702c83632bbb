package no.innom.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One sprint under way: from a start or an answer to the next question, handoff or end. Made for one call of
 * the engine, by one thread.
 */
final class Walk {

    /** Steps without a question before the walk is given up; the checker lets no such flow through. */
    private static final int MAX_STEPS = 1000;

    /** Flows that run each other at a time. */
    private static final int MAX_FRAMES = 16;

    private final Flows flows;
    private final Directory directory;
    private final Moment moment;
    private final Deque<Stand> stands = new ArrayDeque<>();
    private final Map<String, Object> earlier = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Counted> counts = new ArrayList<>();
    private @Nullable String handoff;
    /** The flow that was left last, once all are over: its answers are still wanted. */
    private @Nullable Stand last;

    private boolean ended;
    private boolean waiting;
    private @Nullable String endedAt;

    /** A flow under way, as a {@link FlowState.Frame} that can move. */
    private static final class Stand {
        final Flow flow;
        final Map<String, Object> answers;
        final Voice voice;
        String step;

        Stand(Flow flow, String step, Map<String, Object> answers, Moment moment, Directory directory) {
            this.flow = flow;
            this.step = step;
            this.answers = answers;
            this.voice = new Voice(flow, answers, moment, directory);
        }
    }

    Walk(Flows flows, Directory directory, Moment moment) {
        this.flows = flows;
        this.directory = directory;
        this.moment = moment;
    }

    /** Takes up a chat where it stands. */
    Walk(FlowState state, Flows flows, Directory directory, Moment moment) {
        this(flows, directory, moment);
        earlier.putAll(state.earlier());
        for (FlowState.Frame frame : state.frames()) {
            Flow flow = flows.version(frame.flow(), frame.version())
                    .orElseThrow(() -> new FlowFailedException(
                            "There is no version " + frame.version() + " of flow \"" + frame.flow() + "\"."));
            stands.addLast(new Stand(flow, frame.step(), new LinkedHashMap<>(frame.answers()), moment, directory));
        }
    }

    Sprint start(String id) {
        run(id);
        return toTheNextStop();
    }

    Sprint answer(Answer answer) {
        AskStep ask = asked();
        if (ask == null) {
            throw new FlowFailedException("The chat stands at no question.");
        }
        Object kept = answer.kept();
        String next = ask.next().after(kept);
        if (next == null) {
            throw new FlowFailedException(
                    "Step \"" + ask.name() + "\" of flow \"" + top().flow.id() + "\" has no way on for the answer.");
        }
        top().answers.put(ask.name(), kept);
        counts.addAll(ask.counted(answer));
        go(next);
        return toTheNextStop();
    }

    /** The question that waits; null where the state has none. */
    @Nullable AskStep asked() {
        Stand stand = stands.peekLast();
        return stand != null && stand.flow.steps().get(stand.step) instanceof AskStep ask ? ask : null;
    }

    /** The step at which the outermost flow ended; null where it did not. */
    @Nullable String endedAt() {
        return endedAt;
    }

    /** How the innermost flow speaks. */
    Voice voice() {
        return top().voice;
    }

    /** The answers of the innermost flow. */
    Map<String, Object> answers() {
        return top().answers;
    }

    void say(Texts texts, @Nullable Signpost contacts) {
        String text = top().voice.say(texts);
        List<Contact> shown = top().voice.contacts(contacts);
        if (!text.isBlank() || !shown.isEmpty()) {
            lines.add(new Line(text.isBlank() ? "…" : text, null, shown));
        }
    }

    void ask(AskStep step) {
        String text = top().voice.say(step.question());
        lines.add(new Line(text.isBlank() ? "…" : text, step.asked(top().voice), List.of()));
        waiting = true;
    }

    void go(String step) {
        top().step = step;
    }

    void run(String id) {
        Flow flow = flows.live(id).orElseThrow(() -> new FlowFailedException("There is no flow \"" + id + "\"."));
        if (stands.size() >= MAX_FRAMES) {
            throw new FlowFailedException("More than " + MAX_FRAMES + " flows run each other.");
        }
        stands.addLast(new Stand(flow, flow.start().text(), new LinkedHashMap<>(), moment, directory));
    }

    /** A handoff ends the flows that run this one, too; only what it says when closed is left of them. */
    void handOff(String queue, @Nullable String closed) {
        handoff = queue;
        while (stands.size() > 1) {
            remember(stands.removeFirst());
        }
        if (moment.open() || closed == null) {
            last = top();
            stands.clear();
        } else {
            go(closed);
        }
    }

    void end() {
        Stand over = stands.removeLast();
        if (stands.isEmpty()) {
            last = over;
            endedAt = over.step;
            ended = true;
            return;
        }
        remember(over);
        if (top().flow.steps().get(top().step) instanceof RunStep run) {
            go(run.next().text());
        } else {
            throw new FlowFailedException(
                    "Step \"" + top().step + "\" of flow \"" + top().flow.id() + "\" runs no other flow.");
        }
    }

    private void remember(Stand over) {
        over.answers.forEach((step, answer) -> {
            if (!answer.equals(Answer.SKIPPED)) {
                earlier.put(over.flow.id() + "." + step, answer);
            }
        });
    }

    private Sprint toTheNextStop() {
        for (int steps = 0; !waiting && !stands.isEmpty(); steps++) {
            Step step = top().flow.steps().get(top().step);
            if (step == null) {
                throw new FlowFailedException("Flow \"" + top().flow.id() + "\" has no step \"" + top().step + "\".");
            }
            if (steps > MAX_STEPS) {
                throw new FlowFailedException("Flow \"" + top().flow.id() + "\" talks without end.");
            }
            step.enter(this);
        }
        FlowState state = state();
        return new Sprint(lines, waiting ? state : null, handoff, ended, endedAt, counts, state.answers());
    }

    private FlowState state() {
        List<Stand> all = last == null ? List.copyOf(stands) : List.of(last);
        List<FlowState.Frame> frames = all.stream()
                .map(stand -> new FlowState.Frame(stand.flow.id(), stand.flow.version(), stand.step, stand.answers))
                .toList();
        return new FlowState(frames, earlier);
    }

    private Stand top() {
        Stand stand = stands.peekLast();
        if (stand == null) {
            throw new FlowFailedException("No flow is under way.");
        }
        return stand;
    }
}
