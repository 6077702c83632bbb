package no.innom.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.innom.yaml.Fields;
import no.innom.yaml.Place;
import no.innom.yaml.YamlMap;
import no.innom.yaml.YamlNode;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * {@code ask}: the bot asks and waits for the answer.
 *
 * @param question what is asked
 * @param why the text behind "Why do we ask?"
 * @param domain what can be answered
 * @param low what the lowest number of a scale means
 * @param high what the highest number of a scale means
 * @param lines how many lines to give free text
 * @param max how many characters free text may have
 * @param count the name under which the answers are counted
 */
public record AskStep(
        String name,
        Place place,
        Texts question,
        @Nullable Texts why,
        Domain domain,
        @Nullable Texts low,
        @Nullable Texts high,
        @Nullable Integer lines,
        @Nullable Integer max,
        @Nullable String count,
        Next next)
        implements Step {

    static final List<String> FIELDS =
            List.of("ask", "why", "text", "choices", "multi", "scale", "optional", "count", "next");

    /** How far a scale may reach to either side of 0. */
    static final int FARTHEST = 100;

    static @Nullable AskStep read(StepSource source) {
        Fields fields = source.fields();
        Texts question = source.texts("ask");
        Texts why = source.texts("why");
        boolean optional = fields.yes("optional", false);
        Kind kind = kind(source);
        Fields text = kind == Kind.TEXT ? inner(source, "text", List.of("lines", "max")) : null;
        Fields scale = kind == Kind.SCALE ? inner(source, "scale", List.of("from", "to", "low", "high")) : null;
        Domain domain = kind == null ? null : domain(source, kind, optional, scale);
        if (question == null || domain == null) {
            // What "next" names can only be held against a question that can be read.
            fields.need("next");
            return null;
        }
        String count = count(source, domain.kind());
        Next next = Next.read(source, domain);
        return next == null
                ? null
                : new AskStep(
                        source.name(),
                        source.place(),
                        question,
                        why,
                        domain,
                        end(source, scale, "low"),
                        end(source, scale, "high"),
                        text == null ? null : text.number("lines", 1, 20),
                        text == null ? null : text.number("max", 1, 4000),
                        count,
                        next);
    }

    private static @Nullable Kind kind(StepSource source) {
        List<String> kinds = new ArrayList<>(List.of("text", "choices", "scale"));
        kinds.removeIf(name -> !source.fields().has(name));
        if (kinds.size() != 1) {
            source.error(
                    kinds.isEmpty() ? source.place() : source.fields().placeOf(kinds.get(1)),
                    kinds.isEmpty() ? "missing-field" : "bad-value",
                    "a question takes exactly one of \"text: {}\", \"choices\" and \"scale\".");
            return null;
        }
        boolean multi = source.fields().yes("multi", false);
        if (source.fields().has("multi") && !kinds.get(0).equals("choices")) {
            source.error(
                    source.fields().placeOf("multi"), "bad-value", "\"multi\" goes with \"choices\" only. Delete it.");
        }
        return switch (kinds.get(0)) {
            case "text" -> Kind.TEXT;
            case "scale" -> Kind.SCALE;
            default -> multi ? Kind.MULTI : Kind.CHOICE;
        };
    }

    private static @Nullable Fields inner(StepSource source, String name, List<String> allowed) {
        YamlNode node = source.fields().node(name);
        Fields inner = node == null ? null : Fields.of(node, source.what() + ": \"" + name + "\"", source.problems());
        return inner == null ? null : inner.only(allowed);
    }

    private static @Nullable Domain domain(StepSource source, Kind kind, boolean optional, @Nullable Fields scale) {
        switch (kind) {
            case TEXT -> {
                return new Domain(kind, optional, Map.of(), 0, 0);
            }
            case SCALE -> {
                if (scale == null) {
                    return null;
                }
                YamlNode lowest = scale.need("from");
                YamlNode highest = scale.need("to");
                Integer from = scale.number("from", -FARTHEST, FARTHEST);
                Integer to = scale.number("to", -FARTHEST, FARTHEST);
                if (lowest == null || highest == null || from == null || to == null) {
                    return null;
                }
                if (from >= to) {
                    scale.bad(scale.placeOf("to"), source.what() + ": \"to\" must be more than \"from\".");
                    return null;
                }
                return new Domain(kind, optional, Map.of(), from, to);
            }
            default -> {
                Map<String, Texts> choices = choices(source);
                return choices.isEmpty() ? null : new Domain(kind, optional, choices, 0, 0);
            }
        }
    }

    private static Map<String, Texts> choices(StepSource source) {
        Map<String, Texts> choices = new LinkedHashMap<>();
        YamlNode node = source.fields().node("choices");
        if (!(node instanceof YamlMap map) || map.entries().isEmpty()) {
            source.error(
                    source.fields().placeOf("choices"),
                    "bad-value",
                    "\"choices\" must be a map, each value: its label.");
            return choices;
        }
        for (YamlMap.Entry entry : map.entries().values()) {
            String value = entry.key().text();
            if (value.equals("skipped") || value.equals("else") || value.isBlank()) {
                source.error(entry.key().place(), "bad-value", "no choice may be called \"" + value + "\".");
                continue;
            }
            Texts label = source.texts(entry.value(), entry.key().place(), "the choice \"" + value + "\"");
            // A choice whose label is broken still exists: rules that name it are not at fault.
            YamlText shown = new YamlText(entry.key().place(), value);
            choices.put(value, label != null ? label : new Texts(shown.place(), Map.of("nb", shown)));
        }
        return choices;
    }

    private static @Nullable Texts end(StepSource source, @Nullable Fields scale, String name) {
        YamlNode node = scale == null ? null : scale.node(name);
        return node == null || scale == null ? null : source.texts(node, scale.placeOf(name), "\"" + name + "\"");
    }

    private static @Nullable String count(StepSource source, Kind kind) {
        YamlText count = source.fields().text("count");
        if (count == null) {
            return null;
        }
        if (kind == Kind.TEXT) {
            source.error(
                    count.place(), "bad-value", "free text is never counted. Take \"count\" away, or offer choices.");
            return null;
        }
        if (!FlowReader.NAME.matcher(count.text()).matches()) {
            source.error(count.place(), "bad-value", "\"count\" is a name of small letters a-z, digits and hyphens.");
            return null;
        }
        return count.text();
    }

    @Override
    public List<YamlText> goesTo() {
        return next.rules().stream().map(Next.Rule::go).toList();
    }

    @Override
    public List<Texts> texts() {
        List<Texts> texts = new ArrayList<>();
        texts.add(question);
        if (why != null) {
            texts.add(why);
        }
        texts.addAll(domain.choices().values());
        if (low != null) {
            texts.add(low);
        }
        if (high != null) {
            texts.add(high);
        }
        return texts;
    }

    @Override
    public void enter(Walk walk) {
        walk.ask(this);
    }

    /** The question as the visitor gets it. */
    Ask asked(Voice voice) {
        List<Choice> choices = new ArrayList<>();
        domain.choices().forEach((value, label) -> choices.add(new Choice(value, voice.say(label))));
        boolean scale = domain.kind() == Kind.SCALE;
        return new Ask(
                name,
                domain.kind(),
                domain.optional(),
                why == null ? null : voice.say(why),
                choices,
                scale ? Integer.valueOf(domain.from()) : null,
                scale ? Integer.valueOf(domain.to()) : null,
                low == null ? null : voice.say(low),
                high == null ? null : voice.say(high),
                lines,
                max);
    }

    /** What is counted of an answer: nothing of free text and of a question that was skipped. */
    List<Counted> counted(Answer answer) {
        if (count == null) {
            return List.of();
        }
        if (answer instanceof Answer.Several several) {
            return several.values().stream()
                    .map(value -> new Counted(count, value))
                    .toList();
        }
        if (answer instanceof Answer.Chosen chosen) {
            return List.of(new Counted(count, chosen.value()));
        }
        return answer instanceof Answer.Score score
                ? List.of(new Counted(count, Integer.toString(score.value())))
                : List.of();
    }
}
