package no.innom.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import no.innom.publishing.Version;
import no.innom.yaml.Nearest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Lists the versions of a flow, the newest first, a line each with tabs between: number, {@code live} or {@code -},
 * when it was published, when it is live, author, reason.
 */
@Command(
        name = "versions",
        description = {
            "List the versions of a flow, the newest first.",
            "A line each, with tabs between: number, live (or -), when it was published, from when to when it is live, "
                    + "who published it (\"file\" for the flow file), why."
        },
        mixinStandardHelpOptions = true)
final class FlowsVersionsCommand implements Callable<Integer> {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    @Parameters(paramLabel = "FLOW", description = "the flow's id, such as temperatur")
    private String flow = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        var settings = Conf.load();
        var zone = Conf.hours(settings).zone();
        var history = Store.versions(settings, book -> book.revisions().compose(all -> {
            if (!all.containsKey(flow)) {
                throw new FailedException("There is no version of a flow " + flow + "."
                        + Nearest.to(flow, all.keySet())
                                .map(near -> " Did you mean " + near + "?")
                                .orElse(
                                        all.isEmpty()
                                                ? " The server publishes the flow files when it first starts."
                                                : " There are: "
                                                        + String.join(", ", new java.util.TreeSet<>(all.keySet()))
                                                        + "."));
            }
            return book.history(flow);
        }));
        var live = history.live(Clock.systemUTC().instant()).orElse(null);
        for (int i = history.versions().size() - 1; i >= 0; i--) {
            var version = history.versions().get(i);
            spec.commandLine()
                    .getOut()
                    .println(String.join(
                            "\t",
                            String.valueOf(version.number()),
                            version.equals(live) ? "live" : "-",
                            local(version.at(), zone),
                            times(version.times(), zone),
                            version.author() == null ? "file" : version.author(),
                            version.reason().replaceAll("\\s+", " ")));
        }
        return 0;
    }

    private static String times(Version.Times times, ZoneId zone) {
        if (times.withdrawn()) {
            return "withdrawn";
        }
        return local(times.from(), zone) + "/" + (times.until() == null ? ".." : local(times.until(), zone));
    }

    private static String local(@Nullable Instant at, ZoneId zone) {
        return at == null ? "" : MINUTE.format(at.atZone(zone));
    }
}
