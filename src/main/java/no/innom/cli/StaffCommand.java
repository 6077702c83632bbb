package no.innom.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The people on duty: who may log in. */
@Command(
        name = "staff",
        description = "Add, list and change those who work here.",
        mixinStandardHelpOptions = true,
        subcommands = {
            StaffAddCommand.class,
            StaffListCommand.class,
            StaffDisableCommand.class,
            StaffPasswordCommand.class,
            StaffTotpCommand.class
        })
final class StaffCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(
                spec.commandLine(), "Say what to do: add, list, disable, password or totp.");
    }
}
