package no.innom.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.innom.yaml.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {
    private static final Path CASES = Path.of("src/test/resources/config");

    @TempDir
    private Path conf;

    private final List<Problem> problems = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> refusesWhatDoesNotFitWithASentence() throws IOException {
        return cases("wrong.tsv")
                .map(parts -> DynamicTest.dynamicTest(parts[0] + "=" + parts[1], () -> {
                    var told = new ArrayList<Problem>();
                    assertThat(SettingsLoader.load(env(parts[0], parts[1]), told::add))
                            .isNull();
                    assertThat(told).singleElement().satisfies(problem -> {
                        assertThat(problem.sentence()).contains(parts[2]);
                        assertThat(problem.place().file()).isEqualTo("environment");
                    });
                }));
    }

    @TestFactory
    Stream<DynamicTest> takesWhatFits() throws IOException {
        return cases("right.tsv")
                .map(parts -> DynamicTest.dynamicTest(parts[0] + "=" + parts[1], () -> {
                    var told = new ArrayList<Problem>();
                    assertThat(SettingsLoader.load(env(parts[0], parts[1]), told::add))
                            .isNotNull();
                    assertThat(told).isEmpty();
                }));
    }

    @Test
    void readsTheFileAndLetsTheEnvironmentWin() throws IOException {
        Files.writeString(conf.resolve("innom.yaml"), """
                http:
                  port: 9001
                  origins: [https://a.example, https://b.example]
                chat: {retention: PT2H}
                escalation:
                  steps: [PT5S, PT9S]
                """);
        var settings = SettingsLoader.load(env("INNOM_HTTP_PORT", "9002"), problems::add);
        assertThat(problems).isEmpty();
        assertThat(settings.http().port()).isEqualTo(9002);
        assertThat(settings.origins()).containsExactly("https://a.example", "https://b.example");
        assertThat(settings.chat().retention()).isEqualTo(Duration.ofHours(2));
        assertThat(settings.escalationSteps()).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(9));
        assertThat(settings.duty().lease()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.management().port()).isEqualTo(8081);
    }

    @Test
    void tellsWhereInTheFileAMistakeIsAndAllOfThem() throws IOException {
        Files.writeString(conf.resolve("innom.yaml"), """
                http:
                  prot: 9001
                chat:
                  retention: PT1S
                redis: [1, 2]
                duty:
                  lease: {seconds: 3}
                """);
        assertThat(SettingsLoader.load(env("INNOM_FLOW_FIRST", "x"), problems::add))
                .isNull();
        assertThat(problems.stream().map(Problem::toString))
                .anyMatch(p -> p.contains("innom.yaml:2:") && p.contains("Did you mean http.port?"))
                .anyMatch(p -> p.contains("innom.yaml:4:") && p.contains("chat.retention must be"))
                .anyMatch(p -> p.contains("innom.yaml:5:") && p.contains("redis"))
                .anyMatch(p -> p.contains("innom.yaml:7:") && p.contains("duty.lease"))
                .anyMatch(p -> p.contains("INNOM_FLOWS_FIRST"))
                .hasSize(5);
    }

    @Test
    void neverPrintsASecret() {
        var environment = env("INNOM_SECRETS_MASTERKEY", "aHVzayBhdCBkZXR0ZSBlciBlbiBoZW1tZWxpZ2hldCE=");
        environment.put("INNOM_REDIS_URL", "redis://:hemmelig-passord@redis.example:6379");
        var settings = SettingsLoader.load(environment, problems::add);
        assertThat(settings.toString()).doesNotContain("aHVzayBh").doesNotContain("hemmelig-passord");
        assertThat(settings.redis().masterKey()).startsWith("aHVzayBh");
    }

    @Test
    void neverPrintsWhatLetsIntoTheSecondLine() {
        var environment = env("INNOM_SECONDLINE_WEBHOOK_URL", "https://hooks.example/hemmelig-sti");
        environment.put("INNOM_SECONDLINE_WEBHOOK_SECRET", "aHVzayBhdCBkZXR0ZSBlciBlbiBoZW1tZWxpZ2hldCE=");
        environment.put("INNOM_SECONDLINE_MAIL_TO", "a@kommune.example, b@kommune.example");
        environment.put("INNOM_SECONDLINE_MAIL_FROM", "innom@kommune.example");
        environment.put("INNOM_SECONDLINE_MAIL_HOST", "post.kommune.example");
        environment.put("INNOM_SECONDLINE_MAIL_PASSWORD", "hemmelig-passord");
        var settings = SettingsLoader.load(environment, problems::add);
        assertThat(problems).isEmpty();
        assertThat(settings.toString()).doesNotContain("hemmelig", "aHVzayBh", "a@kommune.example");
        assertThat(settings.secondLine().mail().to()).containsExactly("a@kommune.example", "b@kommune.example");
        environment.remove("INNOM_SECONDLINE_MAIL_HOST");
        assertThat(SettingsLoader.load(environment, problems::add)).isNull();
        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.sentence())
                .contains("INNOM_SECONDLINE_MAIL_TO needs INNOM_SECONDLINE_MAIL_HOST too"));
    }

    @Test
    void theShippedFileHoldsTheDefaults() throws IOException {
        Files.copy(Path.of("conf/innom.yaml"), conf.resolve("innom.yaml"));
        var shipped = SettingsLoader.load(env("INNOM_HTTP_PORT", "1"), problems::add);
        Files.delete(conf.resolve("innom.yaml"));
        assertThat(shipped).isEqualTo(SettingsLoader.load(env("INNOM_HTTP_PORT", "1"), problems::add));
        assertThat(problems).isEmpty();
    }

    @Test
    void whatTheShippedFileShowsAsDefaultsAreTheDefaults() throws IOException {
        // Every commented setting, uncommented: the file promises that it shows the defaults.
        var uncommented = new StringBuilder();
        for (var line : Files.readAllLines(Path.of("conf/innom.yaml"))) {
            uncommented
                    .append(line.matches("# ( *)[a-zA-Z]+:( .*)?") ? line.substring(2) : line)
                    .append('\n');
        }
        var text = uncommented.toString().replaceAll("(?m)^  # idle:", "  idle:");
        Files.writeString(conf.resolve("innom.yaml"), text);
        var all = SettingsLoader.load(env("INNOM_PORT", "1"), problems::add);
        assertThat(problems).isEmpty();
        Files.delete(conf.resolve("innom.yaml"));
        assertThat(all).isEqualTo(SettingsLoader.load(env("INNOM_PORT", "1"), problems::add));
    }

    private Map<String, String> env(String name, String value) {
        return new HashMap<>(Map.of("INNOM_CONF_DIR", conf.toString(), name, value, "PATH", "/bin"));
    }

    private static Stream<String[]> cases(String file) throws IOException {
        return Files.readAllLines(CASES.resolve(file)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1));
    }
}
