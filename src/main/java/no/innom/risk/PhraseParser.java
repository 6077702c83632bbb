package no.innom.risk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import no.innom.risk.PhraseFinder.Element;
import no.innom.risk.Rule.Line;
import no.innom.yaml.Nearest;
import no.innom.yaml.Place;
import no.innom.yaml.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the phrases of rules, as they are written, into elements; tells of those that cannot be read. */
final class PhraseParser {
    static final Pattern SPACES = Pattern.compile("\\s+");

    private static final Pattern BARS = Pattern.compile("\\|");

    private final Symbols symbols;
    private final Map<String, WordClass> classes;
    private final Consumer<Problem> problems;

    PhraseParser(Symbols symbols, Map<String, WordClass> classes, Consumer<Problem> problems) {
        this.symbols = symbols;
        this.classes = classes;
        this.problems = problems;
    }

    /** A phrase as elements; null after telling why not. */
    @Nullable List<Element> parse(Line line, Rule.Kind kind) {
        List<Element> elements = new ArrayList<>();
        boolean sure = false;
        for (String part : SPACES.split(line.text())) {
            if (isGap(part)) {
                int most = gap(part, kind);
                for (int i = 0; i < most; i++) {
                    elements.add(new Element(List.of(), true));
                }
                continue;
            }
            boolean optional = part.startsWith("[") && part.endsWith("]") && part.length() > 2;
            String inner = optional ? part.substring(1, part.length() - 1) : part;
            Set<Integer> alternatives = new LinkedHashSet<>();
            for (String word : BARS.split(inner)) {
                Integer symbol = symbolOf(word, line.place());
                if (symbol == null) {
                    return null;
                }
                alternatives.add(symbol);
            }
            sure |= !optional;
            elements.add(new Element(List.copyOf(alternatives), optional));
        }
        String never = whyNever(elements, sure);
        if (never != null) {
            tell(line.place(), Lexicon.NEVER_MATCHES, never);
            return null;
        }
        return List.copyOf(elements);
    }

    private static @Nullable String whyNever(List<Element> elements, boolean sure) {
        if (!sure) {
            return "Everything in this phrase is optional, so it can never match. Leave at least one word outside [ ].";
        }
        if (elements.size() > PhraseFinder.MAX_ELEMENTS) {
            return "The phrase is too long. Make two shorter ones of it.";
        }
        return elements.get(elements.size() - 1).optional()
                ? "A phrase ends with a word that must be there: delete the last [ ] or dots."
                : null;
    }

    /** How many words a gap may skip: what finds risk reaches farther than what takes it back. */
    private static int gap(String part, Rule.Kind kind) {
        int dots = part.length();
        return kind == Rule.Kind.RULE ? 2 * dots : dots == 2 ? 2 : dots == 3 ? 4 : 7;
    }

    private static boolean isGap(String part) {
        return part.equals("..") || part.equals("...") || part.equals("....");
    }

    private @Nullable Integer symbolOf(String word, Place place) {
        if (LexiconReader.isClassName(word)) {
            return isClass(word, place) ? symbols.of(word) : null;
        }
        if (word.equals(Symbols.BEGINNING) || word.equals(Symbols.END)) {
            return symbols.of(word);
        }
        String normal = wordOf(word);
        if (normal.isEmpty()) {
            tell(place, Lexicon.NEVER_MATCHES, "\"" + word + "\" holds no letter, so it can never match.");
            return null;
        }
        return symbols.of(normal);
    }

    /** Whether there is such a class; tells where there is none. */
    boolean isClass(String name, Place place) {
        boolean known = classes.containsKey(name) || name.equals(Symbols.NUMBER) || name.equals(Symbols.TEN_OR_MORE);
        if (!known) {
            tell(
                    place,
                    Lexicon.UNKNOWN_CLASS,
                    "There is no class " + name + "."
                            + Nearest.to(name, classes.keySet())
                                    .map(n -> " Did you mean " + n + "?")
                                    .orElse(""));
        }
        return known;
    }

    /** A word of the lexicon as the tokenizer would see it; empty where nothing of it is left. */
    static String wordOf(String written) {
        String normal = Normalizer.normalizeWord(written);
        StringBuilder word = new StringBuilder(normal.length());
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (Character.isLetterOrDigit(c) || c >= 0x2000) {
                word.append(c);
            }
        }
        return Spelling.latin(word.toString());
    }

    private void tell(Place place, String code, String sentence) {
        problems.accept(Problem.error(place, code, sentence));
    }
}
