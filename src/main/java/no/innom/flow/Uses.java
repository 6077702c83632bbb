package no.innom.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import no.innom.yaml.YamlText;

/** Where a flow uses the answers that it was given. */
final class Uses {

    private Uses() {}

    /** The questions whose answers are used anywhere, by step, each with levels of its own in {@link Cases}. */
    static Map<String, Watched> watched(Flow flow) {
        Map<String, Set<Match>> matches = new LinkedHashMap<>();
        for (Step step : flow.steps().values()) {
            if (step instanceof ForkStep fork) {
                fork.rules().stream()
                        .flatMap(rule -> rule.conditions().stream())
                        .forEach(condition -> condition.values().forEach(value -> matches.computeIfAbsent(
                                        condition.step().text(), none -> new LinkedHashSet<>())
                                .add(value.match())));
            }
            used(step).keySet().forEach(name -> matches.computeIfAbsent(name, none -> new LinkedHashSet<>()));
        }
        Map<String, Watched> watched = new LinkedHashMap<>();
        int level = 0;
        for (Step step : flow.steps().values()) {
            Set<Match> against = matches.get(step.name());
            if (step instanceof AskStep ask && against != null) {
                ask.next().rules().forEach(rule -> against.add(rule.match()));
                Watched question = new Watched(ask, level, against);
                watched.put(ask.name(), question);
                level += question.sizes().size();
            }
        }
        return watched;
    }

    /** By step: the questions whose answers it or a later step looks at, before they are asked anew. */
    static Map<String, Set<String>> lookedAt(Flow flow, Set<String> watched) {
        Map<String, Set<String>> lookedAt = new HashMap<>();
        List<Step> backwards = new ArrayList<>(flow.steps().values());
        Collections.reverse(backwards);
        boolean news = true;
        while (news) {
            news = false;
            for (Step step : backwards) {
                Set<String> here = lookedAt.computeIfAbsent(step.name(), none -> new HashSet<>());
                int before = here.size();
                for (YamlText go : step.goesTo()) {
                    for (String name : lookedAt.getOrDefault(go.text(), Set.of())) {
                        if (!(step instanceof AskStep && name.equals(step.name()))) {
                            here.add(name);
                        }
                    }
                }
                here.addAll(used(step).keySet());
                if (step instanceof ForkStep fork) {
                    fork.rules().forEach(rule -> rule.conditions()
                            .forEach(condition -> here.add(condition.step().text())));
                }
                here.retainAll(watched);
                news |= here.size() != before;
            }
        }
        return lookedAt;
    }

    /** The steps whose answers a step's texts and contacts use, and where first. */
    static Map<String, YamlText> used(Step step) {
        Map<String, YamlText> used = new LinkedHashMap<>();
        for (Texts texts : step.texts()) {
            for (YamlText text : texts.said().values()) {
                Matcher hole = Voice.HOLE.matcher(text.text());
                while (hole.find()) {
                    used.putIfAbsent(hole.group(1), text);
                }
            }
        }
        Signpost signpost =
                step instanceof SayStep say ? say.contacts() : step instanceof EndStep end ? end.contacts() : null;
        if (signpost != null) {
            for (YamlText selector : signpost.selectors()) {
                String about = Signpost.step(selector.text());
                if (about != null) {
                    used.putIfAbsent(about, selector);
                }
            }
        }
        return used;
    }
}
