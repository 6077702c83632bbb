package no.innom.flow;

/**
 * An answer to be counted without the chat.
 *
 * @param name what is counted, such as {@code ventetid}
 * @param value a choice's value or a number; never free text
 */
public record Counted(String name, String value) {}
