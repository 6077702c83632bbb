/**
 * The versions of the flows: a file or a staff member begins one, a time makes it live, and it never changes
 * afterwards.
 *
 * <p>{@link no.innom.publishing.Shelf} is a node's mirror of them and answers the engine at once; {@link
 * no.innom.publishing.VersionBook} is what a store must do. Which version is live is a function of the versions and
 * the time, so every node says the same on the same minute.
 *
 * <p>Imports {@code flow} and {@code yaml}. Futures complete on the caller's context; the shelf may be asked from any
 * thread and never blocks.
 */
@NullMarked
package no.innom.publishing;

import org.jspecify.annotations.NullMarked;
