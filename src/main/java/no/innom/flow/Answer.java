package no.innom.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a visitor answers a question with. */
public sealed interface Answer {

    /** How a skipped question is kept. */
    String SKIPPED = "";

    /** Words that skip an optional question when they are all that is typed. */
    Set<String> SKIP_WORDS = Set.of("hopp over", "skip", "pass", "vil ikke svare", "vil ikkje svare", "-");

    /** Free text, as it was written. */
    record Text(String text) implements Answer {}

    /** One choice, by its value. */
    record Chosen(String value) implements Answer {}

    /** One or more choices, by their values, each once and in the order of the question. */
    record Several(List<String> values) implements Answer {
        public Several {
            values = List.copyOf(values);
        }
    }

    /** A number on a scale. */
    record Score(int value) implements Answer {}

    /** The question was skipped. */
    record Skipped() implements Answer {}

    /** What is kept in the state: a text, a whole number, a list of values, or {@link #SKIPPED}. */
    default Object kept() {
        if (this instanceof Text text) {
            return text.text();
        }
        if (this instanceof Chosen chosen) {
            return chosen.value();
        }
        if (this instanceof Several several) {
            return several.values();
        }
        return this instanceof Score score ? score.value() : SKIPPED;
    }

    /**
     * Reads the value of an {@code answer} frame.
     *
     * @param value as a JSON library gives it: a string, a number, a list of strings, or null to skip
     * @throws BadAnswerException where the question does not take it; the sentence says what it takes
     */
    static Answer read(Ask ask, @Nullable Object value) {
        if (value == null) {
            if (ask.optional()) {
                return new Skipped();
            }
            throw new BadAnswerException("This question cannot be skipped.");
        }
        return switch (ask.kind()) {
            case TEXT -> readText(ask, value);
            case CHOICE -> new Chosen(oneOf(ask, value));
            case MULTI -> readSeveral(ask, value);
            case SCALE -> readNumber(ask, value);
        };
    }

    /**
     * What free text answers, where it happens to answer the question: the number typed, a choice's label
     * or value, words that skip. Any text answers a question that takes text.
     */
    static Optional<Answer> understand(Ask ask, String typed) {
        String said = plain(typed);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        if (ask.optional() && SKIP_WORDS.contains(said)) {
            return Optional.of(new Skipped());
        }
        return switch (ask.kind()) {
            case TEXT -> Optional.of(new Text(typed));
            case CHOICE -> choice(ask, said).map(Chosen::new);
            case MULTI -> several(ask, said);
            case SCALE -> number(ask, said);
        };
    }

    private static Answer readText(Ask ask, Object value) {
        if (!(value instanceof String text) || text.isBlank()) {
            throw new BadAnswerException("This question takes a text.");
        }
        if (ask.max() != null && text.codePointCount(0, text.length()) > ask.max()) {
            throw new BadAnswerException("This question takes a text of at most " + ask.max() + " characters.");
        }
        return new Text(text);
    }

    private static String oneOf(Ask ask, Object value) {
        for (Choice choice : ask.choices()) {
            if (choice.value().equals(value)) {
                return choice.value();
            }
        }
        throw new BadAnswerException("This question takes one of: "
                + String.join(", ", ask.choices().stream().map(Choice::value).toList()) + ".");
    }

    private static Answer readSeveral(Ask ask, Object value) {
        if (!(value instanceof Iterable<?> items)) {
            throw new BadAnswerException("This question takes a list of values.");
        }
        Set<String> chosen = new LinkedHashSet<>();
        for (Object item : items) {
            chosen.add(oneOf(ask, item == null ? "" : item));
        }
        if (chosen.isEmpty()) {
            return read(ask, null);
        }
        return new Several(inOrder(ask, chosen));
    }

    private static Answer readNumber(Ask ask, Object value) {
        if (value instanceof Number number && number.doubleValue() == number.intValue()) {
            int whole = number.intValue();
            if (ask.from() != null && ask.to() != null && whole >= ask.from() && whole <= ask.to()) {
                return new Score(whole);
            }
        }
        throw new BadAnswerException("This question takes a whole number from " + ask.from() + " to " + ask.to() + ".");
    }

    private static Optional<String> choice(Ask ask, String said) {
        return ask.choices().stream()
                .filter(choice -> plain(choice.label()).equals(said)
                        || plain(choice.value()).equals(said))
                .map(Choice::value)
                .findFirst();
    }

    private static Optional<Answer> several(Ask ask, String said) {
        Optional<String> whole = choice(ask, said);
        if (whole.isPresent()) {
            return Optional.of(new Several(List.of(whole.get())));
        }
        Set<String> chosen = new LinkedHashSet<>();
        for (String part : said.split("\\s*(?:,|;|\\bog\\b|\\band\\b)\\s*")) {
            Optional<String> one = choice(ask, part);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            chosen.add(one.get());
        }
        return chosen.isEmpty() ? Optional.empty() : Optional.of(new Several(inOrder(ask, chosen)));
    }

    private static Optional<Answer> number(Ask ask, String said) {
        if (!said.matches("-?\\d{1,6}") || ask.from() == null || ask.to() == null) {
            return Optional.empty();
        }
        int number = Integer.parseInt(said);
        return number >= ask.from() && number <= ask.to() ? Optional.of(new Score(number)) : Optional.empty();
    }

    private static List<String> inOrder(Ask ask, Set<String> chosen) {
        List<String> values = new ArrayList<>();
        for (Choice choice : ask.choices()) {
            if (chosen.contains(choice.value())) {
                values.add(choice.value());
            }
        }
        return values;
    }

    private static String plain(String text) {
        return text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[.!,\\s]+$", "")
                .replaceAll("\\s+", " ");
    }
}
