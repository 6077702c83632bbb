package no.innom.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as the visitor gets it: the wire's {@code ask}, every text in the chat's language.
 *
 * @param step the step that asks, and under whose name the answer is kept
 * @param optional whether it can be skipped
 * @param why the text behind "Why do we ask?"
 * @param choices empty unless the kind is choice or multi
 * @param from the lowest number of a scale
 * @param to the highest number of a scale
 * @param low what the lowest number means
 * @param high what the highest number means
 * @param lines how many lines to give the text; a hint for the page
 * @param max how many characters the text may have; a hint for the page
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Ask(
        String step,
        Kind kind,
        @JsonInclude(JsonInclude.Include.ALWAYS) boolean optional,
        @Nullable String why,
        List<Choice> choices,
        @Nullable Integer from,
        @Nullable Integer to,
        @Nullable String low,
        @Nullable String high,
        @Nullable Integer lines,
        @Nullable Integer max) {

    /** Takes missing choices, as JSON leaves out an empty list. */
    @SuppressWarnings("NullAway")
    public Ask {
        choices = choices == null ? List.of() : List.copyOf(choices);
    }
}
