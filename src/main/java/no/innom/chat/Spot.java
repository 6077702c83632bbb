package no.innom.chat;

import java.time.Instant;

/**
 * A chat's place in a queue. It is kept while a person holds the chat, so that a chat that is let go comes back to
 * where it stood.
 *
 * @param queue the queue's id
 * @param since the first waiting time: what orders the queue within a level
 * @param entered when it came into the queue this time: what the deadlines are counted from
 * @param step how many deadlines were missed since it entered
 */
public record Spot(String queue, Instant since, Instant entered, int step) {}
