package no.innom.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What comes of starting a flow or answering it: all that its caller has to commit, in one piece.
 *
 * @param lines what to say, in order
 * @param state where the flow waits for an answer; null when the flow is over
 * @param handoff the queue to put the chat into; with a person on duty the flow is then over, without one it
 *     goes on at the step's {@code closed}, and {@code lines}, {@code state} and {@code ended} tell of that
 * @param ended whether the outermost flow came to an {@code end}
 * @param endedAt the step of that end; null where it did not come to one
 * @param counts answers to be counted
 * @param answers all that was answered so far, as {@link FlowState#answers()}, also where the state is null
 */
public record Sprint(
        List<Line> lines,
        @Nullable FlowState state,
        @Nullable String handoff,
        boolean ended,
        @Nullable String endedAt,
        List<Counted> counts,
        Map<String, Object> answers) {

    public Sprint {
        lines = List.copyOf(lines);
        counts = List.copyOf(counts);
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }
}
