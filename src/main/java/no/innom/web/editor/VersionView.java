package no.innom.web.editor;

import java.time.Instant;
import java.util.List;
import no.innom.publishing.History;
import no.innom.publishing.Version;
import org.jspecify.annotations.Nullable;

/**
 * A version as it is told, without its text.
 *
 * @param author null for the file
 * @param chats how many talks are under way in it; null where nobody has counted
 */
record VersionView(
        int number,
        @Nullable String author,
        Instant at,
        String reason,
        Instant from,
        @Nullable Instant until,
        boolean withdrawn,
        boolean live,
        @Nullable Integer chats) {

    static VersionView of(Version version, History history, Instant now) {
        boolean live = history.live(now)
                .filter(one -> one.number() == version.number())
                .isPresent();
        var times = version.times();
        return new VersionView(
                version.number(),
                version.author(),
                version.at(),
                version.reason(),
                times.from(),
                times.until(),
                times.withdrawn(),
                live,
                null);
    }

    /** Every version of a flow, the newest first. */
    static List<VersionView> all(History history, Instant now) {
        return history.versions().stream()
                .map(version -> of(version, history, now))
                .sorted((one, other) -> Integer.compare(other.number(), one.number()))
                .toList();
    }

    /** Those that are still to come. */
    static List<VersionView> scheduled(History history, Instant now) {
        return all(history, now).stream()
                .filter(version -> !version.withdrawn() && version.from().isAfter(now))
                .toList();
    }
}
