package no.innom.publishing;

import java.time.Instant;

/**
 * A link by which a youth panel reads and tries a flow without an account, says what it thinks and votes.
 *
 * @param token whoever has it may; it is drawn at random
 * @param by the user who made it
 * @param expires afterwards it leads nowhere
 */
public record PanelLink(String token, String flow, String by, Instant at, Instant expires) {}
