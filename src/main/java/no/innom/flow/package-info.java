/**
 * What the bot says and asks: flow files, their reader, their checker and the engine that walks them, and the
 * directory of people to reach.
 *
 * <p>The engine is a pure function: it takes a state and an answer and gives back a {@link
 * no.innom.flow.Sprint} (what to say, what to ask, the new state, what to do), which its caller commits.
 * Nothing here stores, sends, or asks the clock; the {@link no.innom.flow.Moment} says what time it is.
 *
 * <p>Imports {@code yaml} only. Everything is immutable and safe from any thread; reading files from the disk
 * and checking them is not for the event loop, a step of the engine is (a few microseconds).
 */
@NullMarked
package no.innom.flow;

import org.jspecify.annotations.NullMarked;
