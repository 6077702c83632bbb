package no.innom.conversation;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.innom.chat.ChatBus;
import no.innom.chat.ChatId;
import no.innom.chat.ChatStore;
import no.innom.chat.Message;
import no.innom.config.Settings;
import no.innom.duty.OnDuty;
import no.innom.duty.Role;
import no.innom.duty.Shift;
import no.innom.duty.ShiftBook;
import no.innom.escalation.Seats;
import no.innom.escalation.SecondLine;
import no.innom.flow.Ask;
import no.innom.flow.Flow;
import no.innom.flow.FlowEngine;
import no.innom.flow.Flows;
import no.innom.flow.Sprint;
import org.jspecify.annotations.Nullable;

/**
 * A talk on a draft: the service's own conversation, with a store and a bus of its own. So it says exactly what a
 * visitor would be told, also after risk, and yet stores nothing, rings nobody and counts nothing. For one thread at a
 * time; everything completes at once.
 */
public final class Rehearsal {
    private static final Duration RETENTION = Duration.ofHours(24);
    private static final Duration IDLE = Duration.ofHours(2);

    private final Stage stage = new Stage();
    private final Scene scene;
    private final OnDuty onDuty;
    private final Parts.Sides sides;
    private final Board board;
    private final Waits waits;
    private @Nullable Sprint last;

    /**
     * What is rehearsed.
     *
     * @param draft in the place of the live version
     * @param open whether somebody is on duty
     * @param from the step to begin at; null for the flow's own
     * @param clock what time it is in the rehearsal
     */
    public record Scene(Flow draft, boolean open, @Nullable String from, InstantSource clock) {}

    /**
     * How it stands.
     *
     * @param at the step that asks, with its flow before it where that is another; null when nothing is asked
     * @param asking the question that is open
     * @param answers given so far, by step
     * @param language that is spoken
     * @param queue where the chat waits; null where it does not
     * @param byFlow whether it was the flow that handed over
     * @param ended the step at which the flow ended; null where it did not
     * @param level of the risk that was found, as on the wire; null where it calls for nobody
     * @param category of that risk
     */
    public record Standing(
            String language,
            @Nullable String at,
            @Nullable Ask asking,
            Map<String, Object> answers,
            @Nullable String queue,
            boolean byFlow,
            @Nullable String ended,
            @Nullable String level,
            @Nullable String category) {}

    /** @param real what the service itself is put together from */
    public Rehearsal(Parts real, Scene scene) {
        this.scene = scene;
        var flows = new Staged(staged(scene), real.flows());
        this.onDuty = new OnDuty(new Someone(scene.open()), scene.clock());
        onDuty.refresh();
        this.board = new Board(stage, stage, real.queues().rules().order(), scene.clock());
        var names = real.flowNames();
        this.waits = new Waits(new SimpleMeterRegistry(), scene.clock());
        this.sides = new Parts(
                        new Commits(stage, stage, scene.clock(), RETENTION, IDLE, waits),
                        stage,
                        stage,
                        real.guard(),
                        real.texts(),
                        real.master(),
                        flows,
                        new FlowEngine(flows, real.directory(), sprint -> last = sprint),
                        real.directory(),
                        real.handovers(),
                        real.queues(),
                        onDuty,
                        mark -> Future.succeededFuture(),
                        new NoSeats(),
                        new NobodyOutside(),
                        new Settings.FlowNames(scene.draft().id(), names.waiting(), names.closed(), names.closing()),
                        real.zone())
                .build();
    }

    /** An evening is tried at any time, and from any step. */
    private static Flow staged(Scene scene) {
        var undated = scene.draft().withoutTheme();
        return scene.from() == null ? undated : undated.startingAt(scene.from());
    }

    public Scene scene() {
        return scene;
    }

    public Conversation visitor() {
        return sides.visitor();
    }

    public Desk staff() {
        return sides.staff();
    }

    public Board board() {
        return board;
    }

    public ChatStore store() {
        return stage;
    }

    public ChatBus bus() {
        return stage;
    }

    /** Counts what nobody looks at. */
    public Waits waits() {
        return waits;
    }

    public OnDuty onDuty() {
        return onDuty;
    }

    /** All that was said. */
    public List<Message> log() {
        return stage.log();
    }

    /** How it stands now; everything null before it has begun. */
    public Standing standing() {
        var chat = stage.chat();
        if (chat == null) {
            return new Standing("", null, null, Map.of(), null, false, null, null, null);
        }
        var envelope = chat.envelope();
        var flow = chat.contents().flow();
        var frame = flow == null ? null : flow.frames().get(flow.frames().size() - 1);
        var at = frame == null
                ? null
                : frame.flow().equals(scene.draft().id()) ? frame.step() : frame.flow() + "." + frame.step();
        var category = envelope.category();
        var spot = envelope.spot();
        var sprint = last;
        return new Standing(
                envelope.language(),
                at,
                at == null ? null : asked(),
                chat.contents().answers(),
                envelope.waiting() && spot != null ? spot.queue() : null,
                sprint != null && spot != null && spot.queue().equals(sprint.handoff()),
                sprint != null && sprint.ended() && !envelope.waiting() ? sprint.endedAt() : null,
                envelope.atRisk() ? envelope.level().wire() : null,
                envelope.atRisk() && category != null ? category.wire() : null);
    }

    private @Nullable Ask asked() {
        Ask ask = null;
        for (var message : stage.log()) {
            ask = message.ask() == null ? ask : message.ask();
        }
        return ask;
    }

    /** The draft in its place among all flows. */
    private record Staged(Flow draft, Flows others) implements Flows {
        @Override
        public Optional<Flow> live(String id) {
            return id.equals(draft.id()) ? Optional.of(draft) : others.live(id);
        }

        @Override
        public Optional<Flow> version(String id, int number) {
            return id.equals(draft.id()) ? Optional.of(draft) : others.version(id, number);
        }
    }

    /** Nobody takes a chat in a rehearsal. */
    private record NoSeats() implements Seats {
        @Override
        public Future<Seat> take(String user, ChatId chat) {
            return Future.succeededFuture(new Seat(user, "", Set.of()));
        }

        @Override
        public Future<Void> giveBack(Seat seat) {
            return Future.succeededFuture();
        }
    }

    /** Nobody outside is called either. */
    private record NobodyOutside() implements SecondLine {
        @Override
        public boolean isSetUp() {
            return false;
        }

        @Override
        public Future<Void> call(Call call) {
            return Future.succeededFuture();
        }
    }

    /** Somebody on duty who takes no chats, or nobody. */
    private record Someone(boolean here) implements ShiftBook {
        @Override
        public Future<List<Shift>> all() {
            return Future.succeededFuture(
                    here
                            ? List.of(
                                    new Shift("rehearsal", "", Set.of(Role.FAGPERSON), true, 1, Set.of(), Instant.MAX))
                            : List.of());
        }

        @Override
        public Future<Void> put(Shift shift) {
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> renew(String user, Instant until) {
            return Future.succeededFuture();
        }

        @Override
        public void listen(Runnable listener) {
            // Nobody comes or goes in a rehearsal.
        }
    }
}
