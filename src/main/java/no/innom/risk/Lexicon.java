package no.innom.risk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import no.innom.risk.PhraseFinder.Element;
import no.innom.risk.Rule.Kind;
import no.innom.risk.Rule.Line;
import no.innom.yaml.Place;
import no.innom.yaml.Problem;
import org.jspecify.annotations.Nullable;

/** The lexicon, compiled: what the scanner asks for each message. Immutable; any thread. */
final class Lexicon {
    static final String UNKNOWN_CLASS = "unknown-class";
    static final String NEVER_MATCHES = "never-matches";
    static final String SAME_RULE = "same-rule";

    private final Symbols symbols = new Symbols();
    private final Signs signs = new Signs(symbols);
    private final Tokenizer tokenizer;
    private final PhraseFinder fuser;
    private final List<int[]> fusedSymbols = new ArrayList<>();
    private final List<RulePhrase> risks = new ArrayList<>();
    private final List<RulePhrase> contexts = new ArrayList<>();
    private final PhraseFinder riskFinder;
    private final PhraseFinder contextFinder;
    private final BitSet asked = new BitSet();
    private final ClassTraits classTraits;
    private final Map<String, Integer> softRules = new HashMap<>();

    /** A phrase of a rule; whether it says "not" itself, so that a "not" beside it takes nothing back. */
    record RulePhrase(Rule rule, Line line, List<Element> elements, boolean holdsNegation) {}

    /** Told of each phrase found. */
    interface Sink {
        /** A phrase stands here, from the first token to the last; gives back whether to go on. */
        boolean found(RulePhrase phrase, int first, int last);
    }

    /** Compiles what was read; tells what is wrong in it and leaves that out. */
    Lexicon(LexiconReader.Source source, Consumer<Problem> problems) {
        Map<String, WordClass> classes = new LinkedHashMap<>();
        for (WordClass wordClass : source.classes()) {
            if (!wordClass.name().isEmpty()) {
                classes.put(wordClass.name(), wordClass);
            }
        }
        PhraseParser parser = new PhraseParser(symbols, classes, problems);
        takeIn(source.rules(), parser, negators(classes), problems);
        Meanings meanings = new Meanings(symbols, classes.values(), parser);
        source.classes().forEach(meanings::add);
        List<List<Element>> several = meanings.several(fusedSymbols);
        Vocabulary vocabulary = new Vocabulary();
        Segmenter segmenter = new Segmenter(meanings.tell(vocabulary));
        tokenizer = new Tokenizer(vocabulary, segmenter, symbols);
        long[] commonness = meanings.commonness(source.rules());
        fuser = new PhraseFinder(several, commonness);
        riskFinder = finder(risks, commonness);
        contextFinder = finder(contexts, commonness);
        asked.or(riskFinder.asked());
        asked.or(contextFinder.asked());
        classTraits = new ClassTraits(symbols, meanings.sizes(classes.values()));
    }

    /** The classes as the second opinion knows them. */
    ClassTraits classTraits() {
        return classTraits;
    }

    /** The {@link Rule#print print} of a rule that can be taken back; null for a firm one, or where there is none. */
    @Nullable Integer softRule(String id) {
        return softRules.get(id);
    }

    private static PhraseFinder finder(List<RulePhrase> phrases, long[] commonness) {
        return new PhraseFinder(phrases.stream().map(RulePhrase::elements).toList(), commonness);
    }

    private void takeIn(List<Rule> rules, PhraseParser parser, Set<String> negators, Consumer<Problem> problems) {
        Map<String, Place> seen = new HashMap<>();
        for (Rule rule : rules) {
            if (!rule.firm()) {
                softRules.put(rule.id(), rule.print());
            }
            for (Line line : rule.phrases()) {
                List<Element> phrase = parser.parse(line, rule.kind());
                if (phrase == null) {
                    continue;
                }
                Place before = seen.putIfAbsent(keyOf(phrase), line.place());
                if (before == null) {
                    (rule.kind() == Kind.RULE ? risks : contexts)
                            .add(new RulePhrase(rule, line, phrase, holdsNegation(phrase, negators)));
                } else {
                    problems.accept(Problem.error(
                            line.place(),
                            SAME_RULE,
                            "The same phrase stands already in " + before.file() + " on line " + before.line()
                                    + ". Keep one of them."));
                }
            }
        }
    }

    /** The tokens of a message, with the phrases that are members of classes as another way to read them. */
    Tokens tokenize(String text) {
        Tokens tokens = tokenizer.tokenize(Normalizer.normalize(text));
        fuser.find(tokens, (phrase, first, last) -> {
            int[] its = fusedSymbols.get(phrase);
            tokens.stretch(first, last, its, symbols.isFiller(its));
            return true;
        });
        return tokens;
    }

    /** Begins to look for phrases in a message. */
    Search search(Tokens tokens) {
        Places places = new Places(tokens, asked);
        return new Search(places, new PhraseRun(tokens, places));
    }

    /** One message, looked through for what finds risk first: where there is none, what takes it back is of no use. */
    final class Search {
        private final Places places;
        private final PhraseRun run;

        private Search(Places places, PhraseRun run) {
            this.places = places;
            this.run = run;
        }

        /** Finds the phrases of rules, by the tokens that they end with. */
        void risks(Sink sink) {
            riskFinder.find(run, places, (phrase, first, last) -> sink.found(risks.get(phrase), first, last));
        }

        /** Finds the phrases of idioms and of what lowers and raises, by the tokens that they end with. */
        void contexts(Sink sink) {
            contextFinder.find(run, places, (phrase, first, last) -> sink.found(contexts.get(phrase), first, last));
        }
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

    /** The word or class that a symbol stands for. */
    String nameOf(int symbol) {
        return symbols.nameOf(symbol);
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
    private static Set<String> negators(Map<String, WordClass> classes) {
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
}
