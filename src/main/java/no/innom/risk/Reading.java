package no.innom.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.innom.risk.Rule.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One message being read: the phrases that were found in it, weighed against what stands around them. Idioms first, then
 * negation, then what lowers, then what raises; no context reaches across "men". Used once, by one thread.
 */
final class Reading {
    /** A message that holds more than this many phrases is not weighed: a person reads it. */
    private static final int MOST_HITS = 512;

    private static final String TOO_MANY = "too-many-phrases";
    private static final int NEGATION_BEFORE = 4;
    private static final int NEGATION_AFTER = 1;

    private final Lexicon lexicon;
    private final Lexicon.Signs signs;
    private final Tokens tokens;
    private final List<Hit> risks = new ArrayList<>();
    private final List<Hit> idioms = new ArrayList<>();
    private final List<Hit> contexts = new ArrayList<>();
    private int found;

    /** A phrase that was found, from its first token to its last. */
    private record Hit(Rule rule, boolean negatable, int first, int last) {
        int length() {
            return last - first;
        }
    }

    /** A hit after weighing. */
    private record Weighed(Hit hit, Level level) {}

    Reading(Lexicon lexicon, Tokens tokens) {
        this.lexicon = lexicon;
        this.signs = lexicon.signs();
        this.tokens = tokens;
    }

    Finding find() {
        Lexicon.Search search = lexicon.search(tokens);
        search.risks(this::take);
        if (risks.isEmpty()) {
            return Finding.NOTHING;
        }
        search.contexts(this::take);
        int[] clause = new int[tokens.count()];
        int[] sentence = new int[tokens.count()];
        int[] turn = new int[tokens.count()];
        number(clause, sentence, turn);
        List<Weighed> weighed = new ArrayList<>();
        Set<String> raisedBy = new LinkedHashSet<>();
        for (Hit risk : risks) {
            Level level = weigh(risk, clause, sentence, turn, raisedBy);
            if (level != Level.NONE) {
                weighed.add(new Weighed(risk, level));
            }
        }
        return conclude(weighed, raisedBy);
    }

    private boolean take(Lexicon.RulePhrase phrase, int first, int last) {
        if (++found > MOST_HITS) {
            return false;
        }
        Rule rule = phrase.rule();
        Hit hit = new Hit(rule, !phrase.holdsNegation() && !rule.firm(), first, last);
        (rule.kind() == Kind.RULE ? risks : rule.kind() == Kind.IDIOM ? idioms : contexts).add(hit);
        return true;
    }

    /** Numbers the clauses (ended by a sentence's end or "men"), the sentences, and the turns (ended by "men"). */
    private void number(int[] clause, int[] sentence, int[] turn) {
        int but = signs.but();
        int sentences = 0;
        int turns = 0;
        for (int t = 0; t < tokens.count(); t++) {
            if (tokens.endsSentence(t)) {
                sentences++;
            } else if (tokens.has(t, but)) {
                turns++;
            }
            sentence[t] = sentences;
            turn[t] = turns;
            clause[t] = sentences + turns;
        }
    }

    private Level weigh(Hit risk, int[] clause, int[] sentence, int[] turn, Set<String> raisedBy) {
        for (Hit idiom : idioms) {
            boolean overlaps = idiom.first <= risk.last && risk.first <= idiom.last;
            boolean within = risk.first <= idiom.first && idiom.last <= risk.last && risk.length() > idiom.length();
            if (overlaps && (!within || idiom.rule.firm())) {
                return Level.NONE;
            }
        }
        Level own = risk.rule.level();
        Level level = own;
        if (risk.negatable && isNegated(risk)) {
            level = own == Level.ACUTE ? Level.WATCH : Level.NONE;
        }
        Category category = risk.rule.category();
        boolean lowered = level != own;
        for (Hit context : contexts) {
            Rule rule = context.rule;
            if (rule.kind() == Kind.LOWER
                    && !risk.rule.firm()
                    && rule.concerns(category)
                    && !(rule.others() && isOfSelf(risk))) {
                int[] reach = rule.wholeMessage() ? turn : clause;
                if (reach[context.first] == reach[risk.first] || reach[context.first] == reach[risk.last]) {
                    Level to = own == Level.ACUTE ? rule.level().max(Level.WATCH) : rule.level();
                    lowered |= to.compareTo(level) < 0;
                    level = to.compareTo(level) < 0 ? to : level;
                }
            }
        }
        if (lowered || level != Level.HIGH) {
            return level;
        }
        for (Hit context : contexts) {
            Rule rule = context.rule;
            if (rule.kind() == Kind.RAISE
                    && rule.concerns(category)
                    && (rule.wholeMessage() || sentence[context.first] == sentence[risk.last])) {
                raisedBy.add(rule.id());
                return Level.ACUTE;
            }
        }
        return level;
    }

