package no.innom.conversation.handovers;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.innom.chat.ChatId;
import no.innom.chat.MasterKey;
import no.innom.config.Settings;
import no.innom.config.Texts;
import no.innom.conversation.Board;
import no.innom.conversation.Commits;
import no.innom.conversation.Guard;
import no.innom.conversation.Parts;
import no.innom.conversation.Waits;
import no.innom.duty.OnDuty;
import no.innom.duty.Shift;
import no.innom.duty.ShiftBook;
import no.innom.escalation.Deadlines;
import no.innom.escalation.Handovers;
import no.innom.escalation.Queues;
import no.innom.escalation.Rules;
import no.innom.escalation.Seats;
import no.innom.escalation.SecondLine;
import no.innom.flow.Directory;
import no.innom.flow.FlowEngine;
import no.innom.flow.FlowFiles;
import no.innom.redis.Nodes;
import no.innom.redis.RedisBus;
import no.innom.redis.RedisChats;
import no.innom.redis.RedisLink;
import no.innom.redis.RedisMarks;
import no.innom.redis.RedisShifts;
import no.innom.redis.Replicas;
import no.innom.risk.Earlier;
import no.innom.risk.Finding;
import no.innom.risk.Level;
import no.innom.risk.Span;

/** A node in this process, without its doors: all from the conversation down to a real Redis. */
final class Node implements AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(30);
    static final Duration IDLE = Duration.ofHours(2);
    static final Duration RETENTION = Duration.ofHours(24);
    static final Duration CLOSING = Duration.ofMinutes(10);
    static final Duration REMIND = Duration.ofMinutes(3);
    static final Duration OFFER = Duration.ofMinutes(6);
    static final Duration AGEING = Duration.ofMinutes(30);
    static final List<Duration> STEPS =
            List.of(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(120));
    static final Deadlines DEADLINES = new Deadlines(STEPS);
    static final Queues QUEUES = ruled(Queues.load(Path.of("conf"), Node::wrong));

    private static final Texts TEXTS = Texts.load(Path.of("conf"), Node::wrong);
    private static final FlowFiles FLOWS = FlowFiles.load(Path.of("src/test/resources/handovers"), Node::wrong);
    private static final Settings.FlowNames FLOW_NAMES =
            new Settings.FlowNames("forst", "forst", "stengt", "avslutning");

    /** What a person holds is counted by the store; claims at once are tried elsewhere. */
    private static final Seats FREE = new Seats() {
        @Override
        public Future<Seat> take(String user, ChatId chat) {
            return Future.succeededFuture(new Seat(user, "", Set.of()));
        }

        @Override
        public Future<Void> giveBack(Seat seat) {
            return Future.succeededFuture();
        }
    };

    final Turnstile store;
    final RedisChats chats;
    final OnDuty onDuty;
    final Board board;
    final Parts.Sides sides;
    /** Whose consoles are open here. */
    final Set<String> consoles = new HashSet<>();

    private final RedisLink link;

    Node(
            Vertx vertx,
            String redis,
            MasterKey master,
            InstantSource clock,
            List<Turnstile.Rung> rung,
            SecondLine telephone) {
        link = RedisLink.open(vertx, redis);
        var nodes = new Nodes(link, UUID.randomUUID().toString());
        // One Redis without replicas: nobody is asked whether they have it too.
        chats = new RedisChats(link, new Replicas(vertx, link, new SimpleMeterRegistry()), nodes, master);
        var bus = new RedisBus(vertx, link, chats, nodes);
        store = new Turnstile(chats, rung);
        onDuty = new OnDuty(quiet(new RedisShifts(link, bus, clock)), clock);
        board = new Board(chats, bus, QUEUES.rules().order(), clock);
        sides = new Parts(
                        new Commits(store, bus, clock, RETENTION, IDLE, new Waits(new SimpleMeterRegistry(), clock)),
                        store,
                        bus,
                        new Guard(Node::scan, new SimpleMeterRegistry()),
                        TEXTS,
                        master,
                        FLOWS,
                        new FlowEngine(FLOWS, Directory.EMPTY),
                        () -> Directory.EMPTY,
                        new Handovers(QUEUES, STEPS, LEASE, this::isStaffed),
                        QUEUES,
                        onDuty,
                        new RedisMarks(link),
                        FREE,
                        store.before(telephone),
                        FLOW_NAMES,
                        ZoneOffset.UTC)
                .build();
    }

    /** Puts somebody's shift, and says so to all once the store has it. */
    void put(Shift shift) {
        await(onDuty.put(shift));
    }

    void renew(String user, Instant until) {
        await(onDuty.renew(user, until));
    }

    /** Who is on duty is read anew, as every second. */
    Future<?> refresh() {
        return onDuty.refresh();
    }

    static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        store.forget();
        link.close();
    }

    /** A text says itself how much risk is in it. */
    private static Finding scan(String text, Instant at, List<Earlier> earlier) {
        for (var level : List.of(Level.HIGH, Level.ACUTE)) {
            if (text.startsWith(level.wire())) {
                return new Finding(level, null, List.of(new Span(0, text.length())), List.of("test"));
            }
        }
        return Finding.NOTHING;
    }

    /** The test refreshes what nodes know of each other's shifts itself, so that a play can be repeated. */
    private static ShiftBook quiet(ShiftBook book) {
        return new ShiftBook() {
            @Override
            public Future<Void> put(Shift shift) {
                return book.put(shift);
            }

            @Override
            public Future<Void> renew(String user, Instant until) {
                return book.renew(user, until);
            }

            @Override
            public Future<List<Shift>> all() {
                return book.all();
            }

            @Override
            public void listen(Runnable listener) {}
        };
    }

    /** The queues of the file, with rules of the test's own. */
    private static Queues ruled(Queues queues) {
        var rules = new Rules(Map.of(), AGEING, Map.of(), Set.of(Level.values()), REMIND, OFFER);
        return new Queues(queues.all(), queues.risk(), queues.human(), rules);
    }

    private boolean isStaffed(String queue) {
        return onDuty.all().stream().anyMatch(shift -> QUEUES.serves(shift, queue));
    }

    private static void wrong(no.innom.yaml.Problem problem) {
        throw new IllegalStateException(problem.toString());
    }
}
