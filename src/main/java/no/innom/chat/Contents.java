package no.innom.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import no.innom.flow.FlowState;
import no.innom.risk.Earlier;
import org.jspecify.annotations.Nullable;

/**
 * What the visitor has given of themselves, besides the messages. It is stored only under the chat's own key.
 *
 * @param nickname empty when there is none
 * @param flow where the flow stands, or null when none runs
 * @param answers the check-in answers by step, for the handover card
 * @param recent the visitor's last messages, for risk that is spread over several
 * @param unanswered what the visitor said to the flow when the bot asked about a worrying hint instead of going on;
 *     null when the bot is not waiting for the answer to that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contents(
        String nickname,
        @Nullable FlowState flow,
        Map<String, Object> answers,
        List<Earlier> recent,
        @Nullable String unanswered) {

    /** Nothing given yet. */
    public static Contents of(String nickname) {
        return new Contents(nickname, null, Map.of(), List.of(), null);
    }
}
