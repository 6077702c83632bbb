package no.innom.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cookies of staff. Visitors have none. */
record StaffCookie(String name, String path) {
    static final StaffCookie SESSION = new StaffCookie("innom-staff", "/");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** By which a computer is known again when this user logs in; it opens nothing. Several may share a computer. */
    static StaffCookie computer(String user) {
        return new StaffCookie("innom-computer-" + HexFormat.of().formatHex(user.getBytes(UTF_8)), "/api/staff/login");
    }

    /** What the request bears, or null. */
    @Nullable String read(HttpServerRequest request) {
        var cookie = request.getCookie(name);
        return cookie == null ? null : cookie.getValue();
    }

    /** Sets the cookie for so long; zero takes it away. */
    void give(RoutingContext ctx, String value, Duration lifetime) {
        var cookie = Cookie.cookie(name, value)
                .setPath(path)
                .setMaxAge(lifetime.toSeconds())
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure(!plainLoopback(ctx.request()));
        // Written as the protocol has it: `HTTPOnly`, as the library does, is taken amiss by some.
        ctx.response().headers().add("Set-Cookie", cookie.encode().replace("HTTPOnly", "HttpOnly"));
    }

    private static boolean plainLoopback(HttpServerRequest request) {
        var authority = request.authority();
        return !request.isSSL()
                && !"https".equals(request.getHeader("X-Forwarded-Proto"))
                && authority != null
                && LOOPBACK.contains(authority.host());
    }
}
