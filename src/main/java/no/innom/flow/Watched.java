package no.innom.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A question whose answer matters later: in a fork, in a text, or in whom to point to. Its answers are sorted
 * into classes that no rule tells apart, and each class is a value of {@link Cases}.
 *
 * <p>One level says whether the question is unanswered (0), skipped (1), or answered; with several choices at a
 * time each choice that a rule names has a level of its own, so that all combinations are told apart.
 */
final class Watched {

    static final int UNSET = 0;
    static final int SKIPPED = 1;
    private static final int GIVEN = 2;

    final AskStep ask;

    /** The first of its levels. */
    final int level;

    /** For one answer at a time: the kept answers that are of each class, from {@link #GIVEN} on. */
    private final List<List<Object>> classes = new ArrayList<>();

    /** For several choices at a time: those that some rule names. */
    private final List<String> named = new ArrayList<>();

    /** @param matches every rule that the answers are held against anywhere */
    Watched(AskStep ask, int level, Set<Match> matches) {
        this.ask = ask;
        this.level = level;
        if (ask.domain().kind() == Kind.MULTI) {
            for (String value : ask.domain().choices().keySet()) {
                if (matches.contains(new Match.Value(value))) {
                    named.add(value);
                }
            }
            return;
        }
        Map<Set<Match>, List<Object>> alike = new LinkedHashMap<>();
        for (Object kept : answers(ask.domain())) {
            Set<Match> fits = new LinkedHashSet<>();
            for (Match match : matches) {
                if (match.fits(kept)) {
                    fits.add(match);
                }
            }
            alike.computeIfAbsent(fits, none -> new ArrayList<>()).add(kept);
        }
        classes.addAll(alike.values());
    }

    /** Every answer that can be kept, but for a skipped question; one stands for all free text. */
    static List<Object> answers(Domain domain) {
        List<Object> answers = new ArrayList<>();
        switch (domain.kind()) {
            case TEXT -> answers.add("…");
            case SCALE -> {
                for (int number = domain.from(); number <= domain.to(); number++) {
                    answers.add(number);
                }
            }
            case CHOICE, MULTI -> answers.addAll(domain.choices().keySet());
        }
        return answers;
    }

    /** How many values each of its levels has. */
    List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>();
        sizes.add(GIVEN + (ask.domain().kind() == Kind.MULTI ? 1 : classes.size()));
        named.forEach(value -> sizes.add(2));
        return sizes;
    }

    /** The cases in which it is not answered. */
    int unset(Cases cases) {
        return cases.where(level, UNSET);
    }

    /** The cases that have any answer that can be given, a skipped question with them. */
    int answered(Cases cases) {
        int answered = given(cases);
        return ask.domain().optional() ? cases.union(answered, skipped(cases)) : answered;
    }

    private int skipped(Cases cases) {
        return noneNamed(cases.where(level, SKIPPED), cases);
    }

    private int given(Cases cases) {
        boolean[] values = new boolean[sizes().get(0)];
        for (int i = GIVEN; i < values.length; i++) {
            values[i] = true;
        }
        int given = cases.where(level, values);
        boolean everyOneNamed =
                !named.isEmpty() && named.size() == ask.domain().choices().size();
        return everyOneNamed ? cases.without(given, noneNamed(given, cases)) : given;
    }

    private int noneNamed(int set, Cases cases) {
        int none = set;
        for (int i = 0; i < named.size(); i++) {
            none = cases.common(none, cases.where(level + 1 + i, 0));
        }
        return none;
    }

    /** The cases whose answer fits; none of them is unanswered. */
    int fits(Match match, Cases cases) {
        if (match instanceof Match.Any) {
            return answered(cases);
        }
        if (match instanceof Match.Skip) {
            return skipped(cases);
        }
        if (ask.domain().kind() == Kind.MULTI) {
            int index = match instanceof Match.Value value ? named.indexOf(value.value()) : -1;
            return index < 0 ? Cases.NONE : cases.common(given(cases), cases.where(level + 1 + index, 1));
        }
        boolean[] values = new boolean[sizes().get(0)];
        for (int i = 0; i < classes.size(); i++) {
            values[GIVEN + i] = match.fits(classes.get(i).get(0));
        }
        return cases.where(level, values);
    }

    /** The cases as they are but for this answer: it is forgotten. */
    int forget(int set, Cases cases) {
        int rest = set;
        for (int i = 0; i < sizes().size(); i++) {
            rest = cases.forget(rest, level + i);
        }
        return rest;
    }

    /** The cases that say the same of this answer as one does. */
    int like(int[] one, Cases cases) {
        int like = Cases.ALL;
        for (int i = 0; i < sizes().size(); i++) {
            if (one[level + i] >= 0) {
                like = cases.common(like, cases.where(level + i, one[level + i]));
            }
        }
        return like;
    }

    /** What a case says of this answer, such as {@code tema is rus}; empty where it does not matter. */
    String inWords(int[] one) {
        int value = one[level];
        if (value < 0) {
            return "";
        }
        String name = "\"" + ask.name() + "\"";
        if (value == UNSET) {
            return name + " is not answered";
        }
        if (value == SKIPPED) {
            return name + " is skipped";
        }
        if (ask.domain().kind() == Kind.MULTI) {
            List<String> chosen = new ArrayList<>();
            for (int i = 0; i < named.size(); i++) {
                if (one[level + 1 + i] == 1) {
                    chosen.add(named.get(i));
                }
            }
            return chosen.isEmpty()
                    ? name + " is answered with none of " + String.join(", ", named)
                    : name + " is " + String.join(" and ", chosen);
        }
        List<Object> alike = classes.get(value - GIVEN);
        return ask.domain().kind() == Kind.TEXT ? name + " is answered" : name + " is " + alike.get(0);
    }
}
