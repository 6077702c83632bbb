/**
 * The adapters to Redis, and the Redis that Innom starts by itself. The only room that knows Lettuce, keys and Lua.
 *
 * <p>Calls come from event loops and are answered on them. May import every room that describes a store
 * ({@code chat}, {@code duty}, {@code escalation}); nothing but the root imports this one.
 */
@NullMarked
package no.innom.redis;

import org.jspecify.annotations.NullMarked;
