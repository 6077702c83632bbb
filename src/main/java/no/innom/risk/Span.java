package no.innom.risk;

/**
 * A stretch of the original text, in UTF-16 units as {@link String} and JavaScript count them.
 *
 * @param start the first unit
 * @param end the unit after the last, greater than {@code start}
 */
public record Span(int start, int end) {
    /** Refuses an empty or backward stretch. */
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("not a stretch of text: " + start + ".." + end);
        }
    }
}
