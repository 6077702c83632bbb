package no.innom.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import no.innom.chat.ChatId;
import no.innom.chat.Envelope;
import no.innom.risk.Level;
import org.jspecify.annotations.Nullable;

/**
 * Who is taken first: the level, then the first waiting time. So that nobody starves behind graver ones that keep
 * coming, a chat counts as one level higher for each full {@code ageing} that it has waited, and as {@code high} at
 * most: life in danger comes before any waiting time. The level that staff see stays what it is.
 *
 * @param ageing null for never
 */
public record Order(@Nullable Duration ageing) {
    /** What waiting alone brings, step by step. */
    private static final List<Level> LADDER = List.of(Level.NONE, Level.WATCH, Level.HIGH);

    /** How it is at that moment. Compare only with one of the same moment: the order changes with time. */
    public Comparator<Map.Entry<ChatId, Envelope>> at(Instant now) {
        return Comparator.<Map.Entry<ChatId, Envelope>, Level>comparing(
                        e -> countsAs(e.getValue(), now), Comparator.reverseOrder())
                .thenComparing(e -> since(e.getValue()))
                .thenComparing(e -> e.getKey().value());
    }

    /** The level that the chat counts as. */
    Level countsAs(Envelope envelope, Instant now) {
        var level = envelope.level();
        int rung = LADDER.indexOf(level);
        if (ageing == null || rung < 0) {
            return level;
        }
        long steps = Math.max(0, Duration.between(since(envelope), now).dividedBy(ageing));
        return LADDER.get((int) Math.min(LADDER.size() - 1L, rung + steps));
    }

    private static Instant since(Envelope envelope) {
        var spot = envelope.spot();
        return spot == null ? envelope.begun() : spot.since();
    }
}
