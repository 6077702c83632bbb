package no.innom.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import no.innom.risk.Finding;
import no.innom.risk.RiskScanner;
import no.innom.yaml.Problem;
import no.innom.yaml.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scans messages for risk: one a line in, one a line out. */
@Command(
        name = "scan",
        description = "Scan messages for risk: one a line on standard input, a line each on standard output.",
        mixinStandardHelpOptions = true)
final class ScanCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--json", description = "write JSON: level, category, spans, text")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var settings = Conf.load();
        var wrong = new ArrayList<String>();
        var scanner = RiskScanner.load(settings.confDir().resolve("risk"), (Problem problem) -> {
            if (problem.severity() == Severity.ERROR) {
                wrong.add(problem.toString());
            }
        });
        if (!wrong.isEmpty()) {
            throw new FailedException(String.join(System.lineSeparator(), wrong));
        }
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var finding = scanner.scan(line);
            out.print(json ? asJson(line, finding) : asFields(line, finding));
            out.print('\n');
        }
        out.flush();
        return 0;
    }

    private static String asFields(String line, Finding finding) {
        var category = finding.category();
        var phrases = finding.spans().stream()
                .map(span -> line.substring(span.start(), span.end()).replace('\t', ' '))
                .collect(Collectors.joining("; "));
        return String.join(
                "\t",
                finding.level().wire(),
                category == null ? "none" : category.wire(),
                phrases,
                line.replace('\t', ' '));
    }

    private static String asJson(String line, Finding finding) {
        var category = finding.category();
        var out = JSON.createObjectNode()
                .put("level", finding.level().wire())
                .put("category", category == null ? "none" : category.wire());
        var spans = out.putArray("spans");
        finding.spans().forEach(span -> spans.addArray().add(span.start()).add(span.end()));
        return out.put("text", line).toString();
    }
}
