package no.innom.escalation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import no.innom.chat.ChatId;
import no.innom.chat.Clock;
import no.innom.chat.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * What staff see of a chat that waits: nothing that the visitor wrote.
 *
 * @param level as in {@code protocol.md}
 * @param since the first waiting time
 * @param returning whether the visitor has come back with return words
 * @param deadline when the next ones are called
 * @param secondLine how it stands with calling the second line: {@code calling}, {@code sent}, {@code failed},
 *     {@code missing} when none is set up; absent when it is not to be called yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Card(
        String chat,
        String queue,
        String level,
        @Nullable String category,
        Instant since,
        String language,
        String flow,
        boolean returning,
        @Nullable Instant deadline,
        @Nullable String secondLine) {

    /** The card of a chat that has a place in a queue, now or before it was taken. */
    public static Card of(ChatId chat, Envelope envelope) {
        var spot = Objects.requireNonNull(envelope.spot(), "a chat with a card has a place");
        var category = envelope.category();
        var summons = envelope.summons();
        return new Card(
                chat.value(),
                spot.queue(),
                envelope.level().wire(),
                category == null ? null : category.wire(),
                spot.since(),
                envelope.language(),
                envelope.flow(),
                false,
                envelope.clocks().get(Clock.STEP),
                summons == null ? null : summons.state().wire());
    }
}
