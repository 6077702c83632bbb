package no.innom.publishing;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import no.innom.flow.FlowChecker;
import no.innom.yaml.Severity;
import org.jspecify.annotations.Nullable;

/** Makes versions of texts, now or for a time, and takes back what has not begun. Each is recorded with who and why. */
public final class Publisher {
    private static final int MOST_TRIES = 5;

    private final VersionBook book;
    private final Shelf shelf;
    private final DraftBook drafts;
    private final ChangeRecord record;
    private final InstantSource clock;

    public Publisher(VersionBook book, Shelf shelf, DraftBook drafts, ChangeRecord record, InstantSource clock) {
        this.book = book;
        this.shelf = shelf;
        this.drafts = drafts;
        this.record = record;
        this.clock = clock;
    }

    /**
     * What is to be published.
     *
     * @param author the user who wrote it
     * @param from null, or past: now
     * @param until null for as long as nothing newer takes its place
     */
    public record Wish(
            String flow,
            String text,
            String author,
            String reason,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** Whether what was found keeps a text from being published: an error does, a warning until somebody says yes. */
    public static boolean isHeldBack(FlowChecker.Checked checked, boolean warningsAccepted) {
        return checked.hasErrors()
                || (!warningsAccepted
                        && checked.problems().stream().anyMatch(problem -> problem.severity() == Severity.WARNING));
    }

    /** Publishes a text that was checked, and drops the draft that it was. */
    public Future<Version> publish(Wish wish) {
        var from = wish.from();
        boolean later = from != null && from.isAfter(clock.instant());
        return publish(
                wish, later ? ChangeRecord.What.SCHEDULE : ChangeRecord.What.PUBLISH, wish.author(), wish.reason());
    }

    /** Publishes a text, which the record tells as something else, by somebody who need not be its author. */
    public Future<Version> publish(Wish wish, ChangeRecord.What what, String user, String reason) {
        return add(wish, MOST_TRIES).compose(version -> note(user, what, version, reason)
                .compose(noted -> dropDraft(version))
                .compose(dropped -> shelf.refresh())
                .otherwiseEmpty()
                .map(version));
    }

    /** Takes back a version that has not begun; empty where there is none, or where its time has come. */
    public Future<Optional<Version>> withdraw(String flow, int number, String user, String reason) {
        var planned = shelf.history(flow).version(number).filter(version -> version.isAhead(clock.instant()));
        if (planned.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        var times = planned.get().times();
        var withdrawn = planned.get().at(new Version.Times(times.from(), times.until(), true));
        return book.reschedule(flow, number, withdrawn.times())
                .compose(done -> done
                        ? note(user, ChangeRecord.What.WITHDRAW, withdrawn, reason)
                                .compose(noted -> shelf.refresh())
                                .otherwiseEmpty()
                                .map(Optional.of(withdrawn))
                        : Future.succeededFuture(Optional.empty()));
    }

    /** Another node may be quicker with the number: the next one is taken then. */
    private Future<Version> add(Wish wish, int tries) {
        var now = clock.instant();
        var from = wish.from() == null || wish.from().isBefore(now) ? now : wish.from();
        var version = new Version(
                wish.flow(),
                shelf.history(wish.flow()).next(),
                wish.author(),
                now,
                wish.reason(),
                wish.text(),
                new Version.Times(from, wish.until(), false));
        return book.add(version, false).compose(added -> {
            if (added) {
                return Future.succeededFuture(version);
            }
            return tries == 0
                    ? Future.failedFuture(new IllegalStateException("no free number for a version"))
                    : shelf.refresh().compose(fresh -> add(wish, tries - 1));
        });
    }

    private Future<Void> dropDraft(Version version) {
        return drafts.draft(version.flow())
                .compose(draft -> draft.isPresent() && draft.get().text().equals(version.text())
                        ? drafts.finish(version.flow())
                        : Future.succeededFuture());
    }

    private Future<Void> note(String user, ChangeRecord.What what, Version version, String reason) {
        return record.add(
                new ChangeRecord.Entry(clock.instant(), user, what, version.flow(), version.number(), reason));
    }
}
