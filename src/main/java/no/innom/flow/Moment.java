package no.innom.flow;

import java.time.ZonedDateTime;

/**
 * What the engine must be told about here and now.
 *
 * @param now the time, in the service's own zone (it decides which lines are open)
 * @param open whether a person is on duty
 * @param language the chat's language, such as {@code nb}; a flow that lacks it speaks its first
 * @param nickname what the visitor wants to be called; empty when there is none
 */
public record Moment(ZonedDateTime now, boolean open, String language, String nickname) {}
