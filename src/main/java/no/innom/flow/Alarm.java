package no.innom.flow;

import java.util.List;
import java.util.Optional;

/** What free text comes to before a flow sees it: risk ends the flow at once. */
@FunctionalInterface
public interface Alarm {
    /** Nothing that is written is risky. */
    Alarm NONE = (said, fromWatch) -> Optional.empty();

    /**
     * The queue that a text brings its chat to; empty where the talk goes on.
     *
     * @param said all that the visitor has written in free text, the newest last; never empty
     * @param fromWatch whether a flow that is under way hands over earlier than usual
     */
    Optional<String> queue(List<String> said, boolean fromWatch);
}
