/**
 * Handing a chat over to a person: who waits, in which order, who may take whom, and who is called when nobody comes.
 *
 * <p>{@link no.innom.escalation.Handovers} holds the rules: each writes into a {@link no.innom.chat.Turn}, and the
 * store commits it together with the messages that belong to it, so that a chat is in exactly one queue or held by
 * exactly one person. Everything here is pure and belongs to no thread. May import {@code chat}, {@code risk},
 * {@code duty} and {@code yaml}.
 */
@NullMarked
package no.innom.escalation;

import org.jspecify.annotations.NullMarked;
