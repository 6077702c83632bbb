package no.innom.flow;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a chat stands in its flows. Small; to and from JSON with Jackson as it is.
 *
 * @param frames the flows under way, the outermost first; the last one's step is the question that waits
 * @param earlier answers given in flows that are over, by {@code flow.step}, for the handover card
 */
public record FlowState(
        List<Frame> frames,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> earlier) {

    /**
     * A flow under way.
     *
     * @param version the version that the chat began with
     * @param step the step it stands at
     * @param answers by step: a text, a whole number, a list of values, or "" for a question that was skipped
     */
    public record Frame(
            String flow,
            int version,
            String step,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> answers) {

        /** Takes a missing map, as JSON leaves out an empty one. */
        @SuppressWarnings("NullAway")
        public Frame {
            answers = copy(answers);
        }
    }

    /** Takes a missing map, as JSON leaves out an empty one. */
    @SuppressWarnings("NullAway")
    public FlowState {
        frames = List.copyOf(frames);
        earlier = copy(earlier);
    }

    /**
     * The answers by step, in the order of the flows: texts, whole numbers, lists of values. A skipped
     * question is left out. An answer from a flow that is over stands under {@code flow.step}.
     */
    @JsonIgnore
    public Map<String, Object> answers() {
        Map<String, Object> all = new LinkedHashMap<>(earlier);
        for (Frame frame : frames) {
            frame.answers().forEach((step, answer) -> {
                if (!answer.equals(Answer.SKIPPED)) {
                    String key = all.containsKey(step) ? frame.flow() + "." + step : step;
                    all.put(key, answer);
                }
            });
        }
        return all;
    }

    @SuppressWarnings("NullAway")
    private static Map<String, Object> copy(Map<String, Object> answers) {
        return answers == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }
}
