package no.innom.bench;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import no.innom.flow.Alarm;
import no.innom.flow.Answer;
import no.innom.flow.AvoidedWords;
import no.innom.flow.Directory;
import no.innom.flow.FlowChecker;
import no.innom.flow.FlowEngine;
import no.innom.flow.FlowFiles;
import no.innom.flow.FlowState;
import no.innom.flow.Moment;
import no.innom.flow.Sprint;
import no.innom.flow.Surroundings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The cost of flows. Aims: a step of the engine in 5 µs, a flow of 200 steps checked in 50 ms. */
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@State(Scope.Benchmark)
public class FlowBench {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-26T20:00+01:00[Europe/Oslo]");
    private static final Set<String> QUEUES = Set.of("akutt", "samtale", "temakveld");
    private static final int STEPS = 200;

    private final Directory directory = Directory.load(Path.of("conf"), problem -> {});
    private final AvoidedWords words = AvoidedWords.load(Path.of("conf"), problem -> {});
    private final FlowEngine engine = new FlowEngine(FlowFiles.load(Path.of("flows"), problem -> {}), directory);
    private final Moment moment = new Moment(NOW, true, "nb", "Kari");
    private final FlowState asked = engine.start("temperatur", moment).state();
    private final String large = large();
    private final Surroundings around = new Surroundings(Map.of(), directory, words, QUEUES, NOW);

    @Setup
    public void holdsWhatItMeasures() {
        if (!FlowChecker.check("lang", "lang.yaml", large, around).problems().isEmpty()) {
            throw new IllegalStateException("the flow to measure with has problems");
        }
    }

    /** An answer to the first question of the first flow, up to the next question. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Sprint step() {
        return engine.resume(asked, new Answer.Score(3), moment);
    }

    /** Reads and checks all flows that ship, from their files. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public FlowFiles checkShipped() {
        return FlowFiles.checked(Path.of("flows"), directory, words, QUEUES, NOW, Alarm.NONE, problem -> {});
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public FlowChecker.Checked check200Steps() {
        return FlowChecker.check("lang", "lang.yaml", large, around);
    }

    /** Questions, each with a fork on its answer after it, a person at hand, and an end. */
    private static String large() {
        StringBuilder text = new StringBuilder("""
                innom: 1
                title: Lang
                languages: [nb]
                start: s0
                steps:
                  menneske: {handoff: {queue: samtale}, closed: slutt}
                  slutt: {end: Ha det fint.}
                """);
        for (int i = 0; i + 2 < STEPS; i += 2) {
            String next = i + 4 < STEPS ? "s" + (i + 2) : "slutt";
            text.append("""
                      s%1$d: {ask: Går det bra?, choices: {ja: Ja, tja: Tja, nei: Nei}, optional: true, next: f%1$d}
                      f%1$d: {fork: [{s%1$d: nei, go: menneske}, {else: %2$s}]}
                    """.formatted(i, next));
        }
        return text.toString();
    }
}
