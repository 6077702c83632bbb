package no.innom.flow;

import org.jspecify.annotations.Nullable;

/**
 * Somebody to reach, every text in the chat's language: the wire's contact.
 *
 * @param hours when, in words
 * @param about what it is and for whom
 */
public record Contact(
        String name,
        @Nullable String phone,
        @Nullable String url,
        @Nullable String hours,
        @Nullable String about) {}
