package no.innom.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a YAML file that a person wrote into {@link YamlNode}s. What a hand-written file has no need of and an
 * attacker has (aliases, anchors, tags, endless nesting, several documents) is refused. Everything wrong has
 * the code {@code yaml}.
 */
public final class YamlReader {

    /** The largest file that is read, in bytes of UTF-8. */
    public static final int MAX_BYTES = 256 * 1024;

    /** How deep lists and maps may stand in each other. */
    public static final int MAX_DEPTH = 32;

    /** The code of everything that is found here. */
    public static final String CODE = "yaml";

    private final String file;
    private final Consumer<Problem> problems;
    private final Iterator<Event> events;

    private YamlReader(String file, Consumer<Problem> problems, Iterator<Event> events) {
        this.file = file;
        this.problems = problems;
        this.events = events;
    }

    /** Thrown inside the reader where going on makes no sense; the problem has been told. */
    @SuppressWarnings("serial")
    private static final class Unreadable extends Exception {
        Unreadable() {
            super("unreadable", null, false, false);
        }
    }

    /**
     * Reads a file from the disk; blocks.
     *
     * @param name what problems call the file
     * @return null where it cannot be read at all, after telling why
     */
    public static @Nullable YamlNode read(Path path, String name, Consumer<Problem> problems) {
        String text = text(path, name, problems);
        return text == null ? null : read(name, text, problems);
    }

    /** The text of a file that must be UTF-8 and not too large, or null after telling why not; blocks. */
    public static @Nullable String text(Path path, String name, Consumer<Problem> problems) {
        try {
            if (Files.size(path) > MAX_BYTES) {
                problems.accept(tooLarge(name));
                return null;
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
        } catch (CharacterCodingException e) {
            problems.accept(Problem.error(
                    Place.startOf(name), CODE, "The file is not UTF-8. Save it again with the encoding UTF-8."));
        } catch (NoSuchFileException e) {
            problems.accept(Problem.error(Place.startOf(name), CODE, "There is no such file."));
        } catch (IOException e) {
            problems.accept(
                    Problem.error(Place.startOf(name), CODE, "The file cannot be read (" + e.getMessage() + ")."));
        }
        return null;
    }

    /**
     * Reads a text that is already in memory. A byte order mark and Windows line ends are fine.
     *
     * @param file what problems call the text
     * @return null where it is no YAML at all or holds nothing, after telling why
     */
    public static @Nullable YamlNode read(String file, String text, Consumer<Problem> problems) {
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (body.length() > MAX_BYTES || body.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            problems.accept(tooLarge(file));
            return null;
        }
        if (tellControlCharacter(file, body, problems)) {
            return null;
        }
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        try {
            return new YamlReader(
                            file,
                            problems,
                            new Parse(settings).parseString(body).iterator())
                    .document();
        } catch (Unreadable e) {
            return null;
        } catch (YamlEngineException e) {
            problems.accept(YamlMistake.explain(file, e));
            return null;
        }
    }

    private static Problem tooLarge(String file) {
        return Problem.error(
                Place.startOf(file),
                CODE,
                "The file is larger than 256 KiB. Split it into several files that each do one thing.");
    }

    private static boolean tellControlCharacter(String file, String text, Consumer<Problem> problems) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                column = 1;
                continue;
            }
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            boolean allowed = pair || c == '\t' || c == '\r' || c == '\u0085' || !isForbidden(c);
            if (!allowed) {
                problems.accept(Problem.error(
                        new Place(file, line, column),
                        CODE,
                        "Here stands a character that cannot be seen (U+%04X). Delete it.".formatted((int) c)));
                return true;
            }
            if (pair) {
                i++;
            }
            column++;
        }
        return false;
    }

    private static boolean isForbidden(char c) {
        return Character.isISOControl(c) || Character.isSurrogate(c) || c == '\uFEFF' || c >= '\uFFFE';
    }

    private @Nullable YamlNode document() throws Unreadable {
        Event event = next();
        while (event.getEventId() == Event.ID.StreamStart || event.getEventId() == Event.ID.DocumentStart) {
            event = next();
        }
        if (!(event instanceof NodeEvent first)) {
            problems.accept(Problem.error(Place.startOf(file), CODE, "The file is empty, or holds only comments."));
            return null;
        }
        YamlNode root = node(first, 0);
        if (root instanceof YamlText text && text.text().isEmpty()) {
            problems.accept(Problem.error(Place.startOf(file), CODE, "The file is empty, or holds only comments."));
            return null;
        }
        next();
        event = next();
        if (event.getEventId() != Event.ID.StreamEnd) {
            tell(
                    place(event),
                    "A second document begins here (---). A file holds one: delete the line, or make two files.");
        }
        return root;
    }

    private YamlNode node(Event event, int depth) throws Unreadable {
        Place place = place(event);
        if (event instanceof AliasEvent alias) {
            tell(
                    place,
                    "Here stands an alias (*" + alias.getAlias()
                            + "). Write the text out instead; if it is meant as text, put it in quotes.");
            return new YamlText(place, "");
        }
        tellAnchorAndTag(event, place);
        if (event instanceof ScalarEvent scalar) {
            return new YamlText(place, scalar.getValue());
        }
        if (depth >= MAX_DEPTH) {
            tell(
                    place,
                    "Lists and maps stand more than " + MAX_DEPTH
                            + " deep in each other here. No file needs that: check the indentation.");
            throw new Unreadable();
        }
        if (event.getEventId() == Event.ID.MappingStart) {
            return map(place, depth);
        }
        List<YamlNode> items = new ArrayList<>();
        for (Event item = next(); item.getEventId() != Event.ID.SequenceEnd; item = next()) {
            items.add(node(item, depth + 1));
        }
        return new YamlList(place, items);
    }

    private YamlMap map(Place place, int depth) throws Unreadable {
        Map<String, YamlMap.Entry> entries = new LinkedHashMap<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            YamlNode name = node(event, depth + 1);
            YamlNode value = node(next(), depth + 1);
            if (!(name instanceof YamlText key)) {
                tell(name.place(), "Here " + name.kind() + " stands where a name must stand. Put a text in quotes.");
                continue;
            }
            YamlMap.Entry before = entries.putIfAbsent(key.text(), new YamlMap.Entry(key, value));
            if (before != null) {
                tell(
                        key.place(),
                        "\"" + key.text() + "\" is given twice here; it stands already on line "
                                + before.key().place().line() + ". Keep one of them.");
            }
        }
        return new YamlMap(place, entries);
    }

    private void tellAnchorAndTag(Event event, Place place) {
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            tell(
                    place,
                    "Here stands an anchor (&" + node.getAnchor().get()
                            + "). Delete it; if it is meant as text, put it in quotes.");
        }
        boolean tag = event instanceof ScalarEvent scalar
                ? scalar.getTag().isPresent()
                : event instanceof CollectionStartEvent start && start.getTag().isPresent();
        if (tag) {
            tell(
                    place,
                    "Here stands a tag (a word that begins with !). Delete it; if it is meant as text, put it in quotes.");
        }
    }

    private void tell(Place place, String sentence) {
        problems.accept(Problem.error(place, CODE, sentence));
    }

    private Event next() throws Unreadable {
        if (!events.hasNext()) {
            throw new Unreadable();
        }
        return events.next();
    }

    private Place place(Event event) {
        return event.getStartMark()
                .map(mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(Place.startOf(file));
    }
}
