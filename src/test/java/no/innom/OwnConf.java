package no.innom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of {@code conf/} with something else in it, for a server of a test. */
public final class OwnConf {
    private final Path folder;

    private OwnConf(Path folder) {
        this.folder = folder;
    }

    /** The shipped files. */
    public static OwnConf copy() {
        var from = Path.of("conf");
        try (var all = Files.walk(from)) {
            var to = Files.createTempDirectory("innom-conf");
            for (var path : all.toList()) {
                var copy = to.resolve(from.relativize(path).toString());
                if (!Files.exists(copy)) {
                    Files.copy(path, copy);
                }
            }
            return new OwnConf(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With another text in the place of this one, which must be there. */
    public OwnConf with(String file, String text, String other) {
        try {
            var path = folder.resolve(file);
            var before = Files.readString(path);
            if (!before.contains(text)) {
                throw new IllegalArgumentException(file + " has no " + text);
            }
            Files.writeString(path, before.replace(text, other));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
