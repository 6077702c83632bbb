package no.innom.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.innom.yaml.Place;
import no.innom.yaml.YamlReader;

/** Shows a person the line of a file that a finding is about, with a caret under the place. */
final class SourceLine {

    private SourceLine() {}

    /** The line and the caret; nothing where the file cannot be read or has no such line. */
    static List<String> under(Place place) {
        try {
            Path file = Path.of(place.file());
            if (!Files.isRegularFile(file) || Files.size(file) > YamlReader.MAX_BYTES) {
                return List.of();
            }
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (place.line() < 1 || place.line() > lines.size()) {
                return List.of();
            }
            String number = "%5d | ".formatted(place.line());
            String line = visible(lines.get(place.line() - 1));
            int at = Math.max(0, Math.min(place.column() - 1, line.codePointCount(0, line.length())));
            return List.of(number + line, " ".repeat(5) + " | " + " ".repeat(at) + "^");
        } catch (IOException e) {
            return List.of();
        }
    }

    /** One column for each character, so that the caret stands right; nothing that steers a terminal. */
    private static String visible(String line) {
        StringBuilder visible = new StringBuilder();
        line.codePoints().forEach(c -> visible.appendCodePoint(c == '\uFEFF' || Character.isISOControl(c) ? ' ' : c));
        return visible.toString();
    }
}
