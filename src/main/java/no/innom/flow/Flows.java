package no.innom.flow;

import java.util.Optional;

/** Where the engine finds its flows. Answers at once and from any thread: nothing here may block. */
public interface Flows {

    /** The version that new chats begin with; empty where there is no such flow. */
    Optional<Flow> live(String id);

    /** The version that a chat began with; empty where it is not known. */
    Optional<Flow> version(String id, int version);
}
