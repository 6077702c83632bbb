package no.innom.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import no.innom.yaml.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexiconWatchTest {
    private static final String TEXT = "grønne elefanter";

    @TempDir
    private Path folder;

    private final List<Problem> problems = new ArrayList<>();
    private RiskScanner scanner;
    private LexiconWatch watch;
    private int saved;

    @BeforeEach
    void load() throws IOException {
        save("a.risk", "rule en: watch suicide\n  blå elefanter\n  + blå elefanter\n");
        scanner = RiskScanner.load(folder, problems::add);
        watch = new LexiconWatch(scanner);
    }

    @Test
    void doesNothingWhereNothingWasChanged() {
        assertThat(watch.look(problems::add)).isEqualTo(LexiconWatch.Seen.NOTHING);
        assertThat(watch.look(problems::add)).isEqualTo(LexiconWatch.Seen.NOTHING);
        assertThat(problems).isEmpty();
    }

    @Test
    void takesAChangedAddedOrRemovedFileWhenItHasSettled() throws IOException {
        save("b.risk", "rule to: high suicide\n  grønne elefanter\n  + grønne elefanter\n");
        assertThat(watch.look(problems::add)).isEqualTo(LexiconWatch.Seen.NOTHING);
        assertThat(scanner.scan(TEXT).level()).isEqualTo(Level.NONE);
        assertThat(watch.look(problems::add)).isEqualTo(LexiconWatch.Seen.TAKEN);
        assertThat(scanner.scan(TEXT).level()).isEqualTo(Level.HIGH);
        assertThat(watch.look(problems::add)).isEqualTo(LexiconWatch.Seen.NOTHING);

        Files.delete(folder.resolve("b.risk"));
        watch.look(problems::add);
        assertThat(watch.look(problems::add)).isEqualTo(LexiconWatch.Seen.TAKEN);
        assertThat(scanner.scan(TEXT).level()).isEqualTo(Level.NONE);
        assertThat(problems).isEmpty();
    }

    @Test
    void waitsWhileFilesAreStillBeingSaved() throws IOException {
        for (int i = 0; i < 3; i++) {
            save("a.risk", "rule en: watch suicide\n  grønne elefanter\n  + grønne elefanter\n");
            assertThat(watch.look(problems::add)).isEqualTo(LexiconWatch.Seen.NOTHING);
        }
        assertThat(watch.look(problems::add)).isEqualTo(LexiconWatch.Seen.TAKEN);
    }

    @Test
    void keepsTheOldOneAndTellsOnceWhereTheNewOneIsWrong() throws IOException {
        save("a.risk", "rule en: watch suicide\n  BLAA\n  + blå elefanter\n");
        watch.look(problems::add);
        assertThat(watch.look(problems::add)).isEqualTo(LexiconWatch.Seen.REFUSED);
        assertThat(problems).extracting(Problem::toString).anyMatch(told -> told.contains("a.risk:3:"));
        assertThat(scanner.scan("blå elefanter").level()).isNotEqualTo(Level.NONE);
        assertThat(watch.look(problems::add)).isEqualTo(LexiconWatch.Seen.NOTHING);

        Files.delete(folder.resolve("a.risk"));
        watch.look(problems::add);
        assertThat(watch.look(problems::add)).isEqualTo(LexiconWatch.Seen.REFUSED);
        assertThat(scanner.scan("blå elefanter").level()).isNotEqualTo(Level.NONE);
    }

    /** Saves a file, each time a second later: no file system is too coarse for that. */
    private void save(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + 1_000L * saved++));
    }
}
