package no.innom.web;

import io.vertx.ext.web.RoutingContext;

/** The headers that every answer bears: nothing of others, nothing inline, nothing remembered, nobody told. */
final class Headers {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-src 'self'; "
                    + "require-trusted-types-for 'script'; frame-ancestors ";

    /** Set to true in a context whose page is a rehearsal: outlives the reroute to the file. */
    static final String REHEARSAL = "innom.rehearsal";

    private Headers() {}

    static void set(RoutingContext ctx) {
        // The editor shows the chat beside the draft that is tried. A real chat is never framed, not even here.
        boolean rehearsal = ctx.get(REHEARSAL, false);
        ctx.response()
                .putHeader("Content-Security-Policy", POLICY + (rehearsal ? "'self'" : "'none'"))
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", rehearsal ? "SAMEORIGIN" : "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        ctx.next();
    }
}
