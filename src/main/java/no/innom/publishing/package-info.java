/**
 * What editors make: drafts, versions, proposals, a youth panel's comments, and the record of who changed what.
 *
 * <p>A file or a staff member begins a version of a flow, a time makes it live, and it never changes afterwards. {@link
 * no.innom.publishing.Shelf} is a node's mirror of the versions and answers the engine at once; {@link
 * no.innom.publishing.Papers} is the same for the directory, the words, the hours and the phrases. Which version is live
 * is a function of the versions and the time, so every node says the same on the same minute. The books say what a store
 * must do; {@link no.innom.publishing.Publisher} decides what holds a publication back, {@link
 * no.innom.publishing.Advice} what to think of first.
 *
 * <p>Imports {@code flow}, {@code duty} and {@code yaml}. Futures complete on the caller's context; the mirrors may be
 * asked from any thread and never block. {@link no.innom.publishing.Checks} and {@link no.innom.publishing.Templates}
 * take their time: for a worker.
 */
@NullMarked
package no.innom.publishing;

import org.jspecify.annotations.NullMarked;
