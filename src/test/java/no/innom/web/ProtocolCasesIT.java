package no.innom.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import no.innom.Client;
import no.innom.Server;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The wire protocol, by cases in {@code src/test/resources/protocol}. A line of a case is
 *
 * <ul>
 *   <li>{@code > {…}}: the visitor sends; {@code >staff {…}} a staff member does. {@code $name} is put in.
 *   <li>{@code < {…}}: the next frame has these fields at least; {@code <staff} likewise. {@code "*"} is anything,
 *       {@code "$name"} anything that is remembered, or the same again.
 *   <li>{@code ... {…}}: as {@code <}, but other frames may come before it.
 *   <li>{@code close 1000}, {@code drop} (the visitor's connection is lost), {@code connect} (a new one; the one before
 *       it is then {@code <before} and {@code closebefore}).
 * </ul>
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProtocolCasesIT {
    private static final Path CASES = Path.of("src/test/resources/protocol");

    @AutoClose
    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start("INNOM_CHAT_RETENTION", "PT1H", "INNOM_LIMITS_BURST", "1000");
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> goesAsTheCaseSaysWithNobodyOnDuty() throws IOException {
        return cases("closed");
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> goesAsTheCaseSaysWithSomebodyOnDuty() throws IOException {
        return cases("staffed");
    }

    private Stream<DynamicTest> cases(String folder) throws IOException {
        try (var files = Files.list(CASES.resolve(folder))) {
            return files
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)))
                    .toList()
                    .stream();
        }
    }

    private void play(Path file) throws IOException {
        var known = new HashMap<String, String>();
        var clients = new HashMap<String, Client>();
        int number = 0;
        try {
            for (var line : Files.readAllLines(file)) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    try {
                        step(line.strip(), known, clients);
                    } catch (AssertionError | RuntimeException e) {
                        throw new AssertionError(file + ":" + number + ": " + line + "\n" + e.getMessage(), e);
                    }
                }
            }
        } finally {
            clients.values().forEach(Client::close);
        }
    }

    private void step(String line, Map<String, String> known, Map<String, Client> clients) throws IOException {
        var parts = line.split(" ", 2);
        var word = parts[0];
        var who = word.endsWith("staff") ? "staff" : word.endsWith("before") ? "before" : "visitor";
        var rest = parts.length == 1 ? "" : filled(parts[1], known);
        switch (word.replace("staff", "").replace("before", "")) {
            case ">" -> client(who, clients).send(rest);
            case "<" -> fit(expected(rest), client(who, clients).next(), known);
            case "..." -> {
                var expected = expected(rest);
                client(who, clients).await(frame -> fits(expected, frame, new HashMap<>(known), known));
            }
            case "close" -> assertThat(client(who, clients).closeCode()).isEqualTo(Integer.parseInt(rest));
            case "drop" -> clients.remove(who).drop();
            case "connect" -> {
                var old = clients.remove(who);
                if (old != null) {
                    clients.put("before", old);
                }
                client(who, clients);
            }
            default -> throw new IllegalArgumentException("no such step: " + word);
        }
    }

    private Client client(String who, Map<String, Client> clients) {
        return clients.computeIfAbsent(
                who, w -> w.equals("staff") ? Client.staff(server, "vakt", server.password()) : Client.visitor(server));
    }

    private static String filled(String text, Map<String, String> known) {
        var all = text;
        for (var entry : known.entrySet()) {
            all = all.replace("\"$" + entry.getKey() + "\"", "\"" + entry.getValue() + "\"");
        }
        return all;
    }

    private static JsonNode expected(String json) throws IOException {
        return Client.JSON.readTree(json);
    }

    private static void fit(JsonNode expected, JsonNode frame, Map<String, String> known) {
        assertThat(fits(expected, frame, new HashMap<>(known), known))
                .as("came %s", frame)
                .isTrue();
    }

    private static boolean fits(
            JsonNode expected, JsonNode actual, Map<String, String> trial, Map<String, String> known) {
        boolean fits = same(expected, actual, trial);
        if (fits) {
            known.putAll(trial);
        }
        return fits;
    }

    private static boolean same(JsonNode expected, JsonNode actual, Map<String, String> known) {
        if (actual == null || actual.isMissingNode()) {
            return expected.isTextual() && expected.textValue().equals("-");
        }
        if (expected.isTextual() && expected.textValue().equals("*")) {
            return true;
        }
        if (expected.isTextual() && expected.textValue().startsWith("$")) {
            var name = expected.textValue().substring(1);
            known.putIfAbsent(name, actual.asText());
            return known.get(name).equals(actual.asText());
        }
        if (expected.isObject()) {
            var names = expected.fieldNames();
            while (names.hasNext()) {
                var name = names.next();
                if (!same(expected.get(name), actual.path(name), known)) {
                    return false;
                }
            }
            return actual.isObject();
        }
        if (expected.isArray()) {
            if (!actual.isArray() || actual.size() < expected.size()) {
                return false;
            }
            for (int i = 0; i < expected.size(); i++) {
                if (!same(expected.get(i), actual.get(i), known)) {
                    return false;
                }
            }
            return true;
        }
        return expected.equals(actual);
    }
}
