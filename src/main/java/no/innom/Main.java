package no.innom;

import no.innom.cli.InnomCommand;

/** Where the program begins. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments name, {@code serve} when there are none, and ends with its status. */
    public static void main(String[] args) {
        System.exit(InnomCommand.run(args));
    }
}
