package no.innom.escalation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.innom.risk.Level;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all queues, from {@code conf/queues.yaml}. What the file does not name is off.
 *
 * @param steps deadlines for the levels that have other ones than the settings
 * @param ageing after each such time of waiting a chat counts as one level higher, see {@link Order}; null for never
 * @param weights how many seats a chat of that level takes of the person who holds it; 1 where it is not named
 * @param secondLine the levels for which the second line is called
 * @param remind a visitor's message has gone unanswered for so long: its holder is reminded; null for never
 * @param offer it has gone unanswered for so long that the chat is offered to others; null when {@code remind} is
 */
public record Rules(
        Map<Level, List<Duration>> steps,
        @Nullable Duration ageing,
        Map<Level, Integer> weights,
        Set<Level> secondLine,
        @Nullable Duration remind,
        @Nullable Duration offer) {

    /** The settings' deadlines for all, every chat one seat, the second line for every level, nobody reminded. */
    public static final Rules PLAIN = new Rules(Map.of(), null, Map.of(), Set.of(Level.values()), null, null);

    /** How many seats a chat of that level takes. */
    public int weight(Level level) {
        return weights.getOrDefault(level, 1);
    }

    /** Who is taken first. */
    public Order order() {
        return new Order(ageing);
    }
}
