package no.innom.yaml;

import java.util.Comparator;

/**
 * One thing to mend in a file that somebody wrote.
 *
 * @param code a short fixed name such as {@code unknown-field}, for scripts and for looking it up
 * @param sentence what is wrong and what to do, for a person who is no programmer; one line
 */
public record Problem(Place place, Severity severity, String code, String sentence) {

    /** From the top of a file to its end, errors before warnings at the same place. */
    public static final Comparator<Problem> IN_ORDER = Comparator.comparing(Problem::place)
            .thenComparing(Problem::severity)
            .thenComparing(Problem::code)
            .thenComparing(Problem::sentence);

    public static Problem error(Place place, String code, String sentence) {
        return new Problem(place, Severity.ERROR, code, sentence);
    }

    public static Problem warning(Place place, String code, String sentence) {
        return new Problem(place, Severity.WARNING, code, sentence);
    }

    /** As {@code innom check} prints it: {@code file:line:column: severity: code: sentence}. */
    @Override
    public String toString() {
        return place + ": " + severity.wire() + ": " + code + ": " + sentence;
    }
}
