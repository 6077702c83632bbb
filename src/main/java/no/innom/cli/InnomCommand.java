package no.innom.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import no.innom.CannotStartException;
import no.innom.redis.RedisMissingException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The program: without a command it serves. */
@Command(
        name = "innom",
        description = "An anonymous first chat for young people, answered by people.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Settings: conf/innom.yaml, then the environment (INNOM_HTTP_PORT and so on)."},
        subcommands = {
            ServeCommand.class,
            CheckCommand.class,
            TalkCommand.class,
            ScanCommand.class,
            StaffCommand.class,
            FlowsCommand.class
        })
public final class InnomCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Runs the command; answers the status to end with. */
    public static int run(String... args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return new CommandLine(new InnomCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(InnomCommand::explain)
                .execute(args.length == 0 ? new String[] {"serve"} : args);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int explain(Exception e, CommandLine command, ParseResult parsed) throws Exception {
        if (e instanceof CannotStartException || e instanceof RedisMissingException || e instanceof FailedException) {
            command.getErr().println(e.getMessage());
            return 1;
        }
        throw e;
    }
}
