package no.innom.publishing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that is kept of a flow's versions.
 *
 * @param versions by number, the oldest first
 * @param agreed the number of the version that the file in the folder of flows agreed with when a server last read
 *     it; 0 when there has been no file
 */
public record History(List<Version> versions, int agreed) {
    /** A flow that nobody has published. */
    public static final History EMPTY = new History(List.of(), 0);

    private static final Comparator<Version> BEGAN_LAST =
            Comparator.comparing((Version version) -> version.times().from()).thenComparing(Version::number);

    public History {
        versions = List.copyOf(versions);
    }

    /** The version that is live at a moment: of those whose time it is, the one whose time began last. */
    public Optional<Version> live(Instant now) {
        return versions.stream().filter(version -> version.times().cover(now)).max(BEGAN_LAST);
    }

    /**
     * What somebody without a draft goes on writing from: the newest that was published after the live one and is
     * still to come; else the live one; else, where nothing is live, the newest.
     */
    public Optional<Version> toGoOnFrom(Instant now) {
        var live = live(now);
        int after = live.map(Version::number).orElse(0);
        var planned = versions.stream()
                .filter(version -> version.number() > after && version.isAhead(now))
                .max(Comparator.comparing(Version::number));
        return planned.or(() -> live)
                .or(() -> versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1)));
    }

    /** A version by its number. */
    public Optional<Version> version(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }

    /** The number that the next version gets. */
    public int next() {
        return versions.isEmpty() ? 1 : versions.get(versions.size() - 1).number() + 1;
    }
}
