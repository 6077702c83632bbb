package no.innom.chat;

import org.jspecify.annotations.Nullable;

/**
 * Why a chat is no longer in a queue.
 *
 * @param why as in {@code protocol.md}: {@code claimed}, {@code left}, {@code erased}, {@code moved}
 * @param by the staff member who took it
 */
public record Departure(String why, @Nullable String by) {}
