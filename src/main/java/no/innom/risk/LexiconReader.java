package no.innom.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.innom.risk.Rule.Kind;
import no.innom.risk.Rule.Line;
import no.innom.yaml.Nearest;
import no.innom.yaml.Place;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lexicon's files, {@code *.risk}. They are plain lines, made to be read and changed by a professional who is
 * no programmer; how they are written is told in {@code conf/risk/README.md}.
 */
final class LexiconReader {
    static final String CODE = "lexicon";
    static final String SUFFIX = ".risk";

    private static final String HEADS = "class, ordinary, rule, idiom, lower or raise";

    private final Consumer<Problem> problems;
    private final List<WordClass> classes = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Place> names = new LinkedHashMap<>();

    private LexiconReader(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /** All that stands in the files, before it is compiled. */
    record Source(List<WordClass> classes, List<Rule> rules) {}

    /** Reads every {@code .risk} file of a folder, by name; tells what cannot be read and goes on. Blocks. */
    static Source read(Path folder, Consumer<Problem> problems) {
        LexiconReader reader = new LexiconReader(problems);
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(f -> f.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            files = List.of();
        }
        if (files.isEmpty()) {
            problems.accept(Problem.error(
                    Place.startOf(folder.toString()), CODE, "No lexicon file (*.risk) can be read in this folder."));
        }
        for (Path file : files) {
            String text = YamlReader.text(file, file.toString(), problems);
            if (text != null) {
                reader.readFile(file.toString(), text);
            }
        }
        return new Source(List.copyOf(reader.classes), List.copyOf(reader.rules));
    }

    /** Reads one text as if it were a file. */
    static Source readText(String name, String text, Consumer<Problem> problems) {
        LexiconReader reader = new LexiconReader(problems);
        reader.readFile(name, text);
        return new Source(List.copyOf(reader.classes), List.copyOf(reader.rules));
    }

    private void readFile(String file, String text) {
        List<Line> block = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i <= lines.length; i++) {
            String line = i == lines.length ? "x" : lines[i].stripTrailing();
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            boolean head = !Character.isWhitespace(line.charAt(0));
            if (head && !block.isEmpty()) {
                readBlock(block);
                block = new ArrayList<>();
            }
            if (i < lines.length) {
                String body = line.strip();
                Place place = new Place(file, i + 1, line.indexOf(body) + 1);
                if (!head && block.isEmpty()) {
                    tell(place, "This line is indented but stands under nothing. Begin with " + HEADS + ".");
                } else {
                    block.add(new Line(place, body));
                }
            }
        }
    }

    private void readBlock(List<Line> block) {
        Line head = block.get(0);
        List<Line> body = block.subList(1, block.size());
        String[] parts = head.text().split("[\\s:]+");
        switch (parts[0]) {
            case "class" -> readClass(head, parts, body);
            case "ordinary" -> classes.add(new WordClass("", head.place(), true, members(body)));
            case "rule" -> readRule(Kind.RULE, head, parts, body);
            case "idiom" -> readRule(Kind.IDIOM, head, parts, body);
            case "lower" -> readRule(Kind.LOWER, head, parts, body);
            case "raise" -> readRule(Kind.RAISE, head, parts, body);
            default ->
                tell(
                        head.place(),
                        "\"" + parts[0] + "\" begins nothing. Begin with " + HEADS
                                + "; indent what belongs to the line above.");
        }
    }

    private void readClass(Line head, String[] parts, List<Line> body) {
        if (parts.length < 2 || !isClassName(parts[1])) {
            tell(head.place(), "A class needs a name in capital letters, such as: class PILL.");
            return;
        }
        boolean exact = parts.length > 2 && parts[2].equals("exact");
        if (parts.length > 2 && !exact) {
            tell(head.place(), "After a class name only \"exact\" may stand, not \"" + parts[2] + "\".");
        }
        if (isNew(parts[1], head.place())) {
            classes.add(new WordClass(parts[1], head.place(), exact, members(body)));
        }
    }

