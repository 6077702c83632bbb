package no.innom.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import no.innom.risk.Finding;
import no.innom.risk.RiskScanner;
import no.innom.yaml.Problem;
import no.innom.yaml.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scans messages for risk: one a line in, one a line out. */
@Command(
        name = "scan",
        description = "Scan messages for risk: one a line on standard input, a line each on standard output.",
        mixinStandardHelpOptions = true)
final class ScanCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--json", description = "write JSON: level, category, spans, text")
    private boolean json;

    @Option(
            names = "--compare",
            paramLabel = "OTHER_CONF",
            description =
                    "show what the lexicon of another conf folder (OTHER_CONF/risk) would flag differently, and sum it"
                            + " up")
    private @Nullable Path other;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (other != null && json && spec != null) {
            throw new ParameterException(spec.commandLine(), "--compare is written for people: leave out --json.");
        }
        var scanner = scanner(Conf.load().confDir());
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        if (other == null) {
            in.lines().forEach(line -> {
                var finding = scanner.scan(line);
                out.print(json ? asJson(line, finding) : asFields(line, finding));
                out.print('\n');
            });
        } else {
            var comparison = new Comparison(scanner, scanner(other), out);
            in.lines().forEach(comparison::compare);
            comparison.sum();
        }
        out.flush();
        return 0;
    }

    private static RiskScanner scanner(Path conf) {
        var wrong = new ArrayList<String>();
        var scanner = RiskScanner.load(conf.resolve("risk"), (Problem problem) -> {
            if (problem.severity() == Severity.ERROR) {
                wrong.add(problem.toString());
            }
        });
        if (!wrong.isEmpty()) {
            throw new FailedException(String.join(System.lineSeparator(), wrong));
        }
        return scanner;
    }

    private static String asFields(String line, Finding finding) {
        var category = finding.category();
        return String.join(
                "\t",
                finding.level().wire(),
                category == null ? "none" : category.wire(),
                phrases(line, finding),
                line.replace('\t', ' '));
    }

    /** The words that carry the risk, as they were written. */
    static String phrases(String line, Finding finding) {
        return finding.spans().stream()
                .map(span -> line.substring(span.start(), span.end()).replace('\t', ' '))
                .collect(Collectors.joining("; "));
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
