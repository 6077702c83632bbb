package no.innom.publishing;

import io.vertx.core.Future;

/** A node's mirror of the histories of a {@link VersionBook}. */
public interface Histories {
    /** Reads the histories that have changed. */
    Future<Void> refresh();

    /** What is known of the versions of one thing. */
    History history(String id);
}
