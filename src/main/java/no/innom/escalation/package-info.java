/**
 * Handing a chat over to a person: who waits, in which order, who may take whom, and who is called when nobody comes.
 *
 * <p>{@link no.innom.escalation.Handovers} holds the rules: each writes into a {@link no.innom.chat.Turn}, and the
 * store commits it together with the messages that belong to it, so that a chat is in exactly one queue or held by
 * exactly one person. {@link no.innom.escalation.Queues} is what people have written about it in a file;
 * {@link no.innom.escalation.Seats} and {@link no.innom.escalation.SecondLine} are what a store and a way to the outside
 * must do. Everything else here is pure and belongs to no thread. May import {@code chat}, {@code risk},
 * {@code duty} and {@code yaml}.
 */
@NullMarked
package no.innom.escalation;

import org.jspecify.annotations.NullMarked;
