/**
 * The ways to those outside who are called when nobody comes: a webhook and mail.
 *
 * <p>{@link no.innom.secondline.Ways} calls on every way that is set up and counts what became of it. What goes out says
 * that somebody waits, how grave it is and since when, and nothing that anybody wrote. The only room that knows the mail
 * client. May import {@code escalation}, {@code config} and {@code yaml}. Called on event loops; nothing here blocks.
 */
@NullMarked
package no.innom.secondline;

import org.jspecify.annotations.NullMarked;
