package no.innom.risk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.innom.risk.PhraseFinder.Element;
import no.innom.risk.Rule.Line;

/** Gathers what each word of the lexicon means: itself, where a phrase names it, and every class that it belongs to. */
final class Meanings {
    private static final long ALWAYS = 1_000_000;

    private final Symbols symbols;
    private final PhraseParser parser;
    private final Map<String, Set<String>> holders;
    private final Map<String, Set<Integer>> ofWords = new LinkedHashMap<>();
    private final Map<String, Set<Integer>> ofSeveral = new LinkedHashMap<>();
    private final Set<String> guessed = new HashSet<>();

    /** @param parser tells of classes that do not exist */
    Meanings(Symbols symbols, Collection<WordClass> named, PhraseParser parser) {
        this.symbols = symbols;
        this.parser = parser;
        holders = holders(named);
    }

    /** Takes in the members of a class. */
    void add(WordClass wordClass) {
        Set<String> its = holders.getOrDefault(wordClass.name(), Set.of());
        for (Line member : wordClass.members()) {
            if (LexiconReader.isClassName(member.text())) {
                parser.isClass(member.text(), member.place());
            } else {
                add(member.text(), its, wordClass.exact());
            }
        }
    }

    private void add(String text, Set<String> classes, boolean exact) {
        boolean isSeveral = text.indexOf(' ') > 0;
        boolean isBeginning = text.endsWith("*") && !isSeveral;
        String word = isSeveral
                ? text
                : isBeginning
                        ? PhraseParser.wordOf(text.substring(0, text.length() - 1)) + "*"
                        : PhraseParser.wordOf(text);
        Set<Integer> its = (isSeveral ? ofSeveral : ofWords).computeIfAbsent(word, w -> new LinkedHashSet<>());
        classes.forEach(name -> its.add(symbols.of(name)));
        if (!isSeveral && !exact) {
            guessed.add(word);
        }
    }

    /**
     * The members of several words, such as {@code har lyst til å}, as phrases to be found; and what each means, at the
     * same place of the other list.
     */
    List<List<Element>> several(List<int[]> theirSymbols) {
        List<List<Element>> phrases = new ArrayList<>();
        ofSeveral.forEach((text, its) -> {
            List<Element> phrase = new ArrayList<>();
            for (String part : PhraseParser.SPACES.split(text)) {
                String word = PhraseParser.wordOf(part);
                if (!word.isEmpty()) {
                    phrase.add(new Element(List.of(symbols.of(word)), false));
                    ofWords.computeIfAbsent(word, w -> new LinkedHashSet<>());
                }
            }
            phrases.add(phrase);
            theirSymbols.add(toArray(its));
        });
        return phrases;
    }

    /** Gives every word that has a symbol its meanings; gives back the words that stretches may be cut into. */
    Set<String> tell(Vocabulary vocabulary) {
        for (String name : symbols.names()) {
            if (!LexiconReader.isClassName(name) && !name.equals(Symbols.BEGINNING) && !name.equals(Symbols.END)) {
                if (!ofWords.containsKey(name)) {
                    guessed.add(name);
                }
                ofWords.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(symbols.of(name));
            }
        }
        Set<String> words = new HashSet<>();
        ofWords.forEach((word, its) -> {
            vocabulary.add(word, toArray(its), guessed.contains(word));
            if (!word.endsWith("*") && word.chars().allMatch(Character::isLetter)) {
                words.add(word);
            }
        });
        return words;
    }

    /**
     * How often each symbol stands in the lexicon's own sentences, which are such as people write. Decides how fast
     * phrases are found, never which.
     */
    long[] commonness(Collection<Rule> rules) {
        long[] common = new long[symbols.count()];
        common[symbols.of(Symbols.BEGINNING)] = ALWAYS;
        common[symbols.of(Symbols.END)] = ALWAYS;
        for (Rule rule : rules) {
            for (List<Line> lines : List.of(rule.mustFlag(), rule.mustNot())) {
                for (Line line : lines) {
                    for (String word : PhraseParser.SPACES.split(line.text())) {
                        ofWords.getOrDefault(word, Set.of()).forEach(symbol -> common[symbol]++);
                    }
                }
            }
        }
        return common;
    }

    private static int[] toArray(Set<Integer> symbols) {
        return symbols.stream().mapToInt(Integer::intValue).toArray();
    }

    /** How many members each class has, with those of the classes in it, by symbol; 0 for what is no class. */
    int[] sizes(Collection<WordClass> named) {
        int[] sizes = new int[symbols.count()];
        for (WordClass wordClass : named) {
            for (String holder : holders.getOrDefault(wordClass.name(), Set.of())) {
                Integer symbol = symbols.find(holder);
                if (symbol != null) {
                    sizes[symbol] += wordClass.members().size() + 1;
                }
            }
        }
        return sizes;
    }

    /** For each class, itself and every class that includes it, near or far. */
    private static Map<String, Set<String>> holders(Collection<WordClass> named) {
        Map<String, Set<String>> direct = new HashMap<>();
        for (WordClass holder : named) {
            for (Line member : holder.members()) {
                if (LexiconReader.isClassName(member.text())) {
                    direct.computeIfAbsent(member.text(), m -> new LinkedHashSet<>())
                            .add(holder.name());
                }
            }
        }
        Map<String, Set<String>> all = new HashMap<>();
        for (WordClass wordClass : named) {
            Set<String> reached = new LinkedHashSet<>();
            List<String> open = new ArrayList<>(List.of(wordClass.name()));
            while (!open.isEmpty()) {
                String next = open.remove(open.size() - 1);
                if (reached.add(next)) {
                    open.addAll(direct.getOrDefault(next, Set.of()));
                }
            }
            all.put(wordClass.name(), reached);
        }
        return all;
    }
}
