package no.innom.web;

import io.vertx.ext.web.RoutingContext;

/** The headers that every answer bears: nothing of others, nothing inline, nothing remembered, nobody told. */
final class Headers {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
                    + "require-trusted-types-for 'script'; ";
    private static final String ALONE = POLICY + "frame-ancestors 'none'";
    /** The chat page may be tried beside a flow, on the service's own pages. */
    private static final String FRAMED = POLICY + "frame-ancestors 'self'";

    private static final String FRAMING = ALONE + "; frame-src 'self'";

    private Headers() {}

    static void set(RoutingContext ctx) {
        var path = ctx.normalizedPath();
        boolean framed = path.equals("/chat") || path.startsWith("/chat/");
        boolean framing = path.startsWith("/editor") || path.startsWith("/panel/");
        ctx.response()
                .putHeader("Content-Security-Policy", framed ? FRAMED : framing ? FRAMING : ALONE)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", framed ? "SAMEORIGIN" : "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        ctx.next();
    }
}
