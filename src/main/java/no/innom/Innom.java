package no.innom;

import io.lettuce.core.RedisException;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import no.innom.chat.ChatEvent;
import no.innom.config.Settings;
import no.innom.conversation.Attendance;
import no.innom.conversation.Board;
import no.innom.conversation.Commits;
import no.innom.conversation.Guard;
import no.innom.conversation.Parts;
import no.innom.conversation.Rehearsal;
import no.innom.conversation.Waits;
import no.innom.duty.OnDuty;
import no.innom.escalation.Handovers;
import no.innom.flow.AvoidedWords;
import no.innom.flow.FlowEngine;
import no.innom.flow.FlowSet;
import no.innom.publishing.Arrivals;
import no.innom.publishing.Inspection;
import no.innom.publishing.Papers;
import no.innom.publishing.Shelf;
import no.innom.redis.BuiltInRedis;
import no.innom.redis.Nodes;
import no.innom.redis.RedisBus;
import no.innom.redis.RedisChats;
import no.innom.redis.RedisLink;
import no.innom.redis.RedisMarks;
import no.innom.redis.RedisMissingException;
import no.innom.redis.RedisSeats;
import no.innom.redis.RedisShifts;
import no.innom.redis.RedisStaff;
import no.innom.redis.RedisVersions;
import no.innom.redis.Replicas;
import no.innom.secondline.Ways;
import no.innom.web.Notice;
import no.innom.web.Web;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole server: built and started in order, so that all that can fail has failed before the port opens, and
 * stopped in reverse.
 */
