package no.innom.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlText;

/** Every answer that can be given leads somewhere, and no text or fork uses one that was not given. */
final class AnswerCheck {

    private final Flow flow;
    private final Reach reach;
    private final Cases cases;
    private final Consumer<Problem> problems;

    AnswerCheck(Flow flow, Outcomes outcomes, Consumer<Problem> problems) {
        this.flow = flow;
        this.reach = outcomes.reach(flow.id());
        this.cases = reach.cases;
        this.problems = problems;
    }

    void run() {
        for (Step step : flow.steps().values()) {
            if (step instanceof AskStep ask) {
                answers(ask);
            } else if (step instanceof ForkStep fork && reach.isReadable(fork)) {
                rules(fork);
            }
            unsetTexts(step);
        }
    }

    private void answers(AskStep ask) {
        List<Object> left = every(ask);
        for (Next.Rule rule : ask.next().rules()) {
            if (!left.removeIf(rule.match()::fits)) {
                shadowed(rule.key(), ask, "every answer is named already, so it never fits");
            }
        }
        if (!left.isEmpty()) {
            problems.accept(Problem.error(
                    ask.next().place(),
                    "answer-uncovered",
                    "Step \"" + ask.name() + "\": " + inWords(left, ask.domain())
                            + " leads nowhere. Name it in \"next\", or add \"else\"."));
        }
    }

    /** The answers that lead nowhere. */
    static List<Object> uncovered(AskStep ask) {
        List<Object> left = every(ask);
        ask.next().rules().forEach(rule -> left.removeIf(rule.match()::fits));
        return left;
    }

    /** Of several choices at a time, each can be the only one: what covers them one by one covers all. */
    static List<Object> every(AskStep ask) {
        List<Object> answers = new ArrayList<>(Watched.answers(ask.domain()));
        if (ask.domain().optional()) {
            answers.add(Answer.SKIPPED);
        }
        return answers;
    }

    private static String inWords(List<Object> answers, Domain domain) {
        if (answers.equals(List.of(Answer.SKIPPED))) {
            return "a skipped question (\"skipped\")";
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Object answer = answers.get(i);
            int last = i;
            while (answer instanceof Integer
                    && last + 1 < answers.size()
                    && answers.get(last + 1) instanceof Integer next
                    && next == (Integer) answers.get(last) + 1) {
                last++;
            }
            words.add(
                    answer.equals(Answer.SKIPPED)
                            ? "\"skipped\""
                            : domain.kind() == Kind.TEXT
                                    ? "any text (\"else\")"
                                    : "\"" + answer + (last > i ? "-" + answers.get(last) : "") + "\"");
            i = last;
        }
        return "the answer " + String.join(" or ", words);
    }

    private void rules(ForkStep fork) {
        int in = reach.at(fork.name());
        if (in == Cases.NONE) {
            // Nothing leads here yet: look at it as if everything had been asked.
            in = reach.everythingAnswered();
        }
        int left = in;
        Set<String> told = new LinkedHashSet<>();
        for (ForkStep.Rule rule : fork.rules()) {
            int tried = left;
            for (ForkStep.Condition condition : rule.conditions()) {
                Watched question = reach.watched.get(condition.step().text());
                if (question == null) {
                    continue;
                }
                int unset = cases.common(tried, question.unset(cases));
                if (unset != Cases.NONE && told.add(question.ask.name())) {
                    unset(fork.name(), "goes by", condition.step(), question.ask.name(), unset);
                }
                // Told once: from here on the rule is looked at where the answer was given.
                left = cases.without(left, unset);
                tried = cases.common(cases.without(tried, unset), reach.fits(condition));
            }
            if (tried == Cases.NONE && told.isEmpty()) {
                problems.accept(Problem.warning(
                        rule.place(),
                        "answer-shadowed",
                        "Step \"" + fork.name() + "\": the rule that goes to \""
                                + rule.go().text() + "\" can never be the first to fit. Move it up, or delete it."));
            }
            left = cases.without(left, tried);
        }
        if (left != Cases.NONE) {
            String words = reach.inWords(left, cases.without(in, left));
            problems.accept(Problem.error(
                    fork.fork(),
                    "answer-uncovered",
                    "Step \"" + fork.name() + "\": no rule fits"
                            + (words.isEmpty() ? "" : " when " + words)
                            + ". Add a rule for it, or a last {else: step}."));
        }
    }

    private void shadowed(YamlText key, Step step, String why) {
        problems.accept(Problem.warning(
                key.place(),
                "answer-shadowed",
                "Step \"" + step.name() + "\": \"" + key.text() + "\" is not needed: " + why + ". Delete it."));
    }

    private void unsetTexts(Step step) {
        Uses.used(step).forEach((name, text) -> {
            Watched question = reach.watched.get(name);
            if (question != null) {
                int unset = cases.common(reach.at(step.name()), question.unset(cases));
                if (unset != Cases.NONE) {
                    unset(step.name(), "says", text, name, unset);
                }
            }
        });
    }

    private void unset(String step, String does, YamlText where, String name, int unset) {
        problems.accept(Problem.error(
                where.place(),
                "unset-answer",
                "Step \"" + step + "\" " + does + " the answer to \"" + name + "\", which is not asked on the way "
                        + trail(step, unset) + ". Ask it first on every way."));
    }

    /** A way to a step in some of the given cases: its names with arrows, the middle of a long one left out. */
    private String trail(String step, int wanted) {
        List<String> trail = new ArrayList<>(new Trail(reach).to(step, wanted));
        if (trail.isEmpty()) {
            return "to \"" + step + "\"";
        }
        if (trail.size() > 8) {
            trail = new ArrayList<>(trail);
            trail.subList(4, trail.size() - 3).clear();
            trail.add(4, "…");
        }
        return String.join(" → ", trail);
    }
}
