package no.innom.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.innom.yaml.Place;
import no.innom.yaml.YamlList;
import no.innom.yaml.YamlMap;
import no.innom.yaml.YamlNode;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * {@code fork}: goes where the first rule that fits earlier answers leads.
 *
 * @param fork where {@code fork} stands
 */
public record ForkStep(String name, Place place, Place fork, List<Rule> rules) implements Step {

    static final List<String> FIELDS = List.of("fork");

    /**
     * One way on.
     *
     * @param conditions all must fit; none for {@code else}
     */
    public record Rule(Place place, List<Condition> conditions, YamlText go) {

        boolean fits(Map<String, Object> answers) {
            for (Condition condition : conditions) {
                Object answer = answers.get(condition.step().text());
                if (answer == null
                        || condition.values().stream()
                                .noneMatch(value -> value.match().fits(answer))) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * What a rule asks of one earlier answer.
     *
     * @param step the question whose answer is held against the values
     * @param values one of them must fit
     */
    public record Condition(YamlText step, List<Value> values) {}

    /**
     * One answer, or numbers from one to another, that a condition takes.
     *
     * @param match what it means for that step's question; {@link Match.Value} until the checker or the reader
     *     knows the question
     */
    public record Value(YamlText written, Match match) {}

    static @Nullable ForkStep read(StepSource source) {
        Place at = source.fields().placeOf("fork");
        if (!(source.fields().node("fork") instanceof YamlList list)
                || list.items().isEmpty()) {
            source.error(at, "bad-value", "\"fork\" must be a list of rules, each {step: answer, go: step}.");
            return null;
        }
        List<Rule> rules = new ArrayList<>();
        boolean whole = true;
        for (YamlNode item : list.items()) {
            Rule rule = rule(item, source);
            whole &= rule != null;
            if (rule != null) {
                rules.add(rule);
            }
        }
        return whole ? new ForkStep(source.name(), source.place(), at, List.copyOf(rules)) : null;
    }

    private static @Nullable Rule rule(YamlNode item, StepSource source) {
        if (!(item instanceof YamlMap map)) {
            source.error(item.place(), "bad-value", "a rule must be a map: {step: answer, go: step} or {else: step}.");
            return null;
        }
        String goes = map.entries().containsKey("else") ? "else" : "go";
        YamlNode go = map.get(goes);
        if (!(go instanceof YamlText to) || to.text().isBlank()) {
            source.error(
                    go == null ? item.place() : go.place(),
                    go == null ? "missing-field" : "bad-value",
                    "a rule needs \"go\" with the name of a step.");
            return null;
        }
        if (goes.equals("else") && map.entries().size() > 1) {
            source.error(item.place(), "bad-value", "\"else\" stands alone in its rule: {else: " + to.text() + "}.");
            return null;
        }
        if (goes.equals("go") && map.entries().size() == 1) {
            source.error(
                    item.place(),
                    "missing-field",
                    "a rule needs an answer to go by. Write {step: answer, go: " + to.text() + "} or {else: "
                            + to.text() + "}.");
            return null;
        }
        List<Condition> conditions = new ArrayList<>();
        for (YamlMap.Entry entry : map.entries().values()) {
            if (!entry.key().text().equals(goes)) {
                Condition condition = condition(entry, source);
                if (condition == null) {
                    return null;
                }
                conditions.add(condition);
            }
        }
        return new Rule(item.place(), List.copyOf(conditions), to);
    }

    private static @Nullable Condition condition(YamlMap.Entry entry, StepSource source) {
        List<YamlNode> items = entry.value() instanceof YamlList list ? list.items() : List.of(entry.value());
        List<Value> values = new ArrayList<>();
        for (YamlNode item : items) {
            if (!(item instanceof YamlText text) || text.text().isBlank()) {
                source.error(
                        item.place(),
                        "bad-value",
                        "a rule holds an answer against a value, a range or a list of them.");
                return null;
            }
            values.add(new Value(text, new Match.Value(text.text())));
        }
        if (values.isEmpty()) {
            source.error(entry.value().place(), "bad-value", "the list of values is empty, so the rule never fits.");
            return null;
        }
        return new Condition(entry.key(), List.copyOf(values));
    }

    /**
     * The same fork with every value held against the question that it is about; tells of questions that do not
     * exist and of answers that cannot be given, and leaves those conditions as they are.
     */
    ForkStep bound(Map<String, Step> steps, StepSource source) {
        List<Rule> bound = new ArrayList<>();
        for (Rule rule : rules) {
            List<Condition> conditions = new ArrayList<>();
            for (Condition condition : rule.conditions()) {
                conditions.add(bound(condition, steps, source));
            }
            bound.add(new Rule(rule.place(), List.copyOf(conditions), rule.go()));
        }
        return new ForkStep(name, place, fork, List.copyOf(bound));
    }

    private static Condition bound(Condition condition, Map<String, Step> steps, StepSource source) {
        String about = condition.step().text();
        Step step = steps.get(about);
        if (step instanceof AskStep ask) {
            List<Value> values = new ArrayList<>();
            for (Value value : condition.values()) {
                Match match = ask.domain().match(value.written(), "\"fork\"", about, source);
                values.add(match == null ? value : new Value(value.written(), match));
            }
            return new Condition(condition.step(), List.copyOf(values));
        }
        if (step == null) {
            source.error(
                    condition.step().place(),
                    "no-such-step",
                    "a rule is about \"" + about + "\", and there is no such step."
                            + no.innom.yaml.Nearest.hint(about, steps.keySet()));
        } else if (!(step instanceof BrokenStep)) {
            source.error(
                    condition.step().place(),
                    "bad-value",
                    "a rule is about \"" + about + "\", which asks nothing. Name a step that asks.");
        }
        return condition;
    }

    @Override
    public List<YamlText> goesTo() {
        return rules.stream().map(Rule::go).toList();
    }

    @Override
    public List<Texts> texts() {
        return List.of();
    }

    @Override
    public void enter(Walk walk) {
        for (Rule rule : rules) {
            if (rule.fits(walk.answers())) {
                walk.go(rule.go().text());
                return;
            }
        }
        throw new FlowFailedException("Step \"" + name + "\" has no rule that fits.");
    }
}
