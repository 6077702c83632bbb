package no.innom.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import no.innom.yaml.AsJson;
import no.innom.yaml.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps the published JSON Schema of the queues equal to what the reader takes. */
class QueuesSchemaTest {
    private static final String QUEUES = "queues: {a: {roles: [leder]}}\nrisk: a\nhuman: a\n";

    @TempDir
    private Path conf;

    @Test
    void knowsTheSameFieldsAsTheReader() throws IOException {
        assertThat(names(schema().at("/properties"))).containsExactlyInAnyOrderElementsOf(QueuesReader.FIELDS);
        assertThat(names(schema().at("/$defs/queue/properties")))
                .containsExactlyInAnyOrderElementsOf(QueuesReader.QUEUE_FIELDS);
        assertThat(names(schema().at("/properties/silence/properties")))
                .containsExactlyInAnyOrderElementsOf(RulesReader.SILENCE_FIELDS);
        assertThat(names(schema().at("/$defs/steps/properties")))
                .containsExactlyInAnyOrderElementsOf(RulesReader.LEVELS);
    }

    @Test
    void takesTheShippedQueues() throws IOException {
        assertThat(refuses(Path.of("conf/queues.yaml"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ageing: PT30M",
                "ageing: P1D",
                "ageing: 30",
                "ageing: PT0S",
                "agein: PT30M",
                "weights: {acute: 2, none: 1}",
                "weights: {akute: 2}",
                "weights: {acute: 0}",
                "weights: {acute: 11}",
                "weights: two",
                "secondLine: [acute, high]",
                "secondLine: acute",
                "secondLine: [akutt]",
                "steps: {acute: [PT5S, PT10S], none: PT1M}",
                "steps: {acute: []}",
                "steps: {akutt: [PT5S]}",
                "steps: [PT5S]",
                "silence: {remind: PT3M, offer: PT6M}",
                "silence: {offer: PT6M}",
                "silence: {offre: PT6M}",
                "silence: PT6M",
            })
    void takesWhatTheReaderTakesAndRefusesWhatItRefuses(String line) throws IOException {
        var file = conf.resolve("queues.yaml");
        Files.writeString(file, QUEUES + line + "\n");
        List<Problem> problems = new ArrayList<>();
        Queues.load(conf, problems::add);
        assertThat(refuses(file)).as("%s", problems).isEqualTo(!problems.isEmpty());
    }

    private static boolean refuses(Path file) throws IOException {
        var factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        return !factory.getSchema(schema()).validate(AsJson.read(file)).isEmpty();
    }

    private static JsonNode schema() throws IOException {
        try (var in = QueuesSchemaTest.class.getResourceAsStream("/schema/queues.schema.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static List<String> names(JsonNode properties) {
        List<String> names = new ArrayList<>();
        for (Iterator<String> all = properties.fieldNames(); all.hasNext(); ) {
            names.add(all.next());
        }
        return names;
    }
}
