package no.innom.chat;

import java.time.Instant;

/**
 * What staff write to each other about a chat. The visitor never sees it.
 *
 * @param by the name that the writer shows
 */
public record Note(Instant at, String by, String text) {}
