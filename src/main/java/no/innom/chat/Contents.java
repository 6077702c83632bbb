package no.innom.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import no.innom.flow.FlowState;
import org.jspecify.annotations.Nullable;

/**
 * What the visitor has given of themselves, besides the messages. It is stored only under the chat's own key.
 *
 * @param nickname empty when there is none
 * @param flow where the flow stands, or null when none runs
 * @param answers the check-in answers by step, for the handover card
 * @param unanswered what the visitor said to the flow when the bot asked about a worrying hint instead of going on;
 *     null when the bot is not waiting for the answer to that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contents(
        String nickname,
        @Nullable FlowState flow,
        Map<String, Object> answers,
        @Nullable String unanswered) {

    /** Nothing given yet. */
    public static Contents of(String nickname) {
        return new Contents(nickname, null, Map.of(), null);
    }
}
