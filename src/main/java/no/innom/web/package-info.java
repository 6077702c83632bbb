/**
 * The doors: the visitor's and the staff's sockets, the pages, login, health and metrics. The only room that knows
 * HTTP and vertx-web. Each socket runs on the event loop that it was opened on and has one frame in flight. May
 * import every room but {@code redis} and the root.
 */
@NullMarked
package no.innom.web;

import org.jspecify.annotations.NullMarked;
