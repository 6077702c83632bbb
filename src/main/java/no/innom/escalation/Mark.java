package no.innom.escalation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a staff member says that the lexicon got wrong. It is kept without the chat: no id, nobody's name, and the sentence
 * only where the marker has confirmed that nobody could be known from it.
 *
 * @param as {@code false_alarm} or {@code missed}
 * @param level what the scanner had found
 * @param category what it was about: the scanner's word for a false alarm, the marker's for a missed one
 * @param rules the rules that had matched
 * @param sentence what was written; null without the marker's word for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mark(
        Instant at,
        String as,
        String level,
        @Nullable String category,
        List<String> rules,
        String language,
        @Nullable String sentence) {
    /** What a mark can say. */
    public static final List<String> KINDS = List.of("false_alarm", "missed");
}
