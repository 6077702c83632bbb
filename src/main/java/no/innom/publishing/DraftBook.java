package no.innom.publishing;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where drafts are kept. May be called from an event loop; answers on the caller's context. */
public interface DraftBook {
    /** How long a draft that was thrown away can be had back. */
    Duration KEPT = Duration.ofDays(7);

    /** A flow's draft, if there is one. */
    Future<Optional<Draft>> draft(String flow);

    /** Every draft, by flow, without the texts. */
    Future<Map<String, Draft.Head>> all();

    /**
     * Saves a draft where nobody has saved since; its own {@code rev} is the one that it was begun from, 0 for none.
     * Where there is no draft (any more), it is saved as a new one.
     */
    Future<Saved> save(Draft draft);

    /** Takes away a draft that has been published: what it said is a version now. */
    Future<Void> finish(String flow);

    /** Throws a draft away; {@link #restore} has it back for {@link #KEPT}. Answers whether there was one. */
    Future<Boolean> drop(String flow);

    /** What was thrown away and can be had back, the last of each flow; the newest first, at most two hundred. */
    Future<List<Dropped>> dropped();

    /**
     * Brings back the draft that was thrown away last. A newer one takes its place among those thrown away, so that
     * nothing is lost. Empty where there is nothing, or no room for one more draft.
     */
    Future<Optional<Draft>> restore(String flow);

    /**
     * A draft that was thrown away.
     *
     * @param draft as it was
     * @param until when it is gone for good
     */
    record Dropped(Draft draft, Instant until) {}

    /** What came of saving. */
    sealed interface Saved {
        /**
         * It is kept.
         *
         * @param rev its revision
         * @param before who had saved the draft before; null when there was none
         */
        record Done(long rev, @Nullable String before) implements Saved {}

        /** Somebody has saved since, and nothing was changed: theirs is what is kept. */
        record Conflict(Draft theirs) implements Saved {}

        /** There are as many drafts as are kept, and this would have been one more. */
        record Full() implements Saved {}
    }
}
