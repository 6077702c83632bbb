package no.innom.flow;

/**
 * A flow as it was read: immutable.
 *
 * @param id the file's name without {@code .yaml}
 * @param version from 1; 0 for a draft that is not published
 */
public record Flow(String id, int version) {}
