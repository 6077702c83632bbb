package no.innom.web;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may open a socket: our own, and those that the setting {@code http.origins} names.
 *
 * @param allowed such as {@code https://ungdom.example.no}
 */
public record Origins(List<String> allowed) {

    /** Whether the request comes from our own page. */
    public static boolean same(HttpServerRequest request) {
        var origin = request.getHeader("Origin");
        var authority = origin == null ? null : authority(origin);
        var host = host(request);
        return authority != null && host != null && authority.equalsIgnoreCase(host);
    }

    /** HTTP/2 has no header for it. */
    private static @Nullable String host(HttpServerRequest request) {
        var host = request.getHeader("Host");
        if (host != null || request.authority() == null) {
            return host;
        }
        return request.authority().toString();
    }

    /** Whether a visitor's socket may be opened: from our own page, an allowed one, or by what is no browser. */
    boolean admit(HttpServerRequest request) {
        var origin = request.getHeader("Origin");
        return origin == null
                || same(request)
                || allowed.stream().anyMatch(one -> normal(one).equals(normal(origin)));
    }

    private static String normal(String origin) {
        var lower = origin.toLowerCase(Locale.ROOT);
        return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
