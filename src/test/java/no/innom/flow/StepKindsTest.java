package no.innom.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlList;
import no.innom.yaml.YamlMap;
import no.innom.yaml.YamlNode;
import no.innom.yaml.YamlReader;
import no.innom.yaml.YamlText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What each kind of step must do, one file a kind in {@code src/test/resources/flow/kinds}: a flow, answers, and the
 * last sprint that must come of them.
 */
class StepKindsTest {

    private static final Path FOLDER = Path.of("src/test/resources/flow/kinds");
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-26T20:00+01:00[Europe/Oslo]");
    private static final Directory DIRECTORY = Directory.read("d.yaml", """
            languages: [nb]
            always: alltid
            daily: hver dag
            contacts:
              a: {name: A, hours: always, urgent: true, topics: [sovn], checked: 2026-11-22}
              b: {name: B, hours: {daily: 08:00-16:00}, urgent: true, topics: [rus], checked: 2026-11-22}
            """, problem -> {});

    @Test
    void hasCasesForEveryKindOfStep() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(FlowFiles::id)).containsExactlyInAnyOrderElementsOf(FlowReader.stepKinds());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyKindDoesWhatItsCasesSay() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : FlowFiles.list(FOLDER, problem -> {})) {
            YamlMap map = (YamlMap) YamlReader.read(file, file.toString(), StepKindsTest::refuse);
            FlowEngine engine = engine(map);
            List<YamlNode> cases = ((YamlList) map.get("cases")).items();
            assertThat(cases).hasSizeGreaterThanOrEqualTo(2);
            for (YamlNode one : cases) {
                YamlMap fields = (YamlMap) one;
                tests.add(DynamicTest.dynamicTest(
                        FlowFiles.id(file) + " " + text(fields, "name", ""), () -> play(engine, fields)));
            }
        }
        return tests.stream();
    }

    private static void play(FlowEngine engine, YamlMap fields) {
        Moment moment = new Moment(
                NOW,
                text(fields, "open", "true").equals("true"),
                text(fields, "language", "nb"),
                text(fields, "nickname", ""));
        Sprint sprint = engine.start("f", moment);
        if (fields.get("answers") instanceof YamlList answers) {
            for (YamlNode answer : answers.items()) {
                Ask ask = engine.asking(sprint.state(), moment).orElseThrow();
                sprint = engine.resume(sprint.state(), Answer.read(ask, value(answer, ask)), moment);
            }
        }
        assertThat(inWords(sprint)).isEqualTo(text(fields, "sprint", ""));
    }

    private static Object value(YamlNode answer, Ask ask) {
        if (answer instanceof YamlList list) {
            return list.items().stream().map(item -> ((YamlText) item).text()).toList();
        }
        String text = ((YamlText) answer).text();
        return text.equals("null") ? null : ask.kind() == Kind.SCALE ? (Object) Integer.valueOf(text) : text;
    }

    private static String inWords(Sprint sprint) {
        StringBuilder words = new StringBuilder();
        for (Line line : sprint.lines()) {
            Ask ask = line.ask();
            if (ask == null) {
                words.append("say ").append(line.text());
                line.contacts()
                        .forEach(contact ->
                                words.append(" [").append(contact.name()).append(']'));
            } else {
                words.append("ask ")
                        .append(ask.step())
                        .append(' ')
                        .append(ask.kind().wire());
                words.append(ask.optional() ? " optional" : "");
                words.append(ask.kind() == Kind.SCALE ? " " + ask.from() + "-" + ask.to() : "");
                words.append(' ').append(line.text());
            }
            words.append('\n');
        }
        sprint.counts().forEach(count -> words.append("counted " + count.name() + " = " + count.value() + "\n"));
        if (sprint.handoff() != null) {
            words.append("handoff ").append(sprint.handoff()).append('\n');
        }
        return words.append(sprint.ended() ? "end\n" : "").toString();
    }

    private static FlowEngine engine(YamlMap map) {
        List<Flow> flows = new ArrayList<>();
        flows.add(FlowReader.read("f", "f.yaml", text(map, "flow", ""), StepKindsTest::refuse));
        if (map.get("others") instanceof YamlMap others) {
            others.entries()
                    .forEach((id, entry) -> flows.add(FlowReader.read(
                            id, id + ".yaml", ((YamlText) entry.value()).text(), StepKindsTest::refuse)));
        }
        return new FlowEngine(new FlowFiles(flows), DIRECTORY);
    }

    private static void refuse(Problem problem) {
        throw new AssertionError(problem);
    }

    private static String text(YamlMap map, String name, String otherwise) {
        return map.get(name) instanceof YamlText text ? text.text() : otherwise;
    }
}