    /** Whether a "not" near by takes the phrase back: "vil ikke dø", "skader meg ikke", not "vet ikke hvorfor". */
    private boolean isNegated(Hit hit) {
        for (int t = hit.first + 1; t < hit.last; t++) {
            if (negates(t) && !tokens.isInsideAny(t)) {
                return true;
            }
        }
        int steps = 0;
        int from = isSubject(hit.first) ? -1 : hit.first - 1;
        for (int t = from; t >= 0 && steps < NEGATION_BEFORE; t--) {
            if (tokens.afterComma(t + 1) || stops(t)) {
                break;
            }
            if (negates(t)) {
                return true;
            }
            steps += tokens.transparent(t) ? 0 : 1;
        }
        if (hit.rule.level() == Level.ACUTE) {
            return false;
        }
        steps = 0;
        for (int t = hit.last + 1; t < tokens.count() && steps < NEGATION_AFTER; t++) {
            if (stops(t) || tokens.afterComma(t)) {
                return false;
            }
            if (negates(t)) {
                return true;
            }
            steps += tokens.transparent(t) ? 0 : 1;
        }
        return false;
    }

    private boolean negates(int t) {
        return tokens.has(t, signs.not()) && !tokens.isInside(t, signs.notMerely());
    }

    private boolean stops(int t) {
        return tokens.endsSentence(t) || tokens.has(t, signs.but()) || tokens.has(t, signs.barrier()) || isSubject(t);
    }

    private boolean isOfSelf(Hit hit) {
        for (int t = hit.first; t <= hit.last; t++) {
            if (tokens.has(t, signs.self()) || tokens.has(t, signs.selfAsObject())) {
                return true;
            }
        }
        return false;
    }

    /** A new subject begins a new clause: the "not" before it belongs to the one before. */
    private boolean isSubject(int t) {
        return tokens.has(t, signs.self()) || tokens.has(t, signs.somebody());
    }

    private Finding conclude(List<Weighed> weighed, Set<String> raisedBy) {
        if (weighed.isEmpty()) {
            return Finding.NOTHING;
        }
        weighed.sort(Comparator.<Weighed, Level>comparing(Weighed::level)
                .thenComparing(w -> w.hit.length())
                .reversed());
        Weighed heaviest = weighed.get(0);
        Set<String> rules = new LinkedHashSet<>();
        for (Weighed w : weighed) {
            rules.add(w.hit.rule.id());
        }
        Level level = heaviest.level == Level.WATCH && isToldTwice(weighed) ? Level.HIGH : heaviest.level;
        if (level == Level.ACUTE) {
            rules.addAll(raisedBy);
        }
        if (found > MOST_HITS) {
            level = level.max(Level.HIGH);
            rules.add(TOO_MANY);
        }
        Category category = categoryOf(weighed, heaviest);
        return new Finding(level, category, spans(weighed), List.copyOf(rules));
    }

    /** Where what happens to another is as heavy as what it is about, the worry is what the message is. */
    private static @Nullable Category categoryOf(List<Weighed> weighed, Weighed heaviest) {
        for (Weighed w : weighed) {
            boolean overlaps = w.hit.first <= heaviest.hit.last && heaviest.hit.first <= w.hit.last;
            if (overlaps && w.level == heaviest.level && w.hit.rule.category() == Category.WORRY_FOR_OTHER) {
                return Category.WORRY_FOR_OTHER;
            }
        }
        return heaviest.hit.rule.category();
    }

    /** Two hints of different kinds, side by side, weigh as much as one that is plain. */
    private static boolean isToldTwice(List<Weighed> weighed) {
        for (Weighed one : weighed) {
            for (Weighed other : weighed) {
                boolean apart = one.hit.last < other.hit.first || other.hit.last < one.hit.first;
                if (apart
                        && !one.hit.rule.id().equals(other.hit.rule.id())
                        && one.hit.rule.level() == Level.WATCH
                        && other.hit.rule.level() == Level.WATCH) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The stretches of the original text, in order, those that touch made one. */
    private List<Span> spans(List<Weighed> weighed) {
        List<Span> spans = new ArrayList<>();
        weighed.stream()
                .map(w -> span(w.hit))
                .filter(s -> s != null)
                .sorted(Comparator.comparingInt(Span::start))
                .forEach(span -> {
                    Span before = spans.isEmpty() ? null : spans.get(spans.size() - 1);
                    if (before != null && span.start() <= before.end()) {
                        spans.set(spans.size() - 1, new Span(before.start(), Math.max(before.end(), span.end())));
                    } else {
                        spans.add(span);
                    }
                });
        return spans;
    }

    private @Nullable Span span(Hit hit) {
        int first = hit.first;
        int last = hit.last;
        while (first < last && tokens.endsSentence(first)) {
            first++;
        }
        while (last > first && tokens.endsSentence(last)) {
            last--;
        }
        return tokens.end(last) > tokens.start(first) ? new Span(tokens.start(first), tokens.end(last)) : null;
    }
}
