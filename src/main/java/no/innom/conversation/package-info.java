/**
 * The order of events for one message: the only place where a message meets risk, flow and queue.
 *
 * <p>{@link no.innom.conversation.Conversation} is what a visitor can do, {@link no.innom.conversation.Desk} what a
 * staff member can do, {@link no.innom.conversation.DueSweep} what time does. Each writes one
 * {@link no.innom.chat.Turn}, which {@link no.innom.conversation.Commits} stores whole. May import every room but
 * {@code redis}, {@code secondline}, {@code web} and {@code cli}. Called on event loops; nothing here blocks.
 */
@NullMarked
package no.innom.conversation;

import org.jspecify.annotations.NullMarked;
