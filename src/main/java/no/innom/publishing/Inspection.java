package no.innom.publishing;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.innom.flow.FlowFiles;
import no.innom.flow.FlowSet;
import no.innom.yaml.Problem;
import no.innom.yaml.Severity;

/** Looks at what is live when a server starts: the queues or the directory may have changed since it was published. */
public final class Inspection {
    private Inspection() {}

    /**
     * Checks what is live, all together, and leaves out what has errors; blocks. What is just the file that has been
     * checked already is not checked again.
     *
     * @param files the checked files
     * @return the errors of what was left out
     */
    public static List<Problem> inspect(Shelf shelf, FlowFiles files, FlowSet with, InstantSource clock) {
        Map<FlowSet.Source, Version> live = new LinkedHashMap<>();
        boolean asFiles = true;
        for (var history : shelf.histories().values()) {
            var version = history.live(clock.instant()).orElse(null);
            if (version != null) {
                live.put(new FlowSet.Source(version.flow(), version.name(), version.text()), version);
                var file = files.live(version.flow());
                boolean same = version.text().equals(files.texts().get(version.flow()));
                asFiles &= same;
                if (same) {
                    file.ifPresent(flow -> shelf.seen(version, flow));
                }
            }
        }
        if (asFiles) {
            return List.of();
        }
        var broken = new ArrayList<Version>();
        var errors = new ArrayList<Problem>();
        with.check(List.copyOf(live.keySet()), List.of()).forEach((source, checked) -> {
            var wrong = checked.problems().stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    // An evening that is over stays on the shelf for the next one.
                    .filter(problem -> !problem.code().equals("theme-times"))
                    // It went so when it was published. That the lexicon has forgotten a word is no fault of the talk.
                    .filter(problem -> !problem.code().equals("example-fails"))
                    .toList();
            if (!wrong.isEmpty()) {
                broken.add(live.get(source));
                errors.addAll(wrong);
            }
        });
        shelf.leaveOut(broken);
        return errors;
    }
}