public final class Innom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Innom.class);
    private static final Duration SWEEP = Duration.ofMillis(250);
    /** The mirrors of what Redis knows are refreshed so often. */
    private static final Duration MIRRORS = Duration.ofSeconds(1);

    /** A bell that was lost is noticed after two of these, a built-in Redis that has ended after one. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** A changed lexicon is in use after two of these. */
    private static final Duration LEXICON = Duration.ofSeconds(2);

    private static final Duration START_WITHIN = Duration.ofSeconds(20);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(8);
    private static final Duration LONGEST_ON_LOOP = Duration.ofMillis(500);

    private final Deque<Runnable> stops = new ArrayDeque<>();
    private int port;
    private @Nullable FirstStaff firstStaff;

    private Innom() {}

    private void begin(Settings settings, InstantSource exact, boolean onTerminal) {
        // What is stored and told about moments need not be finer, and every message tells about several.
        var clock = InstantSource.tick(exact, Duration.ofMillis(1));
        // Reading what people have written takes as long as starting Redis: both at once.
        var reading = CompletableFuture.supplyAsync(() -> Written.load(settings, clock));
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(meters);
        var vertx = Vertx.vertx(new VertxOptions()
                .setPreferNativeTransport(true)
                // More would only wake each other: nothing blocks here.
                .setEventLoopPoolSize(Runtime.getRuntime().availableProcessors())
                .setMaxEventLoopExecuteTime(LONGEST_ON_LOOP.toMillis())
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS));
        stops.push(() -> await("vertx", STOP_WITHIN, vertx::close));

        var redis = link(vertx, settings);
        var written = read(reading);
        var master = MasterKeys.of(settings);
        var replicas = new Replicas(vertx, redis, meters);
        var nodes = new Nodes(redis, UUID.randomUUID().toString());
        var chats = new RedisChats(redis, replicas, nodes, master);
        var bus = new RedisBus(vertx, redis, chats, nodes);
        var paperBook = RedisVersions.ofPapers(redis);
        var papers = new Papers(
                paperBook,
                new Papers.First(written.directory(), written.words(), written.hours(), written.phrases()),
                new Papers.Work() {
                    @Override
                    public <T> Future<T> later(Callable<T> what) {
                        return vertx.executeBlocking(what, false);
                    }
                },
                clock);
        var heldPapers = held(await(
                "papers", START_WITHIN, () -> new Arrivals(paperBook, papers, "conf", clock).take(written.papers())));
        var shelf = new Shelf(new RedisVersions(redis), clock);
        var notices = openFlows(
                shelf, new Arrivals(new RedisVersions(redis), shelf, clock), written, papers, settings, clock);
        notices.addAll(heldPapers);
        var staff = new RedisStaff(redis);
        var onDuty = new OnDuty(new RedisShifts(redis, bus, clock), clock);
        var board = new Board(chats, bus, written.queues().rules().order(), clock);
        var queues = written.queues();
        var handovers = new Handovers(
                queues, settings.escalationSteps(), settings.duty().lease(), new Attendance(onDuty, board, queues));
        var zone = written.hours().zone();
        var waits = new Waits(meters, clock);
        var parts = new Parts(
                new Commits(
                        chats,
                        bus,
                        clock,
                        settings.chat().retention(),
                        settings.chat().idle(),
                        waits),
                chats,
                bus,
                new Guard(written.scanner()::scan, meters),
                written.texts(),
                master,
                shelf,
                new FlowEngine(shelf, papers::directory),
                papers::directory,
                handovers,
                queues,
                onDuty,
                new RedisMarks(redis),
                new RedisSeats(redis),
                Ways.of(vertx, settings.secondLine(), written.texts(), zone, clock, meters),
                settings.flows(),
                zone);
        var sides = parts.build();
        await(
                "mirrors",
                START_WITHIN,
                () -> Future.all(onDuty.refresh(), board.refresh(), replicas.refresh(), nodes.beat()));
        firstStaff = settings.redis().builtIn() || onTerminal ? FirstStaff.makeIn(staff) : null;
        nodes.onDeath(dead -> chats.forgetSocketsOf(dead)
                .onSuccess(
                        gone -> gone.forEach((chat, socket) -> bus.ring(new ChatEvent.Visitor(chat, socket, false)))));
        await("bells", START_WITHIN, bus::check);
        repeat(vertx, LOOK, bus::check);
        repeat(vertx, SWEEP, () -> sides.clock().sweep());
        repeatInTurn(
                vertx,
                MIRRORS,
                List.of(
                        nodes::beat,
                        onDuty::refresh,
                        board::refresh,
                        shelf::refresh,
                        papers::refresh,
                        replicas::refresh));
        var lexicon = new LexiconChanges(written.scanner(), meters);
        repeat(vertx, LEXICON, () -> vertx.executeBlocking(Executors.callable(lexicon::look)));

        var editor = Editing.routes(
                vertx,
                redis,
                shelf,
                paperBook,
                papers,
                written.queues(),
                settings,
                onDuty,
                staff,
                chats,
                scene -> new Rehearsal(parts, scene),
                written.alarm(),
                clock);
        var web = new Web(
                vertx,
                settings,
                new Web.Inside(
                        sides,
                        board,
                        chats,
                        bus,
                        onDuty,
                        papers::hours,
                        papers::directory,
                        shelf::all,
                        staff,
                        written.texts(),
                        clock,
                        waits,
                        redis::ping,
                        bus::reachesEverything,
                        () -> List.copyOf(notices),
                        editor),
                meters);
        stops.push(() -> await("web", STOP_WITHIN, web::close));
        port = await("web", START_WITHIN, web::open);
    }

    /**
     * Starts the server; blocks until it takes visitors.
     *
     * @param onTerminal whether a person sees what is printed: the first user may be made then
     * @throws CannotStartException with one sentence why
     */
    public static Innom start(Settings settings, boolean onTerminal) {
        return start(settings, onTerminal, InstantSource.system());
    }

    /** The same on another clock: so a test sees an evening open and close. No setting leads here. */
    static Innom start(Settings settings, boolean onTerminal, InstantSource clock) {
        var innom = new Innom();
        try {
            innom.begin(settings, clock, onTerminal);
            return innom;
        } catch (RuntimeException e) {
            innom.close();
            throw understood(e);
        }
    }

    /** The public port. */
    public int port() {
        return port;
    }

    /** The user that was made because there was none, or null. */
    public @Nullable FirstStaff firstStaff() {
        return firstStaff;
    }

    /** Stops in the reverse order of the start; blocks. */
    @Override
    public void close() {
        while (!stops.isEmpty()) {
            stops.pop().run();
        }
    }

    /** Takes the flow files in and looks at what is live; answers what staff must know of it. */
    private static List<Notice> openFlows(
            Shelf shelf, Arrivals arrivals, Written written, Papers papers, Settings settings, InstantSource clock) {
        var notices = new ArrayList<Notice>();
        written.leftOut().forEach(problem -> notices.add(new Notice("Left out: " + problem, List.of())));
        notices.addAll(held(
                await("flows", START_WITHIN, () -> arrivals.take(written.flows().texts()))));
        var checks = new FlowSet(
                papers.directory(),
                AvoidedWords.NONE,
                written.queues().all().keySet(),
                clock.instant().atZone(written.hours().zone()),
                written.alarm());
        for (var problem : Inspection.inspect(shelf, written.flows(), checks, clock)) {
            LOG.error("Left out: {}", problem);
            notices.add(new Notice("Left out: " + problem, List.of()));
        }
        var names = settings.flows();
        for (var name : List.of(names.first(), names.closed(), names.closing())) {
            if (shelf.live(name).isEmpty()) {
                throw new CannotStartException("The flow " + name + " is named in the settings, but there is no "
                        + settings.flowsDir().resolve(name + ".yaml") + " and no published version without errors.");
            }
        }
        return notices;
    }

    /** What staff must know of files that did not replace what they have published. */
    private static List<Notice> held(List<Arrivals.Held> all) {
        var notices = new ArrayList<Notice>();
        for (var held : all) {
            var text = "The file " + held.folder() + "/" + held.flow() + ".yaml has changed, but version "
                    + held.live().number() + ", which " + held.live().author() + " published, is newer and stays. "
                    + "Publish what the file says in the editor"
                    + (held.folder().equals("flows")
                            ? ", or write the newer version over it with `innom flows export`."
                            : ".");
            LOG.warn("{}", text);
            notices.add(new Notice(text, held.difference()));
        }
        return notices;
    }

    private static Written read(CompletableFuture<Written> reading) {
        try {
            return reading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private RedisLink link(Vertx vertx, Settings settings) {
        String url = settings.redis().url();
        if (settings.redis().builtIn()) {
            var own = BuiltInRedis.own(settings.dataDir());
            stops.push(own::close);
            repeat(
                    vertx,
                    LOOK,
                    () -> vertx.executeBlocking(() -> {
                        own.keepRunning();
                        return null;
                    }));
            url = own.url();
        }
        var link = RedisLink.open(vertx, url);
        stops.push(link::close);
        return link;
    }

    /** Does each of these again and again, one after the other: all at once would keep visitors waiting. */
    private static void repeatInTurn(Vertx vertx, Duration every, List<Supplier<Future<?>>> all) {
        for (int i = 0; i < all.size(); i++) {
            repeat(vertx, every.multipliedBy(i + 1).dividedBy(all.size()), every, all.get(i));
        }
    }

    private static void repeat(Vertx vertx, Duration every, Supplier<Future<?>> what) {
        repeat(vertx, every, every, what);
    }

    /** Does something again and again, never twice at once. */
    private static void repeat(Vertx vertx, Duration first, Duration every, Supplier<Future<?>> what) {
        var busy = new AtomicBoolean();
        vertx.setPeriodic(first.toMillis(), every.toMillis(), t -> {
            if (busy.compareAndSet(false, true)) {
                what.get().onComplete(done -> busy.set(false));
            }
        });
    }

    private static <T> T await(String what, Duration within, Supplier<? extends Future<T>> begin) {
        try {
            return begin.get()
                    .timeout(within.toMillis(), TimeUnit.MILLISECONDS)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            LOG.debug("{} failed", what, cause);
            throw new CannotStartException(String.valueOf(cause.getMessage()), cause);
        }
    }

    private static RuntimeException understood(RuntimeException e) {
        if (e instanceof RedisException) {
            return new CannotStartException("Redis cannot be reached. Is redis.url right, and does it run?", e);
        }
        if (e instanceof RedisMissingException || e instanceof UncheckedIOException) {
            return new CannotStartException(String.valueOf(e.getMessage()), e);
        }
        return e;
    }
}
