package no.innom.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import no.innom.risk.PhraseAutomaton.Element;
import no.innom.risk.Rule.Line;
import no.innom.yaml.Nearest;
import no.innom.yaml.Place;
import no.innom.yaml.Problem;
import org.jspecify.annotations.Nullable;

/** The lexicon, compiled: what the scanner asks for each message. Immutable; any thread. */
final class Lexicon {
    static final String UNKNOWN_CLASS = "unknown-class";
    static final String NEVER_MATCHES = "never-matches";
    static final String SAME_RULE = "same-rule";

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern BARS = Pattern.compile("\\|");

    private final Symbols symbols = new Symbols();
    private final Vocabulary vocabulary = new Vocabulary();
    private final Signs signs = new Signs(symbols);
    private final Tokenizer tokenizer;
    private final PhraseAutomaton fuser;
    private final List<int[]> fusedSymbols = new ArrayList<>();
    private final PhraseAutomaton automaton;
    private final List<Rule> ruleOf = new ArrayList<>();
    private final List<Line> lineOf = new ArrayList<>();
    private final List<Boolean> holdsNegation = new ArrayList<>();
    private final Map<String, WordClass> classes = new LinkedHashMap<>();
    private final ClassTraits classTraits;
    private final Consumer<Problem> problems;

    /** Compiles what was read; tells what is wrong in it and leaves that out. */
    Lexicon(LexiconReader.Source source, Consumer<Problem> problems) {
        this.problems = problems;
        for (WordClass wordClass : source.classes()) {
            if (!wordClass.name().isEmpty()) {
                classes.put(wordClass.name(), wordClass);
            }
        }
        Set<String> negators = negators();
        List<List<Element>> phrases = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        for (Rule rule : source.rules()) {
            for (Line line : rule.phrases()) {
                List<Element> phrase = parse(line, rule.kind());
                if (phrase == null) {
                    continue;
                }
                Place before = seen.putIfAbsent(keyOf(phrase), line.place());
                if (before != null) {
                    tell(
                            line.place(),
                            SAME_RULE,
                            "The same phrase stands already in " + before.file() + " on line " + before.line()
                                    + ". Keep one of them.");
                    continue;
                }
                phrases.add(phrase);
                ruleOf.add(rule);
                lineOf.add(line);
                holdsNegation.add(holdsNegation(phrase, negators));
            }
        }
        List<List<Element>> fused = new ArrayList<>();
        Set<String> words = takeIn(source, fused);
        tokenizer = new Tokenizer(vocabulary, new Segmenter(words), symbols);
        fuser = new PhraseAutomaton(fused, symbols.count());
        automaton = new PhraseAutomaton(phrases, symbols.count());
        classTraits = new ClassTraits(symbols, sizes());
    }

    /** The classes as the second opinion knows them. */
    ClassTraits classTraits() {
        return classTraits;
    }

    /** The tokens of a message, with the phrases that are members of classes as another way to read them. */
    Tokens tokenize(String text) {
        Tokens tokens = tokenizer.tokenize(Normalizer.normalize(text));
        fuser.find(tokens, (phrase, first, last) -> {
            int[] its = fusedSymbols.get(phrase);
            tokens.stretch(first, last, its, symbols.isFiller(its));
        });
        return tokens;
    }

    void find(Tokens tokens, PhraseAutomaton.Sink sink) {
        automaton.find(tokens, sink);
    }

    Rule ruleOf(int phrase) {
        return ruleOf.get(phrase);
    }

    /** Whether the phrase says "not" itself, so that a "not" beside it takes nothing back. */
    boolean holdsNegation(int phrase) {
        return holdsNegation.get(phrase);
    }

    /** The classes that the scanner itself asks for. */
    Signs signs() {
        return signs;
    }

