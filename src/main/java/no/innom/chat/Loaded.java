package no.innom.chat;

import org.jspecify.annotations.Nullable;

/**
 * A chat as the store has it.
 *
 * @param already the number that a message with the asked-for sender's id has, or null when there is none
 */
public record Loaded(Chat chat, @Nullable Long already) {}
