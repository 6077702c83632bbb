package no.innom.escalation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.innom.duty.Role;
import no.innom.risk.Level;

/**
 * A queue of waiting chats.
 *
 * @param id as flows and staff name it
 * @param title what staff see it called, by language; empty where the file says nothing
 * @param roles who may take chats from it
 * @param steps deadlines of its own, for the levels that have such
 */
public record Queue(String id, Map<String, String> title, Set<Role> roles, Map<Level, List<Duration>> steps) {}
