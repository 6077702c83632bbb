package no.innom.flow;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Consumer;
import no.innom.yaml.Problem;
import org.jspecify.annotations.Nullable;

/** The people to reach, from {@code conf/directory.yaml}. */
public final class Directory {

    private Directory() {}

    /** Reads {@code directory.yaml} in the given folder; blocks. Problems are told; what can be read is kept. */
    public static Directory load(Path conf, Consumer<Problem> problems) {
        return new Directory();
    }

    /**
     * Whom to reach now when it is urgent: lines that are open at the moment, those that the category asks
     * for first, then 113.
     *
     * @param category of the risk, as in {@code risk.md}; null when there is none
     */
    public List<Contact> urgent(@Nullable String category, ZonedDateTime now, String language) {
        return List.of();
    }
}
