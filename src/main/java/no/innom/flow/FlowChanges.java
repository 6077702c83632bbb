package no.innom.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/** What has changed between two versions of a flow, step by step, in words and in ways. */
public final class FlowChanges {
    private FlowChanges() {}

    /** A flow together with the text that it was read from. */
    public record Read(Flow flow, String text) {}

    /**
     * What became of one step. A changed one with neither words nor ways has changed in something else, such as its
     * queue or its contacts.
     *
     * @param step null for the flow's title and card
     * @param change whether it is "new", "gone" or "changed"
     * @param to null where it leads where it did
     */
    public record Change(
            @Nullable String step,
            String change,
            List<Words> what,
            @Nullable Ways to) {}

    /**
     * A text that has changed.
     *
     * @param text what it is in its step, such as {@code say 1} or {@code choices ja}
     * @param before null where it is new
     * @param after null where it is gone
     */
    public record Words(
            String text,
            String language,
            @Nullable String before,
            @Nullable String after) {}

    /** Where a step led, and where it leads. */
    public record Ways(List<Outline.Way> before, List<Outline.Way> after) {}

    /** In the order of the flow as it is now; what is gone comes last. Before a first version there is nothing. */
    public static List<Change> between(@Nullable Read before, Read after) {
        List<Change> changes = new ArrayList<>();
        Map<String, Step> steps = before == null ? Map.of() : before.flow().steps();
        List<Words> top = before == null ? List.of() : words(top(before.flow()), top(after.flow()));
        if (!top.isEmpty()) {
            changes.add(new Change(null, "changed", top, null));
        }
        Map<String, Outline.Part> was = before == null ? Map.of() : parts(before);
        Map<String, Outline.Part> is = parts(after);
        after.flow().steps().forEach((name, step) -> {
            Step old = steps.get(name);
            Outline.Part then = was.get(name);
            Outline.Part now = is.get(name);
            if (before == null || old == null || then == null || now == null) {
                changes.add(new Change(name, "new", words(Map.of(), StepTexts.of(step)), null));
            } else if (!block(before.text(), then).equals(block(after.text(), now))) {
                Ways ways = then.to().equals(now.to()) ? null : new Ways(then.to(), now.to());
                changes.add(new Change(name, "changed", words(StepTexts.of(old), StepTexts.of(step)), ways));
            }
        });
        steps.forEach((name, step) -> {
            if (!after.flow().steps().containsKey(name)) {
                changes.add(new Change(name, "gone", words(StepTexts.of(step), Map.of()), null));
            }
        });
        return changes;
    }

    private static Map<String, Outline.Part> parts(Read read) {
        Map<String, Outline.Part> parts = new LinkedHashMap<>();
        Outline.of(read.flow(), read.text(), List.of()).forEach(part -> parts.put(part.name(), part));
        return parts;
    }

    /** A step as it is written; what stands around it does not matter, nor do comments and blank lines. */
    private static List<String> block(String text, Outline.Part part) {
        return text.lines()
                .skip(part.line() - 1L)
                .limit(part.endLine() - part.line() + 1L)
                .map(String::stripTrailing)
                .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                .toList();
    }

    private static Map<String, Texts> top(Flow flow) {
        Map<String, Texts> top = new LinkedHashMap<>(Map.of("title", flow.title()));
        if (flow.theme() != null && flow.theme().card() != null) {
            top.put("card", flow.theme().card());
        }
        return top;
    }

    private static List<Words> words(Map<String, Texts> before, Map<String, Texts> after) {
        List<Words> words = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        for (String name : names) {
            Map<String, YamlText> was = said(before.get(name));
            Map<String, YamlText> is = said(after.get(name));
            Set<String> languages = new LinkedHashSet<>(is.keySet());
            languages.addAll(was.keySet());
            for (String language : languages) {
                String then = text(was.get(language));
                String now = text(is.get(language));
                if (!java.util.Objects.equals(then, now)) {
                    words.add(new Words(name, language, then, now));
                }
            }
        }
        return words;
    }

    private static Map<String, YamlText> said(@Nullable Texts texts) {
        return texts == null ? Map.of() : texts.said();
    }

    private static @Nullable String text(@Nullable YamlText text) {
        return text == null ? null : text.text();
    }
}
