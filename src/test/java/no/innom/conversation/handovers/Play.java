package no.innom.conversation.handovers;

import static no.innom.conversation.handovers.Node.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import no.innom.chat.ChatId;
import no.innom.chat.ChatStore;
import no.innom.chat.Clock;
import no.innom.chat.Envelope;
import no.innom.chat.Message;
import no.innom.chat.Receipt;
import no.innom.conversation.RefusedException;
import no.innom.duty.Role;
import no.innom.duty.Shift;
import no.innom.escalation.Card;
import no.innom.risk.Level;

/** One play on the stage: chats, people and rounds of moves, each held against the model. */
final class Play {
    static final List<String> STAFF = List.of("kari", "per", "ola");
    static final List<Duration> SPANS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(21),
            Duration.ofSeconds(31),
            Duration.ofSeconds(70),
            Duration.ofSeconds(200),
            Duration.ofMinutes(11),
            Duration.ofHours(3),
            Duration.ofHours(25));
    static final int CHATS = 3;
    private static final Instant BEGUN = Instant.parse("2099-11-26T18:00:00Z");
    private static final List<String> QUEUES = List.of("akutt", "samtale", "temakveld");
    private static final List<Level> LEVELS = List.of(Level.NONE, Level.HIGH, Level.ACUTE);
    private static final Map<String, Set<Role>> ROLES =
            Map.of("kari", Set.of(Role.FAGPERSON), "per", Set.of(Role.LEDER), "ola", Set.of(Role.FRIVILLIG));

    private final Stage stage;
    private final List<ChatId> ids = new ArrayList<>();
    private final List<ModelChat> models = new ArrayList<>();
    private final Map<String, Long> acked = new HashMap<>();
    private final Map<String, Instant> until = new HashMap<>();
    private final Set<String> on = new HashSet<>();
    private final List<String> story = new ArrayList<>();
    private int sent;

    /** What a move has come to. */
    private static final class Doing {
        private final Move move;
        private final String id;
        private final boolean wasOn;
        private String answered;
        private ChatId claimed;
        private boolean dead;

        Doing(Move move, String id, boolean wasOn) {
            this.move = move;
            this.id = id;
            this.wasOn = wasOn;
        }
    }

    Play(Stage stage) {
        this.stage = stage;
        stage.count("a play");
        stage.clear(BEGUN);
        for (int i = 0; i < CHATS; i++) {
            var begun =
                    stage.run(node -> node.sides.visitor().start("nb", null, "", (chat, key) -> {}), stage.node(i % 2));
            ids.add(begun.id());
            models.add(new ModelChat(now()));
        }
        come(0, 0);
        duty(0, true);
        come(1, 1);
        duty(1, true);
    }

    /** Plays all rounds and looks at what is left. */
    void through(List<Move.Round> rounds) {
        try {
            for (var round : rounds) {
                before(round);
                together(round.moves(), round);
            }
            leavesNothingBehind();
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n  " + String.join("\n  ", story), e);
        }
    }

    private void before(Move.Round round) {
        story.add(round.before() + " " + STAFF.get(round.who()) + "@" + round.node());
        switch (round.before()) {
            case NOTHING -> {}
            case COME -> come(round.who(), round.node());
            case DROP -> drop(round.who());
            case ON_DUTY -> duty(round.who(), true);
            case OFF_DUTY -> duty(round.who(), false);
            case TIME -> pass(SPANS.get(round.span()));
        }
    }

    private void come(int who, int node) {
        var user = STAFF.get(who);
        stage.node(node).consoles.add(user);
        var ends = now().plus(Node.LEASE);
        boolean known = here(user);
        until.put(user, ends);
        if (known) {
            stage.node(node).renew(user, ends);
        } else {
            on.remove(user);
            stage.node(node).put(shift(user, false, ends));
        }
        stage.refresh();
    }

    private void drop(int who) {
        var user = STAFF.get(who);
        for (var node : stage.nodes()) {
            if (node.consoles.remove(user)) {
                until.put(user, now().plus(Node.LEASE));
                node.renew(user, now().plus(Node.LEASE));
            }
        }
        stage.refresh();
    }

    private void duty(int who, boolean is) {
        var user = STAFF.get(who);
        for (var node : stage.nodes()) {
            if (node.consoles.contains(user)) {
                until.put(user, now().plus(Node.LEASE));
                node.put(shift(user, is, now().plus(Node.LEASE)));
                if (is) {
                    on.add(user);
                } else {
                    on.remove(user);
                }
                break;
            }
        }
        stage.refresh();
    }

    /** Time passes; whoever has a console open is heard of all the while. */
    private void pass(Duration span) {
        stage.pass(span);
        for (var node : stage.nodes()) {
            for (var user : node.consoles) {
                until.put(user, now().plus(Node.LEASE));
                node.renew(user, now().plus(Node.LEASE));
            }
        }
        stage.refresh();
    }

    private void together(List<Move> moves, Move.Round round) {
        var due = new HashSet<ChatStore.Due>(await(stage.node(0).chats.due(now())));
        var waited = waiting();
        var doings = new ArrayList<Doing>();
        for (var drawn : moves) {
            var move = drawn.by(whoIs(drawn));
            var id = "m" + ++sent;
            doings.add(begin(move, id, move.node()));
            if (move.twice()) {
                doings.add(begin(move, id, 1 - move.node()));
            }
        }
        boolean mishap = letThrough(doings, round);
        doings.forEach(doing -> story.add(doing.move + " " + doing.id + " -> "
                + (doing.answered == null ? "no answer" : doing.answered)
                + (doing.claimed == null ? "" : " " + ids.indexOf(doing.claimed))));
        doings.forEach(doing -> stage.count(doing.move.kind() + " " + doing.answered));
        var rung = stage.takeRung();
        rung.forEach(ring -> stage.count("rung " + ring.step()));
        var store = stage.node(round.node()).chats;
        var loads = ids.stream().map(id -> store.load(id, null)).toList();
        var waiting = store.waiting();
        var held = store.held();
        await(Future.all(Future.all(loads), waiting, held));
        for (int i = 0; i < CHATS; i++) {
            var is = loads.get(i)
                    .result()
                    .map(loaded -> loaded.chat().envelope())
                    .orElse(null);
            explain(i, done(i, doings, due, mishap, is == null), is, rung);
        }
        keepsTheOrder(doings, waited);
        isInExactlyOnePlace(waiting.result().keySet(), held.result());
        sendAgain(doings);
    }

    /** Drawn blindly, nearly all that staff do would be refused: half of it is done by whoever may. */
    private int whoIs(Move move) {
        if (move.who() < STAFF.size()) {
            return move.who();
        }
        var holder = models.get(move.chat()).holder;
        return holder == null ? move.who() - STAFF.size() : STAFF.indexOf(holder);
    }

    /** Lets the calls through in the order that is drawn; answers whether anything went wrong on the way. */
    private boolean letThrough(List<Doing> doings, Move.Round round) {
        var random = new Random(round.order());
        boolean mishap = false;
        for (int step = 0; stage.waits() > 0; step++) {
            assertThat(step).as("steps of one round").isLessThan(10_000);
            var fate = Turnstile.Fate.ANSWERED;
            if (step == round.at() && round.mishap() != Move.Mishap.NONE) {
                mishap = true;
                switch (round.mishap()) {
                    case ANSWER_LOST -> fate = Turnstile.Fate.ANSWER_LOST;
                    case REFUSED -> fate = Turnstile.Fate.REFUSED;
                    default -> {
                        die(round.node(), round.mishap() != Move.Mishap.NODE_DIES);
                        doings.stream()
                                .filter(doing -> doing.move.node() == round.node() || doing.move.twice())
                                .forEach(doing -> doing.dead = doing.answered == null);
                        continue;
                    }
                }
            }
            stage.let(random.nextInt(stage.waits()), fate);
        }
        return mishap;
    }

    private void die(int node, boolean withACallOnItsWay) {
        story.add("node " + node + " dies");
        stage.count("a node died");
        stage.kill(node, withACallOnItsWay);
    }

    private Doing begin(Move move, String id, int at) {
        var node = stage.node(at);
        var shift = shiftAt(node, STAFF.get(move.who()));
        var chat = ids.get(move.chat());
        var doing = new Doing(move, id, shift.on());
        var visitor = node.sides.visitor();
        var desk = node.sides.staff();
        var begun =
                switch (move.kind()) {
                    case SAY -> {
                        var level = LEVELS.get(move.with());
                        yield visitor.say(chat, id, level.wire() + " " + id, seq -> ack(id, seq));
                    }
                    case HUMAN -> visitor.human(chat, id, seq -> ack(id, seq));
                    case LEAVE -> visitor.end(chat, false);
                    case ERASE -> visitor.erase(chat);
                    case CLAIM -> desk.claim(shift, chat);
                    case CLAIM_NEXT ->
                        desk.claim(shift, null)
                                .onSuccess(held -> doing.claimed = held.chat().id());
                    case ANSWER -> desk.say(shift, chat, id, "svar " + id, seq -> ack(id, seq));
                    case RELEASE -> desk.release(shift, chat, "notat");
                    case TRANSFER -> desk.transfer(shift, chat, QUEUES.get(move.with()), null);
                    case GIVE -> desk.transferTo(shift, chat, STAFF.get(move.with()), null);
                    case CLOSE -> desk.close(shift, chat);
                    case SWEEP -> node.sides.clock().sweep();
                };
        begun.onComplete(result -> doing.answered = result.succeeded()
                ? ModelChat.OK
                : result.cause() instanceof RefusedException refused
                        ? refused.refusal().wire()
                        : null);
        return doing;
    }

    private void ack(String id, long seq) {
        var before = acked.put(id, seq);
        assertThat(before == null || before == seq).as("the number of " + id).isTrue();
    }

    /** All that may have been done to one chat. */
    private List<Linear.Done> done(
            int chat, List<Doing> doings, Set<ChatStore.Due> due, boolean mishap, boolean isGone) {
        var done = new ArrayList<Linear.Done>();
        for (var doing : doings) {
            var move = doing.move;
            if (move.kind() == Move.Kind.SWEEP) {
                done.addAll(struck(ids.get(chat), due, mishap));
            } else if (move.kind() == Move.Kind.CLAIM_NEXT) {
                // One that was over as soon as it was taken: then the next was taken, and nobody heard of this one.
                boolean passedOver = isGone && !ids.get(chat).equals(doing.claimed);
                boolean perhaps = doing.answered == null || passedOver;
                if (perhaps || ids.get(chat).equals(doing.claimed)) {
                    done.add(new Linear.Done(
                            "CLAIM_NEXT " + doing.id + "=" + doing.answered,
                            model -> rule(move, doing.id, model),
                            perhaps ? null : ModelChat.OK,
                            perhaps));
                }
            } else if (move.chat() == chat && !isNotInTheLog(doing)) {
                // What nobody heard the answer to, and is in the log, was taken: not refused after something else.
                boolean stored = isInTheLog(doing);
                done.add(new Linear.Done(
                        move.kind() + " " + doing.id + "=" + doing.answered,
                        model -> rule(move, doing.id, model),
                        stored ? ModelChat.OK : doing.answered,
                        doing.answered == null && !stored));
            }
        }
        return done;
    }

    private boolean isInTheLog(Doing doing) {
        return doing.answered == null && inTheLog(doing).orElse(false);
    }

    private boolean isNotInTheLog(Doing doing) {
        return doing.answered == null && !inTheLog(doing).orElse(true);
    }

    /** Of a message whose answer nobody has heard: whether it is there. Empty when nothing can tell. */
    private Optional<Boolean> inTheLog(Doing doing) {
        if (!doing.move.kind().speaks()) {
            return Optional.empty();
        }
        var receipt = doing.move.kind() == Move.Kind.ANSWER
                ? Receipt.staff(STAFF.get(doing.move.who()), doing.id)
                : Receipt.visitor(doing.id);
        return await(stage.node(0).chats.load(ids.get(doing.move.chat()), receipt))
                .map(loaded -> loaded.already() != null);
    }

    private List<Linear.Done> struck(ChatId chat, Set<ChatStore.Due> due, boolean mishap) {
        var clocks = due.stream()
                .filter(one -> one.chat().equals(chat))
                .map(ChatStore.Due::clock)
                .toList();
        boolean ends = clocks.contains(Clock.RETENTION);
        return clocks.stream()
                .peek(clock -> stage.count("due " + clock.wire()))
                .map(clock -> {
                    Function<ModelChat, String> strike = model -> {
                        model.strike(clock, model.holder == null ? null : until.get(model.holder), now());
                        return null;
                    };
                    // The end of the retention gives way to whatever is done to the chat, and goes before other clocks.
                    return new Linear.Done(clock.wire(), strike, null, mishap || ends);
                })
                .toList();
    }

    private String rule(Move move, String id, ModelChat chat) {
        var user = STAFF.get(move.who());
        var now = now();
        return switch (move.kind()) {
            case SAY -> chat.say(id, LEVELS.get(move.with()), now);
            case HUMAN -> chat.human(id, now);
            case LEAVE -> chat.leave();
            case ERASE -> chat.erase();
            case CLAIM, CLAIM_NEXT -> chat.claim(user, isOn(user), ROLES.get(user), now);
            case ANSWER -> chat.staffSay(id, user, now);
            case RELEASE -> chat.handOn(user, null, now);
            case TRANSFER -> chat.handOn(user, QUEUES.get(move.with()), now);
            case GIVE -> {
                var other = STAFF.get(move.with());
                yield chat.give(user, other, isOn(other), ROLES.get(other), now);
            }
            case CLOSE -> chat.close(user, now);
            case SWEEP -> throw new IllegalArgumentException("a sweep has no rule of its own");
        };
    }

    private void explain(int chat, List<Linear.Done> done, Envelope is, List<Turnstile.Rung> rung) {
        var id = ids.get(chat);
        var model = models.get(chat);
        var rings = new StringBuilder();
        rung.stream().filter(ring -> ring.chat().equals(id)).forEach(ring -> rings.append(ring.step())
                .append(' '));
        model.rung = "";
        var after = Linear.explain(model, done, is, rings.toString());
        if (after == null) {
            throw new AssertionError("No order of "
                    + done.stream().map(Linear.Done::what).toList()
                    + " explains chat " + chat + ". It was: " + model.differs(is) + " Rung: " + rings);
        }
        models.set(chat, after);
    }

    /** Who asks for the next gets the first of those that waited all the while. */
    private void keepsTheOrder(List<Doing> doings, List<Integer> waited) {
        var changed = new HashSet<Integer>();
        var taken = new HashSet<Integer>();
        doings.forEach(doing -> {
            if (doing.move.kind() == Move.Kind.SWEEP) {
                changed.addAll(waited);
            } else if (doing.move.kind() != Move.Kind.CLAIM_NEXT) {
                changed.add(doing.move.chat());
            } else if (doing.answered == null) {
                taken.addAll(waited);
            } else if (doing.claimed != null) {
                taken.add(ids.indexOf(doing.claimed));
            }
        });
        for (var doing : doings) {
            if (doing.move.kind() != Move.Kind.CLAIM_NEXT || doing.answered == null || !doing.wasOn) {
                continue;
            }
            var user = STAFF.get(doing.move.who());
            int got = doing.claimed == null ? -1 : ids.indexOf(doing.claimed);
            boolean sure = got < 0 || (waited.contains(got) && !changed.contains(got));
            for (int other : waited) {
                boolean stood = !changed.contains(other) && !taken.contains(other);
                if (stood
                        && Node.QUEUES.serves(
                                ROLES.get(user), models.get(other).spot.queue())) {
                    assertThat(got)
                            .as("%s was told that nobody waits, and %s did", user, other)
                            .isNotNegative();
                    assertThat(!sure || waited.indexOf(got) < waited.indexOf(other))
                            .as("%s was taken before %s", got, other)
                            .isTrue();
                }
            }
        }
    }

    /** The chats that wait, by number, in the order in which they are to be taken. */
    private List<Integer> waiting() {
        var all = new ArrayList<Integer>();
        for (int i = 0; i < CHATS; i++) {
            if (models.get(i).waits()) {
                all.add(i);
            }
        }
        all.sort(Comparator.<Integer, Level>comparing(i -> models.get(i).level, Comparator.reverseOrder())
                .thenComparing(i -> models.get(i).spot.since())
                .thenComparing(i -> ids.get(i).value()));
        return all;
    }

    private void isInExactlyOnePlace(Set<ChatId> waiting, Map<ChatId, String> heldBy) {
        var waits = new HashSet<ChatId>();
        var held = new HashMap<ChatId, String>();
        for (int i = 0; i < CHATS; i++) {
            var model = models.get(i);
            if (model.waits()) {
                waits.add(ids.get(i));
            } else if (!model.gone && model.holder != null) {
                held.put(ids.get(i), model.holder);
            }
        }
        assertThat(await(stage.node(0).chats.waiting()).keySet())
                .as("who waits")
                .isEqualTo(waits);
        assertThat(await(stage.node(1).chats.held())).as("who is held").isEqualTo(held);
    }

    /** Whoever got no answer sends the same again, as the pages do. */
    private void sendAgain(List<Doing> doings) {
        var again = new TreeSet<String>();
        for (var doing : doings) {
            if (doing.move.kind().speaks() && doing.answered == null && again.add(doing.id)) {
                var anew = begin(doing.move, doing.id, doing.move.node());
                while (stage.waits() > 0) {
                    stage.let(0, Turnstile.Fate.ANSWERED);
                }
                story.add("again " + doing.id + " -> " + anew.answered);
                int chat = doing.move.chat();
                explain(chat, done(chat, List.of(anew), Set.of(), false, false), envelope(chat), stage.takeRung());
            }
        }
    }

    private Envelope envelope(int chat) {
        return await(stage.node(0).chats.load(ids.get(chat), null))
                .map(loaded -> loaded.chat().envelope())
                .orElse(null);
    }

    private void leavesNothingBehind() {
        var order = waiting().stream().map(i -> ids.get(i).value()).toList();
        for (var node : stage.nodes()) {
            await(node.board.refresh());
            assertThat(node.board.cards().stream().map(Card::chat))
                    .as("the board")
                    .containsExactlyElementsOf(order);
        }
        var clocks = new HashSet<ChatStore.Due>();
        for (int i = 0; i < CHATS; i++) {
            for (var clock : Clock.values()) {
                if (!models.get(i).gone && models.get(i).clocks(clock) != null) {
                    clocks.add(new ChatStore.Due(ids.get(i), clock));
                }
            }
            if (!models.get(i).gone) {
                hasEveryAckedMessageOnce(i);
            }
        }
        var due = await(stage.node(0).chats.due(now().plus(Duration.ofDays(365))));
        assertThat(due).as("what falls due").containsExactlyInAnyOrderElementsOf(clocks);
        isTakenInOrder(order);
        pass(Node.RETENTION);
        forgetsWhatIsOver();
    }

    private void forgetsWhatIsOver() {
        for (int i = 0; i < CHATS; i++) {
            var model = models.get(i);
            if (!model.gone && !model.clocks(Clock.RETENTION).isAfter(now())) {
                stage.run(node -> node.sides.clock().sweep(), stage.node(1));
                var due = await(stage.node(0).chats.due(now())).stream().filter(one -> one.clock() == Clock.RETENTION);
                assertThat(due).as("texts that are kept too long").isEmpty();
            }
        }
    }

    private void isTakenInOrder(List<String> order) {
        come(0, 0);
        duty(0, true);
        for (var chat : order) {
            var next = stage.run(node -> node.sides.staff().claim(shiftAt(node, "kari"), null), stage.node(0));
            assertThat(next.chat().id().value()).as("taken next").isEqualTo(chat);
        }
    }

    private void hasEveryAckedMessageOnce(int chat) {
        var loaded = await(stage.node(0).chats.load(ids.get(chat), null)).orElseThrow();
        var log = await(stage.node(0).chats.messages(loaded.chat(), 0, 10_000));
        for (int i = 0; i < log.size(); i++) {
            assertThat(log.get(i).seq()).isEqualTo(i + 1L);
        }
        var ids = log.stream().map(Message::id).filter(Objects::nonNull).toList();
        assertThat(ids).as("nothing twice").doesNotHaveDuplicates();
        assertThat(ids).as("all that was said").hasSameElementsAs(models.get(chat).receipts);
        for (var message : log) {
            if (message.id() != null) {
                assertThat(message.seq()).isEqualTo(acked.get(message.id()));
            }
        }
    }

    private Shift shiftAt(Node node, String user) {
        var known = node.onDuty.of(user);
        return shift(user, known != null && known.on(), now().plus(Node.LEASE));
    }

    private Shift shift(String user, boolean isOn, Instant ends) {
        return new Shift(user, user, ROLES.get(user), isOn, 100, Set.of(), ends);
    }

    private boolean here(String user) {
        return until.containsKey(user) && until.get(user).isAfter(now());
    }

    private boolean isOn(String user) {
        return here(user) && on.contains(user);
    }

    private Instant now() {
        return stage.now();
    }
}
