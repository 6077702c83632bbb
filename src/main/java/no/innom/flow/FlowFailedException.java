package no.innom.flow;

/** A chat's state no longer fits its flow. The caller then hands the chat over to a person. */
@SuppressWarnings("serial")
public final class FlowFailedException extends RuntimeException {

    /** @param message which flow and step, and what does not fit; never holds what a visitor wrote */
    public FlowFailedException(String message) {
        super(message);
    }
}
