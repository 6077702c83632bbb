package no.innom.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import no.innom.chat.ChatBus;
import no.innom.chat.ChatStore;
import no.innom.config.Settings;
import no.innom.config.Texts;
import no.innom.conversation.Board;
import no.innom.conversation.Parts;
import no.innom.conversation.Waits;
import no.innom.duty.OnDuty;
import no.innom.duty.OpeningHours;
import no.innom.duty.StaffBook;
import no.innom.flow.Directory;
import no.innom.flow.Flow;

/** Everything that is reached over HTTP: opened last, closed first. */
public final class Web {
    /** Who is shut out stays in no longer than this. */
    private static final Duration SESSIONS = Duration.ofSeconds(3);

    private static final Duration STORE = Duration.ofMillis(500);
    private static final Duration REFRESH = Duration.ofSeconds(5);
    /** How soon a lost connection of a staff member is noticed once the time is up. */
    private static final Duration WATCH = Duration.ofMillis(500);
    /** To Vert.x, a free port that all instances of a verticle share. */
    private static final int SHARED_FREE_PORT = -1;

    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final Vertx vertx;
    private final Settings settings;
    private final PrometheusMeterRegistry meters;
    private final Consoles consoles;
    private final Health health;
    private final BooleanSupplier storeHere;
    private final Supplier<Doors> newDoors;
    private final OnDuty onDuty;
    private volatile Set<String> unheardOf = Set.of();
    /** For the timer of the heartbeats only. */
    private int turn;

    private final List<Doors> doors = new CopyOnWriteArrayList<>();
    private final List<HttpServer> management = new CopyOnWriteArrayList<>();

    /**
     * What the web is put before.
     *
     * @param ping asks the store whether it is there
     * @param storeHere whether all of the store is within reach, as far as is known
     * @param notices what staff must know about the service itself
     * @param editor the flow editor's calls
     */
    public record Inside(
            Parts.Sides sides,
            Board board,
            ChatStore store,
            ChatBus bus,
            OnDuty onDuty,
            Supplier<OpeningHours> hours,
            Supplier<Directory> directory,
            Supplier<Collection<Flow>> flows,
            StaffBook staff,
            Texts texts,
            InstantSource clock,
            Waits waits,
            Supplier<Future<Void>> ping,
            BooleanSupplier storeHere,
            Supplier<List<Notice>> notices,
            Wing editor) {}

    public Web(Vertx vertx, Settings settings, Inside in, PrometheusMeterRegistry meters) {
        this.vertx = vertx;
        this.settings = settings;
        this.meters = meters;
        this.onDuty = in.onDuty();
        var back = new Backstage(
                in.sides().visitor(),
                in.sides().staff(),
                in.board(),
                in.store(),
                in.bus(),
                in.onDuty(),
                in.texts(),
                in.clock(),
                System::nanoTime,
                meters,
                in.waits(),
                Backstage.newPaces());
        consoles = new Consoles(
                back, settings.duty(), new BoardFrames(back, settings.duty().lease(), in.notices(), in.flows()));
        storeHere = in.storeHere();
        health = new Health(in.ping());
        var login = new StaffLogin(vertx, in.staff(), consoles, in.clock());
        var open = new OpenPage(
                in.onDuty(),
                in.hours(),
                in.flows(),
                in.directory(),
                in.texts(),
                settings.chat().retention(),
                in.clock());
        newDoors = () -> new Doors(vertx, back, consoles, login, open, health, in.editor(), settings);
        Gauge.builder("innom.visitors", doors, all -> all.stream()
                        .mapToInt(Doors::visitors)
                        .sum())
                .description("Visitors' sockets that are open")
                .register(meters);
        Gauge.builder("innom.waiting", in.board(), board -> board.cards().size())
                .description("Chats that wait for a person")
                .register(meters);
        Gauge.builder("innom.on.duty", in.onDuty(), duty -> duty.all().size())
                .description("People on duty")
                .register(meters);
    }

    /** Opens both addresses; answers the public port. */
    public Future<Integer> open() {
        var consolesRenewed = settings.duty().lease().dividedBy(3);
        vertx.setPeriodic(consolesRenewed.toMillis(), t -> consoles.renew());
        vertx.setPeriodic(STORE.toMillis(), t -> consoles.tellOfStore(storeHere.getAsBoolean()));
        vertx.setPeriodic(SESSIONS.toMillis(), t -> consoles.checkSessions());
        vertx.setPeriodic(REFRESH.toMillis(), t -> doors.forEach(Doors::refresh));
        vertx.setPeriodic(WATCH.toMillis(), t -> watchHolders());
        vertx.setPeriodic(Heartbeat.ASK_EVERY_MS / Heartbeat.TURNS, t -> {
            turn = (turn + 1) % Heartbeat.TURNS;
            doors.forEach(door -> door.tick(turn));
            consoles.tick(turn);
        });
        return openManagement().compose(v -> openDoors());
    }

    /** Tells those who talk with somebody whose connection is lost, before the lease is over and the chat put back. */
    private void watchHolders() {
        var now = onDuty.unheardOf(settings.duty().lease());
        if (!now.equals(unheardOf)) {
            unheardOf = now;
            doors.forEach(door -> door.unheardOf(now));
            consoles.unheardOf(now);
        }
    }

    /** Says goodbye to every socket and closes the ports. */
    public Future<Void> close() {
        consoles.closeAll();
        return Future.join(doors.stream().map(Doors::close).toList())
                .compose(v ->
                        Future.join(management.stream().map(HttpServer::close).toList()))
                .mapEmpty();
    }

    /** A verticle of its own gives each door an event loop of its own; they share the port. */
    private Future<Integer> openDoors() {
        var http = settings.http();
        int loops = Runtime.getRuntime().availableProcessors();
        var port = new AtomicInteger();
        Supplier<VerticleBase> verticles = () -> new VerticleBase() {
            @Override
            public Future<?> start() {
                var door = newDoors.get();
                doors.add(door);
                return door.open(http.port() == 0 ? SHARED_FREE_PORT : http.port())
                        .onSuccess(port::set);
            }
        };
        return vertx.deployVerticle(verticles, new DeploymentOptions().setInstances(loops))
                .recover(e -> taken(e, http, "http"))
                .map(id -> port.get());
    }

    private static <T> Future<T> taken(Throwable e, Settings.Http address, String name) {
        return Future.failedFuture(new IllegalStateException(
                "The address " + address.host() + ":" + address.port() + " cannot be opened (" + e.getMessage()
                        + "). Stop what uses it, or set INNOM_" + name.toUpperCase(Locale.ROOT) + "_PORT to another.",
                e));
    }

    private Future<Void> openManagement() {
        var router = Router.router(vertx);
        router.get("/metrics")
                .handler(ctx ->
                        ctx.response().putHeader("Content-Type", OPEN_METRICS).end(meters.scrape(OPEN_METRICS)));
        router.get("/health/live").handler(health::live);
        router.get("/health/ready").handler(health::ready);
        router.route().handler(ctx -> Answers.problem(ctx, 404, "Not found", "There is /metrics and /health."));
        var server = vertx.createHttpServer().requestHandler(router);
        return server.listen(settings.management().port(), settings.management().host())
                .onSuccess(management::add)
                .recover(e -> taken(e, settings.management(), "management"))
                .mapEmpty();
    }
}
