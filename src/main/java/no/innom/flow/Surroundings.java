package no.innom.flow;

import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a flow is checked against.
 *
 * @param others the other flows by id; null for one that exists and cannot be read
 * @param directory whom flows can point to
 * @param words what young people asked not to meet
 * @param queues the ids of the queues
 * @param now for what depends on the time, in the service's own zone
 */
public record Surroundings(
        Map<String, @Nullable Flow> others,
        Directory directory,
        AvoidedWords words,
        Set<String> queues,
        ZonedDateTime now) {

    /** A flow that exists and can be read. */
    Optional<Flow> flow(String id) {
        return Optional.ofNullable(others.get(id));
    }

    /** The ids of the flows that exist. */
    Set<String> flows() {
        return new LinkedHashSet<>(others.keySet());
    }
}
