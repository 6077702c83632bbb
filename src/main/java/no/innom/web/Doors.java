package no.innom.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.StaticHandler;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import no.innom.config.Settings;
import no.innom.conversation.Refusal;

/** The public address: pages, sockets and the API. One for each event loop; they share the port. */
final class Doors {
    private static final int MOST_FRAME_BYTES = 64 * 1024;
    private static final long MOST_BODY_BYTES = 16 * 1024;
    private static final int MOST_HEADER_BYTES = 16 * 1024;
    /** A dead line takes no goodbye either: it is cut this long after the last sign of life, when pings went unanswered. */
    private static final int MOST_SECONDS_UNHEARD = 60;
    /** Who has not read for this long, though it was pinged, never will: only cutting the line frees what waits. */
    private static final int MOST_SECONDS_STUCK = 45;
    /** More visitors than this on one event loop are told that it is busy. */
    private static final int MOST_VISITORS = 20_000;

    /** Editors and a youth panel, on one event loop. */
    private static final int MOST_REHEARSALS = 500;

    private final Vertx vertx;
    private final Backstage back;
    private final Consoles consoles;
    private final StaffLogin login;
    private final OpenPage open;
    private final Health health;
    private final Wing editor;
    private final Settings settings;
    private final Origins origins;
    private final Set<VisitorSocket> visitors = ConcurrentHashMap.newKeySet();
    private final Set<VisitorSocket> rehearsals = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    Doors(
            Vertx vertx,
            Backstage back,
            Consoles consoles,
            StaffLogin login,
            OpenPage open,
            Health health,
            Wing editor,
            Settings settings) {
        this.vertx = vertx;
        this.back = back;
        this.consoles = consoles;
        this.login = login;
        this.open = open;
        this.health = health;
        this.editor = editor;
        this.settings = settings;
        this.origins = new Origins(settings.origins());
        this.server = vertx.createHttpServer(options());
    }

    /** How connections are treated, whatever is said on them. */
    static HttpServerOptions options() {
        // Compressing sockets costs hundreds of kilobytes a connection, and text this short gains nothing.
        return new HttpServerOptions()
                .setCompressionSupported(true)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setMaxWebSocketFrameSize(MOST_FRAME_BYTES)
                .setMaxWebSocketMessageSize(MOST_FRAME_BYTES)
                .setMaxHeaderSize(MOST_HEADER_BYTES)
                .setWebSocketSubProtocols(List.of("innom.v1"))
                .setReadIdleTimeout(MOST_SECONDS_UNHEARD)
                .setWriteIdleTimeout(MOST_SECONDS_STUCK)
                .setTcpNoDelay(true);
    }

    /** Opens the port; answers which. */
    Future<Integer> open(int port) {
        return server.requestHandler(router())
                .listen(port, settings.http().host())
                .map(HttpServer::actualPort);
    }

    /** Says goodbye to everybody and closes the port. */
    Future<Void> close() {
        visitors.forEach(socket -> socket.close(Goodbye.STOPPING));
        rehearsals.forEach(socket -> socket.close(Goodbye.STOPPING));
        return server.close();
    }

    void tick(int turn) {
        visitors.forEach(socket -> socket.tick(turn));
        rehearsals.forEach(socket -> socket.tick(turn));
    }

    void refresh() {
        visitors.forEach(VisitorSocket::refresh);
    }

    void unheardOf(Set<String> users) {
        visitors.forEach(socket -> socket.unheardOf(users));
    }

    int visitors() {
        return visitors.size();
    }

    private Router router() {
        var router = Router.router(vertx);
        router.route().handler(Headers::set);
        router.get("/ws/visitor").handler(this::visitor);
        router.get("/ws/rehearsal").handler(this::rehearse);
        router.get("/ws/staff").handler(this::staff);
        router.get("/health/live").handler(health::live);
        router.get("/health/ready").handler(health::ready);
        router.get("/api/open").handler(open::open);
        router.get("/api/contacts").handler(open::contacts);
        router.route("/api/staff/*").handler(BodyHandler.create(false).setBodyLimit(MOST_BODY_BYTES));
        router.post("/api/staff/login").handler(login::login);
        router.post("/api/staff/logout").handler(login::logout);
        router.get("/api/staff/me").handler(login::me);
        editor.open(router, login::session);
        router.route("/api/*").handler(ctx -> Answers.problem(ctx, 404, "Not found", "There is no such call."));
        pages(router, "/chat").handler(ctx -> ctx.reroute("/chat/index.html"));
        pages(router, "/vakt").handler(ctx -> ctx.reroute("/vakt/index.html"));
        pages(router, "/editor").handler(ctx -> ctx.reroute("/editor/index.html"));
        router.getWithRegex("/panel/[A-Za-z0-9_-]{16,64}").handler(ctx -> ctx.reroute("/panel/index.html"));
        pages(router, "/*")
                .handler(StaticHandler.create("webroot")
                        .setIncludeHidden(false)
                        .setDirectoryListing(false)
                        .setCachingEnabled(true)
                        .setMaxAgeSeconds(0)
                        .setDefaultContentEncoding("UTF-8"));
        router.route().handler(ctx -> Answers.problem(ctx, 404, "Not found", "There is no such page."));
        router.errorHandler(413, ctx -> Answers.problem(ctx, 413, "Too large", "Send less at a time."));
        router.errorHandler(500, ctx -> Answers.problem(ctx, 500, "Failed", "This failed here. Try again."));
        return router;
    }

