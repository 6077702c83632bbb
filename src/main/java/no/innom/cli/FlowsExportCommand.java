package no.innom.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import no.innom.publishing.History;
import no.innom.publishing.Version;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the text of every live version to its file. What only a file knows is kept beside it, never lost. */
@Command(
        name = "export",
        description = {
            "Write the live versions to files, each as it was published.",
            "A file that says something that was never published is kept as FLOW.yaml.old."
        },
        mixinStandardHelpOptions = true)
final class FlowsExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", arity = "0..1", description = "the folder (default: the setting flows.dir)")
    private @Nullable Path folder;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        var settings = Conf.load();
        var to = folder == null ? settings.flowsDir() : folder;
        var histories = Store.versions(settings, book -> book.revisions().compose(all -> {
            var found = new TreeMap<String, History>();
            return io.vertx.core.Future.all(all.keySet().stream()
                            .map(flow -> book.history(flow).onSuccess(history -> found.put(flow, history)))
                            .toList())
                    .map(done -> found);
        }));
        try {
            Files.createDirectories(to);
            for (var history : histories.values()) {
                var live = history.live(Clock.systemUTC().instant());
                if (live.isPresent()) {
                    write(live.get(), history, to);
                }
            }
        } catch (IOException e) {
            throw new FailedException("The folder " + to + " cannot be written. Choose another, or mend its rights.");
        }
        return 0;
    }

    private void write(Version live, History history, Path to) throws IOException {
        var out = spec.commandLine().getOut();
        var file = to.resolve(live.flow() + ".yaml");
        if (Files.exists(file)) {
            var text = Files.readString(file);
            if (text.equals(live.text())) {
                out.println(file + ": version " + live.number() + ", unchanged");
                return;
            }
            if (history.versions().stream().noneMatch(version -> version.text().equals(text))) {
                var old = to.resolve(live.flow() + ".yaml.old");
                Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
                out.println(old + ": what the file said before; it was never published");
            }
        }
        var fresh = Files.createTempFile(to, live.flow(), ".tmp");
        Files.writeString(fresh, live.text());
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        out.println(file + ": version " + live.number());
    }
}
