package no.innom.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The published versions of the flows. */
@Command(
        name = "flows",
        description = "Show the published versions of a flow, or write what is live back to files.",
        mixinStandardHelpOptions = true,
        subcommands = {FlowsVersionsCommand.class, FlowsExportCommand.class})
final class FlowsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(spec.commandLine(), "Say what to do: versions or export.");
    }
}
