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
 * @param alarm what the free texts of examples come to
 */
public record Surroundings(
        Map<String, @Nullable Flow> others,
        Directory directory,
        AvoidedWords words,
        Set<String> queues,
        ZonedDateTime now,
        Alarm alarm) {

    /** Where the free texts of examples are taken for harmless. */
    public Surroundings(
            Map<String, @Nullable Flow> others,
            Directory directory,
            AvoidedWords words,
            Set<String> queues,
            ZonedDateTime now) {
        this(others, directory, words, queues, now, Alarm.NONE);
    }

    /** A flow that exists and can be read. */
    Optional<Flow> flow(String id) {
        return Optional.ofNullable(others.get(id));
    }

    /** The ids of the flows that exist. */
    Set<String> flows() {
        return new LinkedHashSet<>(others.keySet());
    }
}
