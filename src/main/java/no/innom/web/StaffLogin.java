package no.innom.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import no.innom.duty.Passwords;
import no.innom.duty.Staff;
import no.innom.duty.StaffBook;
import no.innom.duty.Totp;

/**
 * Staff log in and out. Passwords are hashed on workers of their own: it takes tens of milliseconds.
 *
 * <p>Tries are counted by user. A computer that the user has logged in from has a count of its own, so that nobody who
 * knows the name of the one on duty can keep them out by trying wrong passwords.
 */
final class StaffLogin {
    private static final Duration SESSION = Duration.ofHours(12);
    private static final Duration COMPUTER = Duration.ofDays(90);
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int MOST_TRIES = 10;
    private static final String WAIT = "Wait a quarter of an hour.";
    private static final String WAIT_OR_ASK = "Wait a quarter of an hour, or ask your lead for a new password.";
    /** Each takes 19 MiB and a core for tens of milliseconds while it is hashed; the others wait. */
    private static final int HASHED_AT_ONCE = 4;
    /** More than these, from computers that are not known, are told to try again: seconds of waiting. */
    private static final int MOST_STRANGERS = 100;

    private final WorkerExecutor hashing;
    private final StaffBook book;
    private final Consoles consoles;
    private final InstantSource clock;
    private final Semaphore room = new Semaphore(MOST_STRANGERS);

    StaffLogin(Vertx vertx, StaffBook book, Consoles consoles, InstantSource clock) {
        this.hashing = vertx.createSharedWorkerExecutor("passwords", HASHED_AT_ONCE);
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
        computer(ctx.request(), user)
                .compose(known -> known.isPresent()
                        ? attempt(ctx, user, password, code, known)
                        : strangers(ctx, () -> attempt(ctx, user, password, code, known)))
                .onFailure(e -> Unavailable.say(ctx));
    }

    /** {@code POST /api/staff/logout}. */
    void logout(RoutingContext ctx) {
        var secret = StaffCookie.SESSION.read(ctx.request());
        if (secret == null) {
            Answers.empty(ctx);
            return;
        }
        session(ctx.request())
                .compose(staff -> book.closeSession(secret)
                        .onSuccess(v -> staff.ifPresent(known -> consoles.loggedOut(known.user()))))
                .onSuccess(v -> {
                    StaffCookie.SESSION.give(ctx, "", Duration.ZERO);
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
        var secret = StaffCookie.SESSION.read(request);
        return secret == null ? Future.succeededFuture(Optional.empty()) : book.session(secret);
    }

    private Future<Optional<String>> computer(HttpServerRequest request, String user) {
        var secret = StaffCookie.computer(user).read(request);
        return secret == null ? Future.succeededFuture(Optional.empty()) : book.computer(secret, user);
    }

    /** Nothing is written and nothing waits for more strangers at once than there is room for. */
    private Future<Void> strangers(RoutingContext ctx, Supplier<Future<Void>> attempt) {
        return room.tryAcquire()
                ? Future.succeededFuture().compose(v -> attempt.get()).onComplete(done -> room.release())
                : tooMany(ctx, MOMENT, "Many are logging in at once. Try again in a moment.");
    }

    private Future<Void> attempt(
            RoutingContext ctx, String user, String password, String code, Optional<String> computer) {
        return book.countTry(computer.orElse(user), WINDOW)
                .compose(tries -> tries > MOST_TRIES
                        ? tooMany(ctx, WINDOW, computer.isPresent() ? WAIT : WAIT_OR_ASK)
                        : judge(user, password, code)
                                .compose(right -> right ? admit(ctx, user, computer) : turnAway(ctx)));
    }

    private Future<Boolean> judge(String user, String password, String code) {
        return book.find(user)
                .map(found -> found.filter(staff -> !staff.disabled()))
                .compose(staff -> hashing.executeBlocking(
                                () -> Passwords.check(
                                        password, staff.map(Staff::password).orElse(null)),
                                false)
                        .compose(fits -> fits ? fitsToo(staff.orElseThrow(), code) : Future.succeededFuture(false)));
    }

    /** Whether the one-time code is right and was not used before; right for one who needs none. */
    private Future<Boolean> fitsToo(Staff staff, String code) {
        if (staff.totp() == null) {
            return Future.succeededFuture(true);
        }
        var step = Totp.step(staff.totp(), code, clock.instant());
        return step.isPresent() ? book.useCode(staff.user(), step.getAsLong()) : Future.succeededFuture(false);
    }

    private Future<Void> admit(RoutingContext ctx, String user, Optional<String> computer) {
        return book.forgetTries(computer.orElse(user))
                .compose(v -> book.openSession(user, SESSION))
                .onSuccess(secret -> StaffCookie.SESSION.give(ctx, secret, SESSION))
                // A computer that is not known is no reason to turn somebody away.
                .compose(v -> computer.isPresent()
                        ? Future.succeededFuture()
                        : book.knowComputer(user, COMPUTER).otherwiseEmpty())
                .onSuccess(secret -> {
                    if (secret != null) {
                        StaffCookie.computer(user).give(ctx, secret, COMPUTER);
                    }
                    Answers.empty(ctx);
                })
                .mapEmpty();
    }

    private static Future<Void> turnAway(RoutingContext ctx) {
        Answers.problem(ctx, 401, "Not logged in", "The user, the password or the code is wrong.");
        return Future.succeededFuture();
    }

    private static Future<Void> tooMany(RoutingContext ctx, Duration wait, String advice) {
        ctx.response().putHeader("Retry-After", Long.toString(wait.toSeconds()));
        Answers.problem(ctx, 429, "Too many tries", advice);
        return Future.succeededFuture();
    }
}
