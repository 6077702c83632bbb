package no.innom.publishing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import no.innom.duty.OpeningHours;
import no.innom.duty.Phrases;
import no.innom.flow.AvoidedWords;
import no.innom.flow.Directory;
import no.innom.yaml.Problem;
import org.jspecify.annotations.Nullable;

/** A file of settings that is written by people and published as flows are. */
public enum Paper {
    /** Whom the young people can reach. */
    DIRECTORY,
    /** What they asked not to meet. */
    WORDS,
    /** When somebody is expected to be there. */
    HOURS,
    /** What staff can begin from when they write. */
    PHRASES;

    /** Its name, as in a path and before {@code .yaml}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is called, by language. */
    public Map<String, String> title() {
        return switch (this) {
            case DIRECTORY -> titles("Hvem de unge kan nå", "Kven dei unge kan nå", "Who can be reached");
            case WORDS -> titles("Ord vi unngår", "Ord vi unngår", "Words we avoid");
            case HOURS -> titles("Åpningstider", "Opningstider", "Opening hours");
            case PHRASES -> titles("Ferdige setninger", "Ferdige setningar", "Canned sentences");
        };
    }

    /**
     * Reads a text as what the paper says: a {@link Directory}, {@link AvoidedWords}, {@link OpeningHours} or {@link
     * Phrases}, as far as can be, perhaps null; tells what is wrong.
     *
     * @param file what problems call the text
     */
    public @Nullable Object read(String file, String text, Consumer<Problem> problems) {
        return switch (this) {
            case DIRECTORY -> Directory.read(file, text, problems);
            case WORDS -> AvoidedWords.read(file, text, problems);
            case HOURS -> OpeningHours.read(file, text, problems);
            case PHRASES -> Phrases.read(file, text, problems);
        };
    }

    /** The paper of that name. */
    public static Optional<Paper> named(String id) {
        return Arrays.stream(values()).filter(paper -> paper.id().equals(id)).findFirst();
    }

    private static Map<String, String> titles(String nb, String nn, String en) {
        return Map.of("nb", nb, "nn", nn, "en", en);
    }
}
