package no.innom.flow;

/**
 * One of the answers that a question offers.
 *
 * @param value what is sent, kept and counted
 * @param label what the visitor sees, in the chat's language
 */
public record Choice(String value, String label) {}
