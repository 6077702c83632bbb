package no.innom.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody probably meant. */
public final class Nearest {

    private Nearest() {}

    /**
     * The allowed name that is nearest to a wrong one, where one is near enough to be worth suggesting: one
     * edit for each three letters, at least one. The same question always has the same answer.
     */
    public static Optional<String> to(String wrong, Collection<String> allowed) {
        String lower = wrong.toLowerCase(Locale.ROOT);
        int reach = Math.max(1, (lower.length() + 1) / 3);
        LevenshteinDistance distance = new LevenshteinDistance(reach);
        record Candidate(String name, int edits) {}
        return allowed.stream()
                .map(name -> new Candidate(name, distance.apply(lower, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.edits() >= 0)
                .min(Comparator.comparingInt(Candidate::edits).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** {@code  Did you mean "x"?} with a space before it, or nothing: to end an error sentence with. */
    public static String hint(String wrong, Collection<String> allowed) {
        return to(wrong, allowed).map(name -> " Did you mean \"" + name + "\"?").orElse("");
    }
}
