package no.innom.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Whether a person sits at the other end. */
final class Terminal {
    private Terminal() {}

    /** The console of a person, or null when input comes from a file or another program. */
    @SuppressWarnings("SystemConsoleNull")
    static @Nullable Console person() {
        var console = System.console();
        return console != null && isTerminal(console) ? console : null;
    }

    private static boolean isTerminal(Console console) {
        try {
            // From JDK 22 on there is a console also when nobody sits at it, and this tells.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
