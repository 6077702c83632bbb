package no.innom.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import no.innom.risk.Category;
import no.innom.risk.Level;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in the clear about a chat: nothing that anybody wrote.
 *
 * @param closing whether the flow that runs is the closing flow, whose end closes the chat
 * @param language the chat's language, such as {@code nb}
 * @param flow the flow that it began with
 * @param version that flow's version; 0 where it is not known
 * @param lastWord when anybody last wrote in it
 * @param seq the number of its last message
 * @param notes how many notes it has
 * @param level the highest risk found so far; only a named person lowers it
 * @param spot its place in a queue, now or before it was taken
 * @param holder who holds it, while it is {@link Status#HUMAN}
 * @param tokens how many times it has been claimed
 * @param clocks what falls due, and when
 * @param summons how it stands with calling the second line, since it entered its queue
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Envelope(
        Status status,
        boolean closing,
        String language,
        String flow,
        int version,
        Instant begun,
        Instant lastWord,
        long seq,
        int notes,
        Level level,
        @Nullable Category category,
        @Nullable Spot spot,
        @Nullable Holder holder,
        long tokens,
        Map<Clock, Instant> clocks,
        @Nullable Summons summons) {

    /** The same after more was said in it. */
    public Envelope spoken(long lastSeq, Instant at) {
        return new Envelope(
                status, closing, language, flow, version, begun, at, lastSeq, notes, level, category, spot, holder,
                tokens, clocks, summons);
    }

    /** Whether it stands in a queue at this moment. */
    public boolean waiting() {
        return status == Status.WAITING;
    }

    /** Until when the holder, who has been reminded, can answer before the chat is offered to others; null when not. */
    public @Nullable Instant reminded() {
        return clocks.containsKey(Clock.REMIND) ? null : clocks.get(Clock.OFFER);
    }

    /** Whether risk has been found that calls for a person. */
    public boolean atRisk() {
        return level.compareTo(Level.HIGH) >= 0;
    }
}
