package no.innom.conversation.handovers;

import static no.innom.conversation.handovers.Crew.STAFF;
import static no.innom.conversation.handovers.Node.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import no.innom.chat.ChatStore;
import no.innom.chat.Envelope;

/** One play on the stage: chats, people and rounds of moves, each held against the model. */
final class Play {
    static final List<Duration> SPANS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(21),
            Duration.ofSeconds(31),
            Duration.ofSeconds(70),
            Duration.ofSeconds(200),
            Duration.ofMinutes(11),
            Duration.ofHours(3),
            Duration.ofHours(25));
    private static final Instant BEGUN = Instant.parse("2099-11-26T18:00:00Z");

    private final Stage stage;
    private final Crew crew;
    private final Chats chats;
    private final Account account;
    private final Map<String, Long> acked = new HashMap<>();
    private final List<String> story = new ArrayList<>();
    private int sent;

    Play(Stage stage) {
        this.stage = stage;
        stage.count("a play");
        stage.clear(BEGUN);
        chats = new Chats(stage);
        crew = new Crew(stage);
        account = new Account(stage, crew, chats);
        crew.come(0, 0);
        crew.duty(0, true);
        crew.come(1, 1);
        crew.duty(1, true);
    }

    /** Plays all rounds and looks at what is left. */
    void through(List<Move.Round> rounds) {
        try {
            for (var round : rounds) {
                before(round);
                together(round);
            }
            new Aftermath(stage, crew, chats, acked).leavesNothingBehind();
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n  " + String.join("\n  ", story), e);
        }
    }

    private void before(Move.Round round) {
        story.add(round.before() + " " + STAFF.get(round.who()) + "@" + round.node() + " " + SPANS.get(round.span())
                + " " + round.mishap());
        switch (round.before()) {
            case NOTHING -> {}
            case COME -> crew.come(round.who(), round.node());
            case DROP -> crew.drop(round.who());
            case ON_DUTY -> crew.duty(round.who(), true);
            case OFF_DUTY -> crew.duty(round.who(), false);
            case TIME -> crew.pass(SPANS.get(round.span()));
        }
    }

    private void together(Move.Round round) {
        var due = new HashSet<ChatStore.Due>(await(stage.node(0).chats.due(stage.now())));
        var order = new TakenInOrder(stage, crew, chats, chats.waiting());
        stage.telephone().busy(round.mishap() == Move.Mishap.TELEPHONE_BUSY);
        stage.telephone().there(round.mishap() != Move.Mishap.NO_TELEPHONE);
        var doings = begin(round.moves());
        boolean mishap = letThrough(round);
        for (var doing : doings) {
            story.add(doing + (doing.claimed == null ? "" : " " + chats.number(doing.claimed)));
            stage.count(doing.move.kind() + " " + doing.answered);
        }
        var noise = account.heard(mishap);
        var found = chats.look(stage.node(round.node()));
        chats.all().forEach(i -> {
            var is = found.envelopes().get(i);
            var heard = noise.apply(i);
            explain(i, account.of(i, doings, due, heard, is), is, heard);
        });
        order.after(doings);
        chats.areInExactlyOnePlace(found);
        sendAgain(doings);
    }

    private List<Doing> begin(List<Move> moves) {
        var doings = new ArrayList<Doing>();
        for (var drawn : moves) {
            var move = drawn.by(whoIs(drawn));
            var id = "m" + ++sent;
            doings.add(begin(move, id, move.node()));
            if (move.twice()) {
                doings.add(begin(move, id, 1 - move.node()));
            }
        }
        return doings;
    }

    private Doing begin(Move move, String id, int at) {
        var node = stage.node(at);
        var shift = crew.shiftAt(node, STAFF.get(move.who()));
        return Doing.begin(move, id, node, shift, chats.id(move.chat()), seq -> ack(id, seq));
    }

    /** Drawn blindly, nearly all that staff do would be refused: half of it is done by whoever may. */
    private int whoIs(Move move) {
        if (move.who() < STAFF.size()) {
            return move.who();
        }
        var holder = chats.model(move.chat()).holder;
        return holder == null ? move.who() - STAFF.size() : STAFF.indexOf(holder);
    }

    private void ack(String id, long seq) {
        var before = acked.put(id, seq);
        assertThat(before == null || before == seq).as("the number of " + id).isTrue();
    }

    /** Lets the calls through in the order that is drawn; answers whether anything went wrong on the way. */
    private boolean letThrough(Move.Round round) {
        var random = new Random(round.order());
        boolean mishap = false;
        for (int step = 0; stage.waits() > 0; step++) {
            assertThat(step).as("steps of one round").isLessThan(10_000);
            var fate = Turnstile.Fate.ANSWERED;
            if (step == round.at() && round.mishap().isOnTheWay()) {
                mishap = true;
                switch (round.mishap()) {
                    case ANSWER_LOST -> fate = Turnstile.Fate.ANSWER_LOST;
                    case REFUSED -> fate = Turnstile.Fate.REFUSED;
                    default -> {
                        die(round.node(), round.mishap() != Move.Mishap.NODE_DIES);
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

    private void explain(int chat, List<Linear.Done> done, Envelope is, Linear.Heard heard) {
        var model = chats.model(chat);
        model.begins();
        var after = Linear.explain(model, done, is, heard);
        if (after == null) {
            throw new AssertionError("No order of "
                    + done.stream().map(Linear.Done::what).toList()
                    + " explains chat " + chat + ". It was: " + model.differs(is) + " " + heard);
        }
        after.tried.forEach(stage::count);
        chats.become(chat, after);
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
                var heard = account.heard(false).apply(chat);
                var is = chats.look(chat);
                explain(chat, account.of(chat, List.of(anew), Set.of(), heard, is), is, heard);
            }
        }
    }
}
