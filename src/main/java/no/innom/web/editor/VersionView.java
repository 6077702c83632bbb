package no.innom.web.editor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Every version of a flow, the newest first, with how many talks are under way in each where that was counted. */
    static List<VersionView> all(History history, Instant now, Optional<Map<Integer, Integer>> chats) {
        return all(history, now).stream()
                .map(one -> chats.isEmpty() ? one : one.with(chats.get().getOrDefault(one.number, 0)))
                .toList();
    }

    private VersionView with(int count) {
        return new VersionView(number, author, at, reason, from, until, withdrawn, live, count);
    }

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
