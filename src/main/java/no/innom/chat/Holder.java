package no.innom.chat;

/**
 * The one person who may write in a chat.
 *
 * @param user the staff member's user name
 * @param name the name shown to the visitor
 * @param token grows with every claim of the chat: a write by a former holder bears an older one and is refused
 */
public record Holder(String user, String name, long token) {}