    private static List<Line> members(List<Line> body) {
        List<Line> members = new ArrayList<>();
        for (Line line : body) {
            for (String member : line.text().split(",")) {
                if (!member.isBlank()) {
                    members.add(new Line(line.place(), member.strip()));
                }
            }
        }
        return members;
    }

    private void readRule(Kind kind, Line head, String[] parts, List<Line> body) {
        if (parts.length < 2 || !isNew(parts[1], head.place())) {
            if (parts.length < 2) {
                tell(head.place(), "A " + parts[0] + " needs a name, such as: " + parts[0] + " vil-ikke-leve.");
            }
            return;
        }
        Level level = kind == Kind.IDIOM ? Level.NONE : kind == Kind.RAISE ? Level.ACUTE : null;
        Set<Category> categories = EnumSet.noneOf(Category.class);
        boolean message = false;
        boolean firm = false;
        boolean others = false;
        for (int i = 2; i < parts.length; i++) {
            Level asLevel = named(Level.values(), parts[i]);
            Category asCategory = named(Category.values(), parts[i]);
            if (asLevel != null) {
                level = asLevel;
            } else if (asCategory != null) {
                categories.add(asCategory);
            } else if (parts[i].equals("message")) {
                message = true;
            } else if (parts[i].equals("firm")) {
                firm = true;
            } else if (parts[i].equals("others")) {
                others = true;
            } else {
                tell(
                        head.place(),
                        "\"" + parts[i] + "\" is no level, category, \"message\", \"firm\" or \"others\"."
                                + near(parts[i]));
            }
        }
        if (level == null || (kind == Kind.RULE && (categories.size() != 1 || level == Level.NONE))) {
            tell(head.place(), "Say what it gives after the name, such as: rule vil-ikke-leve: high suicide.");
            return;
        }
        List<Line> phrases = new ArrayList<>();
        List<Line> flag = new ArrayList<>();
        List<Line> not = new ArrayList<>();
        for (Line line : body) {
            List<Line> into = line.text().startsWith("+ ") ? flag : line.text().startsWith("- ") ? not : phrases;
            into.add(
                    into == phrases
                            ? line
                            : new Line(line.place(), line.text().substring(2).strip()));
        }
        if (phrases.isEmpty()) {
            tell(head.place(), "\"" + parts[1] + "\" has no phrase, so it can never match.");
        }
        Category category = kind == Kind.RULE ? categories.iterator().next() : null;
        rules.add(new Rule(
                kind, parts[1], head.place(), level, category, categories, message, firm, others, phrases, flag, not));
    }

    private static String near(String word) {
        List<String> allowed = Stream.concat(
                        Stream.of(Level.values()).map(Level::wire),
                        Stream.of(Category.values()).map(Category::wire))
                .toList();
        return Nearest.to(word, allowed)
                .map(n -> " Did you mean \"" + n + "\"?")
                .orElse("");
    }

    private static <E extends Enum<E>> @Nullable E named(E[] values, String name) {
        for (E value : values) {
            if (value.name().toLowerCase(Locale.ROOT).equals(name)) {
                return value;
            }
        }
        return null;
    }

    private boolean isNew(String name, Place place) {
        Place before = names.putIfAbsent(name, place);
        if (before != null) {
            tell(
                    place,
                    "\"" + name + "\" stands already in " + before.file() + " on line " + before.line()
                            + ". Give one of them another name.");
        }
        return before == null;
    }

    /** Whether a word is written in capitals, as the names of classes are. */
    static boolean isClassName(String word) {
        boolean letters = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c != '_' && (c < 'A' || c > 'Z')) {
                return false;
            }
            letters |= c != '_';
        }
        return letters;
    }

    private void tell(Place place, String sentence) {
        problems.accept(Problem.error(place, CODE, sentence));
    }
}
