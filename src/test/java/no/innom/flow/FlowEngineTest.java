package no.innom.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.innom.yaml.Problem;
import org.junit.jupiter.api.Test;

class FlowEngineTest {

    private static final Moment OPEN =
            new Moment(ZonedDateTime.parse("2026-11-26T20:00+01:00[Europe/Oslo]"), true, "nb", "Kari");
    private static final Moment CLOSED = new Moment(OPEN.now(), false, "nb", "");

    private static FlowEngine engine(String... idsAndSteps) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < idsAndSteps.length; i += 2) {
            List<Problem> problems = new ArrayList<>();
            flows.add(FlowReader.read(
                    idsAndSteps[i],
                    idsAndSteps[i] + ".yaml",
                    "innom: 1\ntitle: T\nlanguages: [nb]\nstart: a\nsteps:\n" + idsAndSteps[i + 1].indent(2),
                    problems::add));
            assertThat(problems).isEmpty();
        }
        return new FlowEngine(new FlowFiles(flows), Directory.EMPTY);
    }

    private static List<String> texts(Sprint sprint) {
        return sprint.lines().stream().map(Line::text).toList();
    }

    @Test
    void putsAnswersIntoTextsWithoutReadingThemAgain() {
        FlowEngine engine = engine("f", """
                a: {ask: Hva heter du?, text: {}, next: b}
                b: {ask: Velg, choices: {x: "Et {a}-valg", y: Y}, next: c}
                c: {end: "Hei {a} og {b}, {nickname}. {ukjent} {}"}
                """);
        Moment nasty = new Moment(OPEN.now(), true, "nb", "{a}$1\\");

        Sprint sprint = engine.resume(engine.start("f", nasty).state(), new Answer.Text("{nickname} {b}"), nasty);
        assertThat(sprint.lines().get(0).ask().choices().get(0).label()).isEqualTo("Et {nickname} {b}-valg");
        sprint = engine.resume(sprint.state(), new Answer.Chosen("x"), nasty);

        assertThat(texts(sprint)).containsExactly("Hei {nickname} {b} og Et {a}-valg, {a}$1\\. {ukjent} {}");
        assertThat(sprint.answers()).isEqualTo(Map.of("a", "{nickname} {b}", "b", "x"));
    }

    @Test
    void closesTheGapThatAMissingNicknameLeaves() {
        FlowEngine engine = engine("f", """
                a: {say: ["Hei, {nickname}!", "Hei {nickname}, fint.", "{nickname} er her.", "Er du {nickname} her?"], next: b}
                b: {end: true}
                """);

        assertThat(texts(engine.start("f", CLOSED))).containsExactly("Hei!", "Hei, fint.", "er her.", "Er du her?");
        assertThat(texts(engine.start("f", OPEN)))
                .containsExactly("Hei, Kari!", "Hei Kari, fint.", "Kari er her.", "Er du Kari her?");
    }

    @Test
    void comesBackFromAFlowThatItRunsAndKeepsBothFlowsAnswers() {
        FlowEngine engine = engine(
                "ytre",
                        "a: {ask: Ytre?, choices: {x: X, y: Y}, next: b}\nb: {run: indre, next: c}\nc: {end: 'Slutt {a}'}",
                "indre", "a: {ask: Indre?, text: {}, next: b}\nb: {end: 'Ferdig {a}'}");

        Sprint sprint = engine.resume(engine.start("ytre", OPEN).state(), new Answer.Chosen("x"), OPEN);
        assertThat(texts(sprint)).containsExactly("Indre?");
        assertThat(sprint.state().frames()).hasSize(2);
        sprint = engine.resume(sprint.state(), new Answer.Text("inni"), OPEN);

        assertThat(texts(sprint)).containsExactly("Ferdig inni", "Slutt X");
        assertThat(sprint.ended()).isTrue();
        assertThat(sprint.state()).isNull();
        assertThat(sprint.answers()).isEqualTo(Map.of("a", "x", "indre.a", "inni"));
    }

    @Test
    void endsBothFlowsWithAHandoffInTheInnerOne() {
        FlowEngine engine = engine(
                "ytre", "a: {run: indre, next: b}\nb: {ask: Aldri?, text: {}, next: b}",
                "indre", "a: {handoff: {queue: samtale, say: Henter.}, closed: b}\nb: {end: Stengt.}");

        Sprint open = engine.start("ytre", OPEN);
        assertThat(open.handoff()).isEqualTo("samtale");
        assertThat(open.ended()).isFalse();
        assertThat(open.state()).isNull();
        assertThat(texts(open)).containsExactly("Henter.");

        Sprint closed = engine.start("ytre", CLOSED);
        assertThat(closed.handoff()).isEqualTo("samtale");
        assertThat(closed.ended()).isTrue();
        assertThat(texts(closed)).containsExactly("Henter.", "Stengt.");
    }

    @Test
    void goesOnAskingAfterAHandoffWhenNobodyIsOnDuty() {
        FlowEngine engine = engine("f", """
                a: {handoff: {queue: samtale}, closed: b}
                b: {ask: Vil du skrive?, text: {}, next: c}
                c: {end: true}
                """);

        Sprint closed = engine.start("f", CLOSED);

        assertThat(closed.handoff()).isEqualTo("samtale");
        assertThat(closed.state()).isNotNull();
        assertThat(engine.resume(closed.state(), new Answer.Text("ja"), CLOSED).handoff())
                .isNull();
    }

    @Test
    void countsChoicesAndNumbersButNoSkippedQuestion() {
        FlowEngine engine = engine("f", """
                a: {ask: A, scale: {from: 0, to: 10}, optional: true, count: for, next: b}
                b: {ask: B, choices: {x: X, y: Y, z: Z}, multi: true, count: tema, next: a}
                """);
        FlowState start = engine.start("f", OPEN).state();

        Sprint after = engine.resume(start, new Answer.Score(7), OPEN);
        assertThat(after.counts()).containsExactly(new Counted("for", "7"));
        after = engine.resume(after.state(), new Answer.Several(List.of("x", "z")), OPEN);
        assertThat(after.counts()).containsExactly(new Counted("tema", "x"), new Counted("tema", "z"));
        assertThat(engine.resume(after.state(), new Answer.Skipped(), OPEN).counts())
                .isEmpty();
    }

    @Test
    void keepsItsStateInSmallJsonAndGoesOnFromIt() throws Exception {
        FlowEngine engine = engine(
                "ytre",
                        "a: {ask: Ytre?, choices: {x: X, y: Y}, multi: true, next: b}\nb: {run: indre, next: c}\nc: {end: 'Slutt {a}'}",
                "indre", "a: {ask: Indre?, scale: {from: 0, to: 3}, next: b}\nb: {end: true}");
        ObjectMapper json = new ObjectMapper();
        FlowState state = engine.resume(engine.start("ytre", OPEN).state(), new Answer.Several(List.of("x", "y")), OPEN)
                .state();

        String written = json.writeValueAsString(state);
        FlowState read = json.readValue(written, FlowState.class);

        assertThat(written).hasSizeLessThan(200);
        assertThat(read).isEqualTo(state);
        assertThat(texts(engine.resume(read, new Answer.Score(2), OPEN))).containsExactly("Slutt X, Y");
    }

    @Test
    void asksAgainInTheChatsLanguage() {
        FlowEngine engine = engine("f", "a: {ask: Hva?, scale: {from: 0, to: 3, low: lite}, why: Fordi., next: a}");
        FlowState state = engine.start("f", OPEN).state();

        Ask ask = engine.asking(state, OPEN).orElseThrow();

        assertThat(ask).isEqualTo(new Ask("a", Kind.SCALE, false, "Fordi.", List.of(), 0, 3, "lite", null, null, null));
        assertThat(engine.askingAgain(state, OPEN).orElseThrow().text()).isEqualTo("Hva?");
    }

    @Test
    void saysSoWhenAStateNoLongerFitsItsFlow() {
        FlowEngine engine = engine("f", "a: {ask: Hva?, text: {}, next: b}\nb: {end: true}");
        FlowState gone = new FlowState(List.of(new FlowState.Frame("f", 7, "a", Map.of())), Map.of());
        FlowState noStep = new FlowState(List.of(new FlowState.Frame("f", 1, "x", Map.of())), Map.of());

        assertThat(engine.asking(gone, OPEN)).isEmpty();
        assertThat(engine.asking(noStep, OPEN)).isEmpty();
        assertThatThrownBy(() -> engine.resume(gone, new Answer.Text("x"), OPEN))
                .isInstanceOf(FlowFailedException.class);
        assertThatThrownBy(() -> engine.resume(noStep, new Answer.Text("x"), OPEN))
                .isInstanceOf(FlowFailedException.class);
        assertThatThrownBy(() -> engine.start("finnes-ikke", OPEN)).isInstanceOf(FlowFailedException.class);
    }

    @Test
    void givesUpOnAFlowThatTalksForEver() {
        FlowEngine talks = engine("f", "a: {say: Hei, next: b}\nb: {say: Hei, next: a}");
        FlowEngine runs = engine("f", "a: {run: f, next: b}\nb: {end: true}");

        assertThatThrownBy(() -> talks.start("f", OPEN)).isInstanceOf(FlowFailedException.class);
        assertThatThrownBy(() -> runs.start("f", OPEN)).isInstanceOf(FlowFailedException.class);
    }
}
