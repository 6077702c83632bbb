package no.innom.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.innom.flow.Answer;
import no.innom.flow.Ask;
import no.innom.flow.BadAnswerException;
import no.innom.flow.Choice;
import no.innom.flow.Contact;
import no.innom.flow.FlowEngine;
import no.innom.flow.FlowFailedException;
import no.innom.flow.FlowState;
import no.innom.flow.Flows;
import no.innom.flow.Kind;
import no.innom.flow.Line;
import no.innom.flow.Moment;
import no.innom.flow.Sprint;
import no.innom.risk.Earlier;
import no.innom.risk.Finding;
import no.innom.risk.Level;
import no.innom.risk.RiskScanner;
import org.jspecify.annotations.Nullable;

/**
 * One talk with a flow on a line-based terminal, as the server would have it: free text is scanned, risk ends the
 * flow at once, what does not answer a question is kept and the question is asked again.
 */
final class Talk {

    /** Where the visitor's words come from. */
    interface Answers {
        /** The next ones; null when there are no more. */
        @Nullable String next() throws IOException;

        /** Whether they stand on the screen already. */
        boolean echoed();
    }

    private static final String BOT = "Innom: ";
    private static final String YOU = "  You: ";
    private static final String INDENT = "       ";

    private final FlowEngine engine;
    private final Flows flows;
    private final RiskScanner scanner;
    private final String riskQueue;
    private final String humanQueue;
    private final Moment moment;
    private final PrintWriter out;
    private final List<Earlier> said = new ArrayList<>();
    private @Nullable FlowState state;

    Talk(
            FlowEngine engine,
            Flows flows,
            RiskScanner scanner,
            String riskQueue,
            String humanQueue,
            String language,
            boolean open,
            ZonedDateTime now,
            PrintWriter out) {
        this.engine = engine;
        this.flows = flows;
        this.scanner = scanner;
        this.riskQueue = riskQueue;
        this.humanQueue = humanQueue;
        this.moment = new Moment(now, open, language, "");
        this.out = out;
    }

    /** Plays until the flow is over, risk is found, or there are no more answers. */
    void play(String flow, Answers answers) throws IOException {
        try {
            show(engine.start(flow, moment));
            while (state != null) {
                String words = answers.next();
                if (words == null || words.equals("/quit")) {
                    out.println("-- waits for an answer to " + where(state));
                    return;
                }
                if (!answers.echoed()) {
                    out.println(YOU + (words.isBlank() ? "(skipped)" : words));
                }
                hear(state, words.strip());
            }
        } catch (FlowFailedException e) {
            out.println("-- the flow fails: " + e.getMessage());
            out.println("-- handoff: " + humanQueue);
        }
    }

    private void hear(FlowState at, String words) {
        Ask ask = engine.asking(at, moment).orElseThrow(() -> new FlowFailedException("It asks nothing."));
        switch (words) {
            case "/answers" -> at.answers().forEach((step, answer) -> out.println(INDENT + step + ": " + answer));
            case "/where" -> out.println(INDENT + where(at));
            case "/human" -> {
                out.println("-- handoff: " + humanQueue);
                state = null;
            }
            case "", "/skip", "skipped" -> skip(at, ask);
            default -> {
                Optional<Answer> answer = understand(ask, words);
                boolean free = answer.isEmpty() || answer.get() instanceof Answer.Text;
                if (!(free && isHandedOver(at, words))) {
                    if (answer.isPresent()) {
                        show(engine.resume(at, answer.get(), moment));
                    } else {
                        out.println("-- kept as it is, but it answers nothing: the bot asks again");
                        engine.askingAgain(at, moment).ifPresent(this::show);
                    }
                }
            }
        }
    }

    private void skip(FlowState at, Ask ask) {
        if (ask.optional()) {
            show(engine.resume(at, new Answer.Skipped(), moment));
        } else {
            out.println("-- this question cannot be skipped");
            engine.askingAgain(at, moment).ifPresent(this::show);
        }
    }

    /** A choice's value, several joined by +, or what a visitor could type; a number picks from the list. */
    private static Optional<Answer> understand(Ask ask, String words) {
        try {
            if (ask.kind() == Kind.MULTI) {
                return Optional.of(Answer.read(ask, Arrays.asList(words.split("\\s*\\+\\s*"))));
            }
            if (ask.kind() == Kind.CHOICE) {
                return Optional.of(Answer.read(ask, words));
            }
        } catch (BadAnswerException e) {
            // Not by its values: perhaps by its label or its number.
        }
        boolean listed = ask.kind() == Kind.CHOICE || ask.kind() == Kind.MULTI;
        if (listed && words.matches("\\d{1,2}")) {
            int number = Integer.parseInt(words);
            if (number >= 1 && number <= ask.choices().size()) {
                String value = ask.choices().get(number - 1).value();
                return Optional.of(
                        ask.kind() == Kind.CHOICE ? new Answer.Chosen(value) : new Answer.Several(List.of(value)));
            }
        }
        return Answer.understand(ask, words);
    }

    private boolean isHandedOver(FlowState at, String words) {
        Finding finding = scanner.scan(words, moment.now().toInstant(), said);
        said.add(new Earlier(words, moment.now().toInstant(), finding.level()));
        if (finding.level() == Level.NONE) {
            return false;
        }
        var category = finding.category();
        String phrases = finding.spans().stream()
                .map(span -> "\"" + words.substring(span.start(), span.end()) + "\"")
                .collect(Collectors.joining(", "));
        out.println("-- risk: " + finding.level().wire() + (category == null ? "" : " " + category.wire())
                + (phrases.isEmpty() ? "" : ": " + phrases));
        boolean earlier = finding.level() == Level.WATCH
                && at.frames().stream().anyMatch(frame -> flows.version(frame.flow(), frame.version())
                        .map(flow -> flow.handOffFromWatch())
                        .orElse(false));
        if (finding.level().handsOver() || earlier) {
            out.println("-- handoff: " + riskQueue);
            state = null;
            return true;
        }
        return false;
    }

    private void show(Sprint sprint) {
        sprint.lines().forEach(this::show);
        sprint.counts().forEach(count -> out.println("-- counted: " + count.name() + " = " + count.value()));
        if (sprint.handoff() != null) {
            out.println("-- handoff: " + sprint.handoff() + (moment.open() ? "" : " (nobody is on duty)"));
        }
        if (sprint.ended()) {
            out.println("-- end");
        }
        state = sprint.state();
    }

    private void show(Line line) {
        out.println(BOT + line.text().replace("\n", "\n" + INDENT));
        for (Contact contact : line.contacts()) {
            out.println(INDENT + "* " + contact.name() + part(contact.phone()) + part(contact.url())
                    + part(contact.hours()));
        }
        Ask ask = line.ask();
        if (ask == null) {
            return;
        }
        for (int i = 0; i < ask.choices().size(); i++) {
            Choice choice = ask.choices().get(i);
            out.println(INDENT + (i + 1) + ". " + choice.label() + " [" + choice.value() + "]");
        }
        if (ask.kind() == Kind.SCALE) {
            out.println(INDENT + ask.from() + end(ask.low()) + " – " + ask.to() + end(ask.high()));
        }
        if (ask.optional()) {
            out.println(INDENT + "(can be skipped)");
        }
    }

    private static String part(@Nullable String text) {
        return text == null ? "" : ", " + text;
    }

    private static String end(@Nullable String text) {
        return text == null ? "" : " (" + text + ")";
    }

    private static String where(FlowState at) {
        return at.frames().stream()
                .map(frame -> frame.flow() + "." + frame.step())
                .collect(Collectors.joining(" > "));
    }
}
