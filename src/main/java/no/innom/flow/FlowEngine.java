package no.innom.flow;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Walks flows. Pure and thread-safe: the same question always has the same answer, and nothing is kept. */
public final class FlowEngine {

    private final Flows flows;
    private final Supplier<Directory> directory;
    private final Consumer<Sprint> told;

    public FlowEngine(Flows flows, Directory directory) {
        this(flows, () -> directory, sprint -> {});
    }

    /** @param directory as it is at the moment */
    public FlowEngine(Flows flows, Supplier<Directory> directory) {
        this(flows, directory, sprint -> {});
    }

    /** @param told is told of each sprint: for those who look on at a rehearsal */
    public FlowEngine(Flows flows, Supplier<Directory> directory, Consumer<Sprint> told) {
        this.flows = flows;
        this.directory = directory;
        this.told = told;
    }

    /**
     * Begins the live version of a flow.
     *
     * @throws FlowFailedException where there is no such flow, or it comes to no end and no question
     */
    public Sprint start(String flow, Moment moment) {
        return told(new Walk(flows, directory.get(), moment).start(flow));
    }

    /**
     * Answers the question that waits, and goes on to the next one, a handoff or the end.
     *
     * @throws FlowFailedException where the state no longer fits its flow, or the answer leads nowhere
     */
    public Sprint resume(FlowState state, Answer answer, Moment moment) {
        return told(new Walk(state, flows, directory.get(), moment).answer(answer));
    }

    private Sprint told(Sprint sprint) {
        told.accept(sprint);
        return sprint;
    }

    /** The question that waits, in the moment's language; empty where the state no longer fits its flow. */
    public Optional<Ask> asking(FlowState state, Moment moment) {
        try {
            Walk walk = new Walk(state, flows, directory.get(), moment);
            AskStep ask = walk.asked();
            return ask == null ? Optional.empty() : Optional.of(ask.asked(walk.voice()));
        } catch (FlowFailedException e) {
            return Optional.empty();
        }
    }

    /** The text of the question that waits, to ask it again; empty where the state no longer fits its flow. */
    public Optional<Line> askingAgain(FlowState state, Moment moment) {
        try {
            Walk walk = new Walk(state, flows, directory.get(), moment);
            AskStep ask = walk.asked();
            if (ask == null) {
                return Optional.empty();
            }
            return Optional.of(new Line(walk.voice().say(ask.question()), ask.asked(walk.voice()), List.of()));
        } catch (FlowFailedException e) {
            return Optional.empty();
        }
    }
}
