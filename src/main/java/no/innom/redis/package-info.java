/**
 * The adapters to Redis, and the Redis that Innom starts by itself. The only room that knows Lettuce, keys and Lua.
 *
 * <p>{@code RedisLink} is the connection to one server, Sentinel or a Cluster; {@code Replicas} says what an ack is
 * worth when a master dies; {@code RedisBus} rings between the nodes and makes up for what was not heard; {@code Nodes}
 * knows which of them live.
 *
 * <p>Calls come from event loops and are answered on them; what is done again and again is called by the root. May
 * import every room that describes a store ({@code chat}, {@code duty}, {@code escalation}, {@code publishing}); nothing
 * but the root imports this one.
 */
@NullMarked
package no.innom.redis;

import org.jspecify.annotations.NullMarked;
