package no.innom.flow;

import java.util.LinkedHashMap;
import java.util.Map;

/** A step's texts by what they are, so that the texts of two versions of it can be held against each other. */
final class StepTexts {
    private StepTexts() {}

    /** By a name such as {@code say 1}, {@code why} or {@code choices ja}, in the order of the step. */
    static Map<String, Texts> of(Step step) {
        Map<String, Texts> texts = new LinkedHashMap<>();
        if (step instanceof AskStep ask) {
            texts.put("ask", ask.question());
            put(texts, "why", ask.why());
            ask.domain().choices().forEach((value, label) -> texts.put("choices " + value, label));
            put(texts, "low", ask.low());
            put(texts, "high", ask.high());
        } else {
            for (Texts one : step.texts()) {
                texts.put("say " + (texts.size() + 1), one);
            }
        }
        return texts;
    }

    private static void put(Map<String, Texts> texts, String name, @org.jspecify.annotations.Nullable Texts one) {
        if (one != null) {
            texts.put(name, one);
        }
    }
}
