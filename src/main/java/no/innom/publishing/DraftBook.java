package no.innom.publishing;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where drafts are kept. May be called from an event loop; answers on the caller's context. */
public interface DraftBook {
    /** A flow's draft, if there is one. */
    Future<Optional<Draft>> draft(String flow);

    /** Every draft, by flow, without the texts. */
    Future<Map<String, Draft.Head>> all();

    /**
     * Saves a draft where nobody has saved since; its own {@code rev} is the one that it was begun from, 0 for none.
     * Where there is no draft (any more), it is saved as a new one.
     */
    Future<Saved> save(Draft draft);

    /** Throws a draft away; {@link #restore} has it back for a day. Answers whether there was one. */
    Future<Boolean> drop(String flow);

    /** Takes back the draft that was thrown away last, unless there is a newer one; empty where there is nothing. */
    Future<Optional<Draft>> restore(String flow);

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
