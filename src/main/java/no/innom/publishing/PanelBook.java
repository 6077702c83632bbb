package no.innom.publishing;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a youth panel's links, comments and votes are kept. They are about a flow, never with a chat, and nobody is
 * asked who they are. May be called from an event loop; answers on the caller's context.
 */
public interface PanelBook {
    /**
     * What somebody of the panel thinks.
     *
     * @param step what it is about; null for the flow as a whole
     * @param name what they want to be called; empty for nothing
     */
    record Comment(String id, @Nullable String step, String text, String name, Instant at) {}

    /**
     * Votes about a step.
     *
     * @param step null for the flow as a whole
     */
    record Votes(@Nullable String step, int up, int down) {}

    /** Opens a link; answers false where the flow has as many as are kept. */
    Future<Boolean> open(PanelLink link);

    /** The link of a token, while it leads somewhere. */
    Future<Optional<PanelLink>> link(String token);

    /** A flow's links that lead somewhere, the newest first. */
    Future<List<PanelLink>> links(String flow);

    /** Closes a link; answers whether the flow had it. */
    Future<Boolean> close(String flow, String token);

    /** Adds a comment; answers false where the flow has as many as are kept. */
    Future<Boolean> comment(String flow, Comment comment);

    /** A flow's comments, the oldest first. */
    Future<List<Comment>> comments(String flow);

    /** Takes a comment away; answers whether it was there. */
    Future<Boolean> remove(String flow, String id);

    /** Counts a vote. The caller sees to it that there is such a step. */
    Future<Void> vote(String flow, @Nullable String step, boolean up);

    /** A flow's votes, by step. */
    Future<List<Votes>> votes(String flow);
}
