package no.innom.flow;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/** Whether a flow says the same in each of its languages. */
public final class Translations {
    private Translations() {}

    /**
     * A step that wants a look in a language.
     *
     * @param step null for the flow's title and card
     */
    public record Gap(@Nullable String step, String language) {}

    /** Where a text lacks a language of the flow. */
    public static List<Gap> missing(Flow flow) {
        Set<Gap> gaps = new LinkedHashSet<>();
        BiConsumer<@Nullable String, Texts> look = (step, texts) -> flow.languages().stream()
                .filter(language -> !texts.said().containsKey(language))
                .forEach(language -> gaps.add(new Gap(step, language)));
        look.accept(null, flow.title());
        if (flow.theme() != null && flow.theme().card() != null) {
            look.accept(null, flow.theme().card());
        }
        flow.steps().values().forEach(step -> step.texts().forEach(texts -> look.accept(step.name(), texts)));
        return List.copyOf(gaps);
    }

    /** Where the first language has changed since another version, and another language of the same text has not. */
    public static List<Gap> stale(Flow now, Flow before) {
        Set<Gap> gaps = new LinkedHashSet<>();
        look(now, null, now.title(), before.title(), gaps);
        for (Step step : now.steps().values()) {
            Step was = before.steps().get(step.name());
            if (was != null) {
                Map<String, Texts> old = StepTexts.of(was);
                StepTexts.of(step).forEach((name, texts) -> look(now, step.name(), texts, old.get(name), gaps));
            }
        }
        return List.copyOf(gaps);
    }

    private static void look(Flow flow, @Nullable String step, Texts now, @Nullable Texts before, Set<Gap> gaps) {
        String first = flow.languages().get(0);
        if (before == null || same(now.said().get(first), before.said().get(first))) {
            return;
        }
        now.said().forEach((language, text) -> {
            if (!language.equals(first) && same(text, before.said().get(language))) {
                gaps.add(new Gap(step, language));
            }
        });
    }

    private static boolean same(@Nullable YamlText one, @Nullable YamlText other) {
        return one == null ? other == null : other != null && one.text().equals(other.text());
    }
}