    private static Route pages(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    private void visitor(RoutingContext ctx) {
        var request = ctx.request();
        if (!isSocket(ctx)) {
            return;
        }
        if (!origins.admit(request)) {
            Answers.problem(ctx, 403, "Forbidden", "Pages of this origin may not open the chat here.");
            return;
        }
        request.toWebSocket().onSuccess(ws -> {
            ws.pause();
            var socket = new VisitorSocket[1];
            socket[0] =
                    new VisitorSocket(ws, vertx.getOrCreateContext(), back, settings, () -> visitors.remove(socket[0]));
            socket[0].open();
            if (visitors.size() >= MOST_VISITORS) {
                socket[0].refuse(Refusal.BUSY, null);
                socket[0].close(Goodbye.BUSY);
            } else {
                visitors.add(socket[0]);
            }
            ws.resume();
        });
    }

    /** A visitor's socket on a stage of its own: what is said there is stored nowhere and rings nobody. */
    private void rehearse(RoutingContext ctx) {
        var request = ctx.request();
        if (!isSocket(ctx)) {
            return;
        }
        if (request.getHeader("Origin") != null && !Origins.same(request)) {
            Answers.problem(ctx, 403, "Forbidden", "Rehearsals can only be opened from the service's own pages.");
            return;
        }
        request.pause();
        editor.rehearsal(ctx, login::session)
                .compose(rehearsal -> request.toWebSocket().onSuccess(ws -> {
                    ws.pause();
                    var socket = new VisitorSocket[1];
                    socket[0] = new RehearsalSocket(
                            ws,
                            vertx.getOrCreateContext(),
                            back.on(rehearsal),
                            settings,
                            () -> rehearsals.remove(socket[0]),
                            () -> editor.standing(rehearsal));
                    socket[0].open();
                    if (rehearsals.size() >= MOST_REHEARSALS) {
                        socket[0].close(Goodbye.BUSY);
                    } else {
                        rehearsals.add(socket[0]);
                    }
                    ws.resume();
                }));
    }

    private void staff(RoutingContext ctx) {
        var request = ctx.request();
        if (!isSocket(ctx)) {
            return;
        }
        if (!Origins.same(request)) {
            Answers.problem(ctx, 403, "Forbidden", "The console can only be opened from its own page.");
            return;
        }
        request.pause();
        login.session(request).onFailure(e -> Unavailable.say(ctx)).onSuccess(staff -> {
            if (staff.isEmpty()) {
                Answers.problem(ctx, 401, "Not logged in", "Log in first.");
            } else {
                upgrade(request, staff.get(), () -> login.session(request).map(Optional::isPresent));
            }
        });
    }

    private void upgrade(HttpServerRequest request, no.innom.duty.Staff staff, Supplier<Future<Boolean>> sessionOpen) {
        request.toWebSocket().onSuccess(ws -> {
            ws.pause();
            var socket = new StaffSocket(ws, vertx.getOrCreateContext(), back, consoles, staff, sessionOpen);
            socket.open();
            consoles.came(socket)
                    .onFailure(e -> {
                        socket.refuse(Refusal.UNAVAILABLE, null);
                        socket.close(Goodbye.BUSY);
                    })
                    .onComplete(v -> ws.resume());
        });
    }

    private static boolean isSocket(RoutingContext ctx) {
        if ("websocket".equalsIgnoreCase(ctx.request().getHeader("Upgrade"))) {
            return true;
        }
        ctx.response().putHeader("Upgrade", "websocket");
        Answers.problem(ctx, 426, "Upgrade required", "This is a WebSocket.");
        return false;
    }
}
