package no.innom.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import no.innom.duty.Passwords;
import no.innom.duty.Staff;
import no.innom.duty.StaffBook;
import no.innom.duty.Totp;

/** Staff log in and out. Passwords are hashed on a worker: it takes tens of milliseconds. */
final class StaffLogin {
    private static final String COOKIE = "innom-staff";
    private static final Duration SESSION = Duration.ofHours(12);
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int MOST_FAILURES = 10;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Vertx vertx;
    private final StaffBook book;
    private final Consoles consoles;
    private final InstantSource clock;

    StaffLogin(Vertx vertx, StaffBook book, Consoles consoles, InstantSource clock) {
        this.vertx = vertx;
        this.book = book;
        this.consoles = consoles;
        this.clock = clock;
    }

    /** {@code POST /api/staff/login}. */
    void login(RoutingContext ctx) {
        JsonNode body;
        try {
            body = Wire.JSON.readTree(
                    ctx.body().buffer() == null ? "" : ctx.body().asString());
        } catch (JsonProcessingException e) {
            body = Wire.JSON.missingNode();
        }
        var user = body.path("user").asText("");
        var password = body.path("password").asText("");
        var code = body.path("code").asText("");
        if (user.isBlank() || password.isEmpty() || user.length() > 100 || password.length() > 1000) {
            Answers.problem(ctx, 400, "Bad request", "Send {\"user\": …, \"password\": …}, both as text.");
            return;
        }
        book.failures(user)
                .compose(failures -> failures >= MOST_FAILURES
                        ? Future.succeededFuture(Verdict.TOO_OFTEN)
                        : judge(user, password, code))
                .compose(verdict -> verdict == Verdict.WELCOME ? admit(ctx, user) : turnAway(ctx, user, verdict))
                .onFailure(e -> Unavailable.say(ctx));
    }

    /** {@code POST /api/staff/logout}. */
    void logout(RoutingContext ctx) {
        var cookie = ctx.request().getCookie(COOKIE);
        if (cookie == null) {
            Answers.empty(ctx);
            return;
        }
        session(ctx.request())
                .compose(staff -> book.closeSession(cookie.getValue())
                        .onSuccess(v -> staff.ifPresent(known -> consoles.loggedOut(known.user()))))
                .onSuccess(v -> {
                    set(ctx, cookie(ctx, "").setMaxAge(0));
                    Answers.empty(ctx);
                })
                .onFailure(e -> Unavailable.say(ctx));
    }

    /** {@code GET /api/staff/me}. */
    void me(RoutingContext ctx) {
        session(ctx.request())
                .onSuccess(staff -> staff.ifPresentOrElse(
                        known -> {
                            var me = Wire.JSON
                                    .createObjectNode()
                                    .put("user", known.user())
                                    .put("name", known.name());
                            me.set("roles", Wire.JSON.valueToTree(known.roles()));
                            Answers.json(ctx, me);
                        },
                        () -> Answers.problem(ctx, 401, "Not logged in", "Log in first.")))
                .onFailure(e -> Unavailable.say(ctx));
    }

    /** Whose session the request bears, if any. */
    Future<Optional<Staff>> session(HttpServerRequest request) {
        var cookie = request.getCookie(COOKIE);
        return cookie == null ? Future.succeededFuture(Optional.empty()) : book.session(cookie.getValue());
    }

    private Future<Verdict> judge(String user, String password, String code) {
        return book.find(user).compose(found -> {
            var staff = found.filter(known -> !known.disabled());
            return vertx.executeBlocking(
                            () -> Passwords.check(
                                    password, staff.map(Staff::password).orElse(null)),
                            false)
                    .map(fits -> {
                        var totp = staff.map(Staff::totp).orElse(null);
                        boolean both = fits && (totp == null || Totp.fits(totp, code, clock.instant()));
                        return both ? Verdict.WELCOME : Verdict.WRONG;
                    });
        });
    }

    private Future<Void> admit(RoutingContext ctx, String user) {
        return book.forgetFailures(user)
                .compose(v -> book.openSession(user, SESSION))
                .onSuccess(secret -> {
                    set(ctx, cookie(ctx, secret).setMaxAge(SESSION.toSeconds()));
                    Answers.empty(ctx);
                })
                .mapEmpty();
    }

    private Future<Void> turnAway(RoutingContext ctx, String user, Verdict verdict) {
        if (verdict == Verdict.TOO_OFTEN) {
            ctx.response().putHeader("Retry-After", Long.toString(WINDOW.toSeconds()));
            Answers.problem(
                    ctx, 429, "Too many tries", "Wait a quarter of an hour, or ask your lead for a new password.");
            return Future.succeededFuture();
        }
        return book.countFailure(user, WINDOW)
                .onSuccess(count ->
                        Answers.problem(ctx, 401, "Not logged in", "The user, the password or the code is wrong."))
                .mapEmpty();
    }

    /** Writes the attribute as the protocol does: {@code HTTPOnly}, as the library has it, is taken amiss by some. */
    private static void set(RoutingContext ctx, Cookie cookie) {
        ctx.response().putHeader("Set-Cookie", cookie.encode().replace("HTTPOnly", "HttpOnly"));
    }

    private static Cookie cookie(RoutingContext ctx, String value) {
        var request = ctx.request();
        var authority = request.authority();
        boolean plainLoopback = !request.isSSL()
                && !"https".equals(request.getHeader("X-Forwarded-Proto"))
                && authority != null
                && LOOPBACK.contains(authority.host());
        return Cookie.cookie(COOKIE, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure(!plainLoopback);
    }

    private enum Verdict {
        WELCOME,
        WRONG,
        TOO_OFTEN
    }
}
