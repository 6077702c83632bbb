package no.innom.escalation;

import java.util.Set;
import no.innom.duty.Role;

/**
 * A queue of waiting chats.
 *
 * @param id as flows and staff name it
 * @param roles who may take chats from it
 */
public record Queue(String id, Set<Role> roles) {}
