package no.innom.cli;

import java.util.concurrent.Callable;
import no.innom.duty.Staff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shuts a staff member out. */
@Command(
        name = "disable",
        description = "Shut somebody out at once. `staff password` lets them in again.",
        mixinStandardHelpOptions = true)
final class StaffDisableCommand implements Callable<Integer> {
    @Parameters(paramLabel = "USER")
    @SuppressWarnings("NullAway.Init")
    private String user;

    @Override
    public Integer call() {
        Store.staff(book -> Store.find(book, user).map(Staff::asDisabled).compose(book::put));
        return 0;
    }
}
