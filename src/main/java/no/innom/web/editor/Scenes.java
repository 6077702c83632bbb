package no.innom.web.editor;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import no.innom.conversation.Rehearsal;
import no.innom.flow.Flow;
import org.jspecify.annotations.Nullable;

/** Sets the scene of a try: which step, what time, whether somebody is there. */
record Scenes(Workbench bench) {

    /** @param at local time; null for now */
    Rehearsal begin(Flow draft, boolean open, @Nullable LocalDateTime at, @Nullable String from) {
        if (from != null && !draft.steps().containsKey(from)) {
            throw RefusedCallException.bad("There is no step \"" + from + "\" to begin at.");
        }
        var clock = bench.clock();
        if (at != null) {
            var there = at.atZone(bench.hours().get().zone()).toInstant();
            clock = InstantSource.offset(clock, Duration.between(clock.instant(), there));
        }
        return bench.rehearsals().apply(new Rehearsal.Scene(draft, open, from, clock));
    }

    /** A text as a flow that can be tried, also where it has errors. */
    Flow draft(String id, String text) {
        return bench.checks().read(id, text).orElseThrow(() -> {
            var more = Call.object();
            more.set("problems", CheckFlow.problems(bench.checks().report(id, text)));
            return new RefusedCallException(
                    409,
                    "Errors",
                    "The text cannot be read so far that it could be tried. Mend the errors first.",
                    more);
        });
    }
}
