package no.innom.cli;

/** A command cannot do what was asked. The message says why and what to do; the status is 1. */
final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    FailedException(String sentence) {
        super(sentence);
    }
}
