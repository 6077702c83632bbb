package no.innom.risk;

import java.time.Instant;

/**
 * A message that the same visitor wrote before.
 *
 * @param text what was written
 * @param at when it was written
 * @param level what it carried by itself
 */
public record Earlier(String text, Instant at, Level level) {}
