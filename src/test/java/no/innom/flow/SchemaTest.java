package no.innom.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.innom.yaml.AsJson;
import no.innom.yaml.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the published JSON Schemas equal to what the readers take. */
class SchemaTest {

    private static final JsonNode FLOW = read("flow");
    private static final JsonNode DIRECTORY = read("directory");

    /** Wrong only when one part of the file is held against another, which a schema cannot do. */
    private static final Set<String> BEYOND_A_SCHEMA = Set.of(
            "unknown-language",
            "missing-language-in-label",
            "bad-scale-backwards",
            "bad-range-overlaps",
            "bad-range-outside",
            "bad-choice-named",
            "bad-skipped-not-optional",
            "bad-text-answer-named",
            "bad-count-of-text",
            "bad-fork-about-say",
            "bad-fork-value",
            "bad-example-language",
            "no-such-step-in-fork",
            "no-closed-way");

    private static JsonNode read(String name) {
        try (var in = SchemaTest.class.getResourceAsStream("/schema/" + name + ".schema.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<ValidationMessage> validate(JsonNode schema, JsonNode instance) {
        JsonSchema compiled =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
        return compiled.validate(instance);
    }

    private static Set<String> names(JsonNode schema, String... path) {
        JsonNode at = schema;
        for (String one : path) {
            at = at.get(one);
        }
        Set<String> names = new TreeSet<>();
        at.get("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void knowsTheSameFieldsAsTheReaders() {
        Map<String, List<String>> kinds = Map.of(
                "say", SayStep.FIELDS,
                "ask", AskStep.FIELDS,
                "fork", ForkStep.FIELDS,
                "run", RunStep.FIELDS,
                "handoff", HandoffStep.FIELDS,
                "end", EndStep.FIELDS);

        assertThat(kinds.keySet()).isEqualTo(FlowReader.stepKinds());
        kinds.forEach((kind, fields) -> assertThat(names(FLOW, "$defs", kind)).isEqualTo(sorted(fields)));
        assertThat(names(FLOW)).isEqualTo(sorted(FlowReader.FIELDS));
        assertThat(names(FLOW, "$defs", "example")).isEqualTo(sorted(Example.FIELDS));
        assertThat(names(FLOW, "$defs", "theme")).isEqualTo(sorted(Theme.FIELDS));
        assertThat(names(FLOW.at("/$defs/contacts/anyOf/2"))).isEqualTo(sorted(Signpost.FIELDS));
        assertThat(names(DIRECTORY)).isEqualTo(sorted(Directory.FIELDS));
        assertThat(names(DIRECTORY, "$defs", "contact")).isEqualTo(sorted(Entry.FIELDS));
        assertThat(DIRECTORY.at("/$defs/contact/properties/only-for/anyOf/0/enum"))
                .hasSize(Entry.CATEGORIES.size());
    }

    private static TreeSet<String> sorted(Collection<String> names) {
        return new TreeSet<>(names);
    }

    static Stream<Path> shipped() {
        return Stream.concat(
                FlowFiles.list(Path.of("flows"), problem -> {}).stream(),
                FlowFiles.list(Path.of("flows/maler"), problem -> {}).stream());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void takesWhatIsShipped(Path file) {
        assertThat(validate(FLOW, AsJson.read(file))).isEmpty();
    }

    @Test
    void takesTheShippedDirectoryAndWords() {
        assertThat(validate(DIRECTORY, AsJson.read(Path.of("conf/directory.yaml"))))
                .isEmpty();
        assertThat(validate(read("words"), AsJson.read(Path.of("conf/words.yaml"))))
                .isEmpty();
    }

    static Stream<Path> broken() throws IOException {
        return FlowCheckerTest.broken();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void takesWhatTheReaderTakesAndRefusesWhatItRefuses(Path file) throws IOException {
        List<Problem> problems = new ArrayList<>();
        FlowReader.read("f", "f.yaml", Files.readString(file), problems::add);
        if (BEYOND_A_SCHEMA.contains(FlowFiles.id(file))
                || problems.stream().anyMatch(problem -> problem.code().equals("yaml"))) {
            return;
        }
        problems.removeIf(problem -> problem.code().equals("missing-language"));

        assertThat(validate(FLOW, AsJson.read(file)).isEmpty())
                .as(file + " " + problems)
                .isEqualTo(problems.isEmpty());
    }
}
