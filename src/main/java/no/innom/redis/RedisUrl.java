package no.innom.redis;

import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What {@code redis.url} names.
 *
 * <ul>
 *   <li>{@code redis://[user:password@]host[:port][/db]}, {@code rediss://…} with TLS: one server, or any node of a
 *       Cluster, which is found out when connecting;
 *   <li>several of these by commas: nodes of a Cluster. A node without a scheme takes the first one's scheme, user and
 *       password;
 *   <li>{@code redis-sentinel://[password@]host[:port],host[:port],…[/db]#name}: the master of that name, asked of these
 *       Sentinels.
 * </ul>
 *
 * @param uris one for a server or for Sentinel, several for a Cluster
 */
record RedisUrl(List<RedisURI> uris) {
    private static final String SENTINEL = "-sentinel://";

    /** @throws RedisMissingException when it is no such URL; the message never quotes it, since it may hold a password */
    static RedisUrl read(String url, Duration timeout) {
        try {
            var uris = url.contains(SENTINEL) ? List.of(RedisURI.create(url.strip())) : nodes(url);
            uris.forEach(uri -> {
                if (uri.getHost() == null
                        && uri.getSocket() == null
                        && uri.getSentinels().isEmpty()) {
                    throw new IllegalArgumentException("no host");
                }
                uri.setTimeout(timeout);
                uri.getSentinels().forEach(sentinel -> sentinel.setTimeout(timeout));
            });
            return new RedisUrl(uris);
        } catch (RuntimeException e) {
            throw new RedisMissingException("redis.url is not of the form redis://host:port, "
                    + "redis-sentinel://host:port,host:port#name, or several redis:// by commas.");
        }
    }

    boolean namesACluster() {
        return uris.size() > 1;
    }

    boolean namesSentinels() {
        return !uris.get(0).getSentinels().isEmpty();
    }

    private static List<RedisURI> nodes(String url) {
        var parts = Arrays.stream(url.split(",")).map(String::strip).toList();
        var first = parts.get(0);
        // Up to and with the last @: user and password.
        var start = first.substring(0, Math.max(first.indexOf("://") + 3, first.lastIndexOf('@') + 1));
        return parts.stream()
                .map(part -> RedisURI.create(part.contains("://") ? part : start + part))
                .toList();
    }
}
