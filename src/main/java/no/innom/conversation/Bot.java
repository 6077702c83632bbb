package no.innom.conversation;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import no.innom.chat.Clock;
import no.innom.chat.Status;
import no.innom.chat.Turn;
import no.innom.duty.OnDuty;
import no.innom.escalation.Handovers;
import no.innom.escalation.Queues;
import no.innom.flow.Answer;
import no.innom.flow.Ask;
import no.innom.flow.BadAnswerException;
import no.innom.flow.Contact;
import no.innom.flow.Directory;
import no.innom.flow.FlowEngine;
import no.innom.flow.FlowFailedException;
import no.innom.flow.Flows;
import no.innom.flow.Kind;
import no.innom.flow.Moment;
import no.innom.flow.Sprint;
import no.innom.risk.Finding;
import no.innom.risk.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the bot does in a turn: walks the flow, and steps aside for a person. A flow that fails fetches one. */
final class Bot {
    private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

    private final FlowEngine engine;
    private final Flows flows;
    private final Supplier<Directory> directory;
    private final Handovers handovers;
    private final Queues queues;
    private final Words words;
    private final OnDuty onDuty;
    private final ZoneId zone;
    private final String closedFlow;

    Bot(
            FlowEngine engine,
            Flows flows,
            Supplier<Directory> directory,
            Handovers handovers,
            Queues queues,
            Words words,
            OnDuty onDuty,
            ZoneId zone,
            String closedFlow) {
        this.engine = engine;
        this.flows = flows;
        this.directory = directory;
        this.handovers = handovers;
        this.queues = queues;
        this.words = words;
        this.onDuty = onDuty;
        this.zone = zone;
        this.closedFlow = closedFlow;
    }

    /** Begins a flow. */
    void start(Turn turn, String flow) {
        follow(turn, () -> engine.start(flow, moment(turn)));
    }

    /** Gives the flow an answer and says what comes of it. */
    void answer(Turn turn, Answer answer) {
        var state = turn.flow();
        if (state != null) {
            follow(turn, () -> engine.resume(state, answer, moment(turn)));
        }
    }

    /** The question that is open. */
    Optional<Ask> asking(Turn turn) {
        var state = turn.flow();
        return state == null ? Optional.empty() : engine.asking(state, moment(turn));
    }

    /** Says a text, with the question that is still open. */
    void say(Turn turn, String key) {
        turn.bot(words.say(turn, key), asking(turn).orElse(null), List.of());
    }

    /** Asks straight about a hint instead of going on; the flow waits with what was said to it. */
    void askAboutHint(Turn turn, String said) {
        boolean takesText =
                asking(turn).map(Ask::kind).filter(Kind.TEXT::equals).isPresent();
        turn.unanswered(takesText ? said : "");
        turn.bot(words.say(turn, "watch"), null, List.of());
    }

    /** The visitor has answered about the hint, and nothing suggests danger: back to where the flow was. */
    void goOn(Turn turn) {
        var said = turn.unanswered();
        turn.unanswered(null);
        if (said == null || said.isEmpty()) {
            say(turn, "watch-no");
        } else {
            turn.bot(words.say(turn, "watch-no"), null, List.of());
            answer(turn, new Answer.Text(said));
        }
    }

    /** Risk has been found in what was appended last: leaves the flow and brings a person. */
    void handOver(Turn turn, Finding risk) {
        var was = turn.before().envelope();
        boolean again = was.waiting() && was.atRisk() && risk.category() == was.category();
        var category = risk.category();
        turn.contacts(contacts(turn, category == null ? null : category.wire()));
        stepAside(turn);
        handovers.enter(turn, queues.risk());
        turn.bot(words.handover(turn, category, again, onDuty.open()), null, List.of());
    }

    /** The visitor wants a person, or the chat was over and goes on: brings one. */
    void fetchPerson(Turn turn) {
        boolean waits = turn.status() == Status.WAITING;
        boolean open = onDuty.open();
        if (open || !waits) {
            stepAside(turn);
        }
        handovers.enter(turn, queues.human());
        if (open) {
            turn.bot(words.say(turn, waits ? "still-waiting" : "human-open"), null, List.of());
        } else if (waits) {
            turn.bot(words.say(turn, "still-waiting-closed"), asking(turn).orElse(null), contacts(turn, null));
        } else {
            turn.bot(words.say(turn, "human-closed"), null, contacts(turn, null));
            start(turn, closedFlow);
        }
    }

    /** A finding as the flow that runs sees it: a flow can hand over earlier than usual, never later. */
    Finding asTheFlowSees(Turn turn, Finding risk) {
        var state = turn.flow();
        if (risk.level() != Level.WATCH || state == null) {
            return risk;
        }
        boolean earlier = state.frames().stream()
                .map(frame -> flows.version(frame.flow(), frame.version()))
                .anyMatch(flow -> flow.isPresent() && flow.get().handOffFromWatch());
        return earlier ? new Finding(Level.HIGH, risk.category(), risk.spans(), risk.rules()) : risk;
    }

    private void follow(Turn turn, java.util.function.Supplier<Sprint> walk) {
        Sprint sprint;
        try {
            sprint = walk.get();
        } catch (BadAnswerException e) {
            throw new RefusedException(Refusal.BAD_FIELD, "value");
        } catch (FlowFailedException e) {
            fail(turn, e);
            return;
        } catch (RuntimeException | StackOverflowError e) {
            fail(turn, e);
            return;
        }
        sprint.lines().forEach(line -> turn.bot(line.text(), line.ask(), line.contacts()));
        turn.flow(sprint.state());
        turn.answers(sprint.answers());
        var queue = sprint.handoff();
        if (queue != null) {
            turn.closing(false);
            if (queue.equals(queues.risk())) {
                // A flow that hands over to the queue for risk says that somebody may be in danger.
                turn.raise(Level.HIGH, null);
            }
            handovers.enter(turn, queue);
            if (sprint.lines().isEmpty()) {
                turn.bot(words.say(turn, "human-open"), null, List.of());
            }
        } else if (sprint.ended() && turn.closing()) {
            close(turn);
        }
    }

    /** Ends the chat. */
    void close(Turn turn) {
        handovers.leave(turn);
        stepAside(turn);
        turn.status(Status.CLOSED);
    }

    private void fail(Turn turn, Throwable e) {
        LOG.error(
                "A flow failed and its chat is handed to a person: {}",
                e.getClass().getSimpleName());
        stepAside(turn);
        handovers.enter(turn, queues.human());
        boolean open = onDuty.open();
        turn.bot(
                words.say(turn, open ? "flow-failed" : "flow-failed-closed"),
                null,
                open ? List.of() : contacts(turn, null));
    }

    private void stepAside(Turn turn) {
        turn.flow(null);
        turn.unanswered(null);
        turn.closing(false);
        turn.clock(Clock.CLOSING, null);
    }

    private List<Contact> contacts(Turn turn, @org.jspecify.annotations.Nullable String category) {
        return directory
                .get()
                .urgent(
                        category,
                        turn.now().atZone(zone),
                        turn.before().envelope().language());
    }

    private Moment moment(Turn turn) {
        return new Moment(
                turn.now().atZone(zone),
                onDuty.open(),
                turn.before().envelope().language(),
                turn.before().contents().nickname());
    }
}
