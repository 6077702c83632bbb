package no.innom.risk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a lexicon at one moment, by name: what tells that one was changed, added or taken away.
 *
 * @param marks none where the folder cannot be read
 */
record LexiconFiles(Map<String, Mark> marks) {
    /** When a file was last changed, and how large it was then. */
    record Mark(FileTime changed, long size) {}

    /** As they are now; blocks. */
    static LexiconFiles in(Path folder) {
        Map<String, Mark> marks = new TreeMap<>();
        try (Stream<Path> listed = Files.list(folder)) {
            for (Path file : listed.filter(f -> f.toString().endsWith(LexiconReader.SUFFIX))
                    .toList()) {
                marks.put(file.toString(), new Mark(Files.getLastModifiedTime(file), Files.size(file)));
            }
        } catch (IOException | UncheckedIOException e) {
            marks.clear();
        }
        return new LexiconFiles(Map.copyOf(marks));
    }
}
