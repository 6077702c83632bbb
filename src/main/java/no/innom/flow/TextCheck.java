package no.innom.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import no.innom.yaml.Problem;

/** What visitors meet is in words that they asked for, and easy to read on a phone at night. */
final class TextCheck {

    private final Flow flow;
    private final AvoidedWords words;
    private final Consumer<Problem> problems;

    TextCheck(Flow flow, AvoidedWords words, Consumer<Problem> problems) {
        this.flow = flow;
        this.words = words;
        this.problems = problems;
    }

    void run() {
        words(flow.title(), "The title");
        if (flow.theme() != null && flow.theme().card() != null) {
            words(flow.theme().card(), "The theme's card");
        }
        for (Step step : flow.steps().values()) {
            String what = "Step \"" + step.name() + "\"";
            step.texts().forEach(texts -> words(texts, what));
            bubbles(step).forEach(texts -> readable(texts, what));
        }
    }

    /** Labels are read as buttons, not as sentences. */
    static List<Texts> bubbles(Step step) {
        if (!(step instanceof AskStep ask)) {
            return step.texts();
        }
        List<Texts> bubbles = new ArrayList<>(List.of(ask.question()));
        if (ask.why() != null) {
            bubbles.add(ask.why());
        }
        return bubbles;
    }

    private void words(Texts texts, String what) {
        texts.said().forEach((language, text) -> words.in(text.text(), language)
                .ifPresent(found -> problems.accept(Problem.warning(
                        text.place(),
                        "word",
                        what + " says \"" + found.word()
                                + "\", a word that young people asked not to meet. Say instead: " + found.instead()
                                + "."))));
    }

    private void readable(Texts texts, String what) {
        texts.said().forEach((language, text) -> Readability.hard(text.text())
                .ifPresent(why -> problems.accept(Problem.warning(
                        text.place(), "hard-to-read", what + " (" + language + ") is hard to read: " + why + "."))));
    }
}