    /** The numbers of the classes that mean something to the scanner itself; see {@link Symbols}. */
    record Signs(int not, int notMerely, int barrier, int but, int self, int selfAsObject, int somebody) {
        Signs(Symbols symbols) {
            this(
                    symbols.of(Symbols.NOT),
                    symbols.of(Symbols.NOT_MERELY),
                    symbols.of(Symbols.BARRIER),
                    symbols.of(Symbols.BUT),
                    symbols.of(Symbols.I),
                    symbols.of(Symbols.ME),
                    symbols.of(Symbols.SOMEBODY));
        }
    }

    /** The line of the file that a phrase stands on. */
    Line lineOf(int phrase) {
        return lineOf.get(phrase);
    }

    /** The word or class that a symbol stands for. */
    String nameOf(int symbol) {
        return symbols.nameOf(symbol);
    }

    int phraseCount() {
        return ruleOf.size();
    }

    /** The same for phrases that find the same. */
    private static String keyOf(List<Element> phrase) {
        StringBuilder key = new StringBuilder();
        for (Element element : phrase) {
            key.append(element.optional() ? '?' : ' ');
            element.symbols().stream().sorted().forEach(symbol -> key.append(symbol)
                    .append('|'));
        }
        return key.toString();
    }

    /** The class of negations, the classes in it, and its words, as far as phrases name them. */
    private Set<String> negators() {
        Set<String> negators = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(Symbols.NOT));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            WordClass wordClass = classes.get(next);
            if (negators.add(next) && wordClass != null) {
                wordClass.members().forEach(member -> open.add(member.text()));
            }
        }
        return negators;
    }

    private boolean holdsNegation(List<Element> phrase, Set<String> negators) {
        return phrase.stream()
                .flatMap(element -> element.symbols().stream())
                .anyMatch(symbol -> negators.contains(symbols.nameOf(symbol)));
    }

    /** A phrase as it is written, as elements; null after telling why not. */
    private @Nullable List<Element> parse(Line line, Rule.Kind kind) {
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
        if (!sure || elements.size() > PhraseAutomaton.MAX_ELEMENTS) {
            tell(
                    line.place(),
                    NEVER_MATCHES,
                    sure
                            ? "The phrase is too long. Make two shorter ones of it."
                            : "Everything in this phrase is optional, so it can never match. Leave at least one word outside [ ].");
            return null;
        }
        if (elements.get(elements.size() - 1).optional()) {
            tell(
                    line.place(),
                    NEVER_MATCHES,
                    "A phrase ends with a word that must be there: delete the last [ ] or dots.");
            return null;
        }
        return List.copyOf(elements);
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
            if (!classes.containsKey(word) && !isBuiltIn(word)) {
                tell(
                        place,
                        UNKNOWN_CLASS,
                        "There is no class " + word + "."
                                + Nearest.to(word, classes.keySet())
                                        .map(n -> " Did you mean " + n + "?")
                                        .orElse(""));
                return null;
            }
            return symbols.of(word);
        }
        if (word.equals("^") || word.equals("$")) {
            return symbols.of(word);
        }
        String normal = wordOf(word);
        if (normal.isEmpty()) {
            tell(place, NEVER_MATCHES, "\"" + word + "\" holds no letter, so it can never match.");
            return null;
        }
        return symbols.of(normal);
    }

    private static boolean isBuiltIn(String name) {
        return name.equals(Symbols.NUMBER) || name.equals(Symbols.TEN_OR_MORE);
    }

    private static String wordOf(String written) {
        String normal = Normalizer.normalizeWord(written);
        StringBuilder word = new StringBuilder(normal.length());
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (Character.isLetterOrDigit(c) || c >= 0x2000) {
                word.append(c);
            }
        }
        return Vocabulary.latin(word.toString());
    }

    /** Gives every word its symbols; gives back the words that stretches may be cut into. */
    private Set<String> takeIn(LexiconReader.Source source, List<List<Element>> fused) {
        Map<String, Set<Integer>> meanings = new LinkedHashMap<>();
        Set<String> guessed = new HashSet<>();
        Map<String, Set<Integer>> fusedMeanings = new LinkedHashMap<>();
        Map<String, Set<String>> holdersOf = holders();
        for (WordClass wordClass : source.classes()) {
            Set<String> holders = holdersOf.getOrDefault(wordClass.name(), Set.of());
            for (Line member : wordClass.members()) {
                String text = member.text();
                if (LexiconReader.isClassName(text)) {
                    if (!classes.containsKey(text) && !isBuiltIn(text)) {
                        tell(
                                member.place(),
                                UNKNOWN_CLASS,
                                "There is no class " + text + "."
                                        + Nearest.to(text, classes.keySet())
                                                .map(n -> " Did you mean " + n + "?")
                                                .orElse(""));
                    }
                    continue;
                }
                Set<Integer> its = new LinkedHashSet<>();
                for (String holder : holders) {
                    its.add(symbols.of(holder));
                }
                if (text.indexOf(' ') > 0) {
                    fusedMeanings
                            .computeIfAbsent(text, t -> new LinkedHashSet<>())
                            .addAll(its);
                } else {
                    String word =
                            text.endsWith("*") ? wordOf(text.substring(0, text.length() - 1)) + "*" : wordOf(text);
                    meanings.computeIfAbsent(word, w -> new LinkedHashSet<>()).addAll(its);
                    if (!wordClass.exact()) {
                        guessed.add(word);
                    }
                }
            }
        }
        fusedMeanings.forEach((text, its) -> {
            List<Element> phrase = new ArrayList<>();
            for (String part : SPACES.split(text)) {
                String word = wordOf(part);
                if (!word.isEmpty()) {
                    phrase.add(new Element(List.of(symbols.of(word)), false));
                    meanings.computeIfAbsent(word, w -> new LinkedHashSet<>());
                }
            }
            fused.add(phrase);
            fusedSymbols.add(its.stream().mapToInt(Integer::intValue).toArray());
        });
        for (String name : symbols.names()) {
            if (!LexiconReader.isClassName(name) && !name.equals("^") && !name.equals("$")) {
                if (!meanings.containsKey(name)) {
                    guessed.add(name);
                }
                meanings.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(symbols.of(name));
            }
        }
        Set<String> words = new HashSet<>();
        meanings.forEach((word, its) -> {
            vocabulary.add(word, its.stream().mapToInt(Integer::intValue).toArray(), guessed.contains(word));
            if (!word.endsWith("*") && word.chars().allMatch(Character::isLetter)) {
                words.add(word);
            }
        });
        return words;
    }

    /** For each class, itself and every class that includes it, near or far. */
    private Map<String, Set<String>> holders() {
        Map<String, Set<String>> direct = new HashMap<>();
        for (WordClass holder : classes.values()) {
            for (Line member : holder.members()) {
                if (LexiconReader.isClassName(member.text())) {
                    direct.computeIfAbsent(member.text(), m -> new LinkedHashSet<>())
                            .add(holder.name());
                }
            }
        }
        Map<String, Set<String>> all = new HashMap<>();
        for (String name : classes.keySet()) {
            Set<String> reached = new LinkedHashSet<>();
            List<String> open = new ArrayList<>(List.of(name));
            while (!open.isEmpty()) {
                String next = open.remove(open.size() - 1);
                if (reached.add(next)) {
                    open.addAll(direct.getOrDefault(next, Set.of()));
                }
            }
            all.put(name, reached);
        }
        return all;
    }

    /** How many members each class has, with those of the classes in it, by symbol. */
    private int[] sizes() {
        int[] sizes = new int[symbols.count()];
        holders().forEach((name, holders) -> {
            int own = classes.containsKey(name) ? classes.get(name).members().size() : 0;
            for (String holder : holders) {
                Integer symbol = symbols.find(holder);
                if (symbol != null) {
                    sizes[symbol] += own + 1;
                }
            }
        });
        return sizes;
    }

    private void tell(Place place, String code, String sentence) {
        problems.accept(Problem.error(place, code, sentence));
    }
}
