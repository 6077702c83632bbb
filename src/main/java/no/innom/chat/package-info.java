/**
 * A conversation and what is written in it.
 *
 * <p>{@link no.innom.chat.Chat} is a chat at one moment: an {@link no.innom.chat.Envelope} that may stand in the clear
 * and {@link no.innom.chat.Contents} that may not. Whoever wants to change a chat opens a {@link no.innom.chat.Turn}
 * on it, writes into that, and hands it to the {@link no.innom.chat.ChatStore}, which commits all of it or nothing.
 * {@link no.innom.chat.ChatBus} then tells everybody who listens.
 *
 * <p>May import {@code flow} (the question that stands with a message) and {@code risk} (what was found in it).
 * Records and turns belong to no thread; a turn is used by one thread at a time.
 */
@NullMarked
package no.innom.chat;

import org.jspecify.annotations.NullMarked;
