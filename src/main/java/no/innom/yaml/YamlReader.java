package no.innom.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    private static final YAMLFactory FACTORY = new YAMLFactory();

    /** Where YAML begins a new line. */
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\n\\r\\u0085\\u2028\\u2029]");

    private final String file;
    private final Consumer<Problem> problems;
    private final YAMLParser parser;
    private final String[] lines;

    private YamlReader(String file, String text, Consumer<Problem> problems, YAMLParser parser) {
        this.file = file;
        this.lines = LINE_BREAK.split(text, -1);
        this.problems = problems;
        this.parser = parser;
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
        try (YAMLParser parser = FACTORY.createParser(body)) {
            return new YamlReader(file, body, problems, parser).document();
        } catch (Unreadable e) {
            return null;
        } catch (JsonProcessingException e) {
            problems.accept(YamlMistake.explain(file, e));
            return null;
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
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

    private @Nullable YamlNode document() throws IOException, Unreadable {
        if (parser.nextToken() == null) {
            problems.accept(Problem.error(Place.startOf(file), CODE, "The file is empty."));
            return null;
        }
        YamlNode root = node(0);
        if (parser.nextToken() != null) {
            tell(
                    place(),
                    "A second document begins here (after ---). A file holds one: delete the line, or make two files.");
        }
        return root;
    }

    private YamlNode node(int depth) throws IOException, Unreadable {
        Place place = place();
        if (parser.isCurrentAlias()) {
            tell(
                    place,
                    "Here stands an alias (*" + parser.getText()
                            + "). Write the text out instead; if it is meant as text, put it in quotes.");
            return new YamlText(place, "");
        }
        tellAnchorAndTag(place);
        JsonToken token = parser.currentToken();
        if (token != null && token.isStructStart() && depth >= MAX_DEPTH) {
            tell(
                    place,
                    "Lists and maps stand more than " + MAX_DEPTH
                            + " deep in each other here. No file needs that: check the indentation.");
            throw new Unreadable();
        }
        if (token == JsonToken.START_OBJECT) {
            return map(place, depth);
        }
        if (token == JsonToken.START_ARRAY) {
            List<YamlNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(depth + 1));
            }
            return new YamlList(place, items);
        }
        String text = parser.getText();
        return new YamlText(place, text == null ? "" : text);
    }

    private YamlMap map(Place place, int depth) throws IOException, Unreadable {
        Map<String, YamlMap.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            YamlText key = new YamlText(place(), parser.currentName());
            tellAnchorAndTag(key.place());
            parser.nextToken();
            YamlNode value = node(depth + 1);
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

    /** Looks at the file itself, as the parser swallows the anchor of a scalar. */
    private void tellAnchorAndTag(Place place) {
        String line = place.line() <= lines.length ? lines[place.line() - 1] : "";
        if (place.column() > line.codePointCount(0, line.length())) {
            return;
        }
        char first = line.charAt(line.offsetByCodePoints(0, place.column() - 1));
        if (first == '&') {
            tell(place, "Here stands an anchor (a word that begins with &). Delete it, or put the text in quotes.");
        } else if (first == '!') {
            tell(place, "Here stands a tag (a word that begins with !). Delete it, or put the text in quotes.");
        }
    }

    private void tell(Place place, String sentence) {
        problems.accept(Problem.error(place, CODE, sentence));
    }

    private Place place() {
        JsonLocation location = parser.currentTokenLocation();
        return new Place(file, location.getLineNr(), location.getColumnNr());
    }
}
