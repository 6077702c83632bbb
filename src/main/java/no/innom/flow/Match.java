package no.innom.flow;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer is held against, in {@code next} and in {@code fork}. */
public sealed interface Match {

    /** {@code else}: every answer, also a skipped question. */
    record Any() implements Match {}

    /** {@code skipped}: the question was skipped. */
    record Skip() implements Match {}

    /** A choice's value. */
    record Value(String value) implements Match {}

    /** A number, or numbers from one to another. */
    record Range(int from, int to) implements Match {}

    /** How a number or a range of them is written: {@code 7}, {@code 0-2}, {@code -5--1}. */
    Pattern RANGE = Pattern.compile("(-?\\d{1,6})(?:\\s*-\\s*(-?\\d{1,6}))?");

    /** Whether a kept answer fits. */
    default boolean fits(Object kept) {
        if (this instanceof Any) {
            return true;
        }
        if (kept.equals(Answer.SKIPPED)) {
            return this instanceof Skip;
        }
        if (this instanceof Value value) {
            return kept instanceof List<?> values
                    ? values.contains(value.value())
                    : value.value().equals(kept);
        }
        return this instanceof Range range
                && kept instanceof Integer number
                && number >= range.from()
                && number <= range.to();
    }

    /** Reads a number or a range; empty where the text is neither, or runs backwards. */
    static Optional<Range> range(String text) {
        Matcher matcher = RANGE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(matcher.group(1));
        int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
        return from <= to ? Optional.of(new Range(from, to)) : Optional.empty();
    }
}
