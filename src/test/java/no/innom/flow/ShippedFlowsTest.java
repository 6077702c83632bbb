package no.innom.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innom.conversation.Foresight;
import no.innom.risk.RiskScanner;
import no.innom.yaml.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The flows, the directory and the words that Innom is shipped with. */
class ShippedFlowsTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-26T20:00+01:00[Europe/Oslo]");
    private static final List<Problem> PROBLEMS = new ArrayList<>();
    private static final Directory DIRECTORY = Directory.load(Path.of("conf"), PROBLEMS::add);
    private static final AvoidedWords WORDS = AvoidedWords.load(Path.of("conf"), PROBLEMS::add);
    private static final Alarm ALARM =
            new Foresight(RiskScanner.load(Path.of("conf/risk"), PROBLEMS::add)::scan, "akutt");
    private static final FlowFiles FLOWS = FlowFiles.checked(
            Path.of("flows"), DIRECTORY, WORDS, Set.of("akutt", "samtale", "temakveld"), NOW, ALARM, PROBLEMS::add);

    static Stream<String> ids() {
        return FLOWS.all().stream().map(Flow::id).sorted();
    }

    @Test
    void needsNoMending() {
        assertThat(PROBLEMS).isEmpty();
        assertThat(ids())
                .containsExactly(
                        "avslutning",
                        "bare-skrive",
                        "bekymret-for-noen",
                        "mens-du-venter",
                        "parorende-forelder",
                        "rus",
                        "stengt",
                        "tema-ensomhet",
                        "tema-kjaerlighet",
                        "tema-redsel-og-uro",
                        "tema-sovn",
                        "tema-tristhet",
                        "temperatur",
                        "vold-og-overgrep");
    }

    @Test
    void hasATemplateThatNeedsNoMending() {
        Map<Path, FlowChecker.Checked> checked = FlowFiles.check(
                FlowFiles.list(Path.of("flows/maler"), PROBLEMS::add),
                FlowFiles.list(Path.of("flows"), PROBLEMS::add),
                DIRECTORY,
                WORDS,
                Set.of("akutt", "samtale", "temakveld"),
                NOW,
                ALARM);

        assertThat(checked).isNotEmpty();
        assertThat(checked.values())
                .allSatisfy(one -> assertThat(one.problems()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void isTestedByExamplesInItsLanguages(String id) {
        Flow flow = FLOWS.live(id).orElseThrow();

        assertThat(flow.languages()).containsExactly("nb", "nn", "en");
        assertThat(flow.examples()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(flow.examples().stream().map(Example::language).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("nb", "nn", "en");
    }

    /** From every question in every case that matters, every answer is given, with and without people on duty. */
    @ParameterizedTest
    @MethodSource("ids")
    void comesToAPersonOrAnEndOnEveryPathInEveryLanguage(String id) {
        for (String language : List.of("nb", "nn", "en")) {
            for (boolean open : new boolean[] {true, false}) {
                walk(id, new Moment(NOW, open, language, open ? "Kim" : ""));
            }
        }
    }

    private static void walk(String id, Moment moment) {
        FlowEngine engine = new FlowEngine(FLOWS, DIRECTORY);
        Map<String, Sprint> seen = new HashMap<>();
        Map<String, Set<String>> leadsTo = new HashMap<>();
        Set<String> over = new HashSet<>();
        Set<String> entered = new TreeSet<>();
        Deque<String> waiting = new ArrayDeque<>();
        String start = visit(engine.start(id, moment), seen, over, waiting);
        while (!waiting.isEmpty()) {
            String at = waiting.removeFirst();
            FlowState state = seen.get(at).state();
            state.frames().forEach(frame -> entered.add(frame.flow() + "." + frame.step()));
            for (Answer answer : answers(engine.asking(state, moment).orElseThrow())) {
                leadsTo.computeIfAbsent(at, none -> new HashSet<>())
                        .add(visit(engine.resume(state, answer, moment), seen, over, waiting));
            }
        }
        Set<String> finishes = new HashSet<>(over);
        while (finishes.addAll(leadsTo.keySet().stream()
                .filter(at -> leadsTo.get(at).stream().anyMatch(finishes::contains))
                .toList())) {
            assertThat(finishes).isNotEmpty();
        }
        assertThat(finishes).contains(start).containsAll(leadsTo.keySet());
        Flow flow = FLOWS.live(id).orElseThrow();
        assertThat(entered)
                .containsAll(flow.steps().values().stream()
                        .filter(AskStep.class::isInstance)
                        .map(step -> id + "." + step.name())
                        .toList());
    }

    private static String visit(Sprint sprint, Map<String, Sprint> seen, Set<String> over, Deque<String> waiting) {
        assertThat(sprint.lines()).allSatisfy(line -> {
            assertThat(line.text()).isNotBlank().doesNotContain("{").doesNotContain("}");
            assertThat(line.text().codePointCount(0, line.text().length())).isLessThanOrEqualTo(300);
        });
        if (sprint.state() == null) {
            assertThat(sprint.ended() || sprint.handoff() != null).isTrue();
            over.add("over");
            return "over";
        }
        assertThat(sprint.lines().get(sprint.lines().size() - 1).ask()).isNotNull();
        String key = sprint.state().frames().stream()
                .map(frame -> frame.flow() + "." + frame.step() + relevant(frame))
                .collect(Collectors.joining(" > "));
        if (seen.putIfAbsent(key, sprint) == null) {
            waiting.add(key);
        }
        return key;
    }

    /** Only the answers that a fork, a text or a signpost of the flow looks at tell cases apart. */
    private static Map<String, Object> relevant(FlowState.Frame frame) {
        Flow flow = FLOWS.live(frame.flow()).orElseThrow();
        Collection<String> watched = new Reach(flow, other -> Reach.Outcome.UNKNOWN).watched.keySet();
        Map<String, Object> relevant = new HashMap<>(frame.answers());
        relevant.keySet().retainAll(watched);
        return relevant;
    }

    private static List<Answer> answers(Ask ask) {
        List<Answer> answers = new ArrayList<>();
        switch (ask.kind()) {
            case TEXT -> answers.add(new Answer.Text("{nickname} så skrev jeg noe"));
            case SCALE -> {
                for (int number = ask.from(); number <= ask.to(); number++) {
                    answers.add(new Answer.Score(number));
                }
            }
            case CHOICE -> ask.choices().forEach(choice -> answers.add(new Answer.Chosen(choice.value())));
            case MULTI -> {
                for (int set = 1; set < 1 << ask.choices().size(); set++) {
                    List<String> chosen = new ArrayList<>();
                    for (int i = 0; i < ask.choices().size(); i++) {
                        if ((set >> i & 1) == 1) {
                            chosen.add(ask.choices().get(i).value());
                        }
                    }
                    answers.add(new Answer.Several(chosen));
                }
            }
        }
        if (ask.optional()) {
            answers.add(new Answer.Skipped());
        }
        return answers;
    }

    @Test
    void pointsToSomebodyForEveryTopicThatFirstContactOffers() {
        AskStep tema = (AskStep) FLOWS.live("temperatur").orElseThrow().steps().get("tema");

        for (String topic : tema.domain().choices().keySet()) {
            assertThat(DIRECTORY.select(List.of(topic), false, null, null, NOW, "nb"))
                    .isNotEmpty();
        }
    }

    @Test
    void hasADirectoryThatWasLookedThroughLately() {
        assertThat(DIRECTORY.unchecked(NOW.toLocalDate())).isEmpty();
        assertThat(DIRECTORY.unchecked(NOW.toLocalDate().plusDays(91)))
                .hasSize(DIRECTORY.ids().size())
                .allMatch(problem -> problem.code().equals("unchecked"));
    }
}
