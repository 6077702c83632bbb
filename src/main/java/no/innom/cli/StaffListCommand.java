package no.innom.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import no.innom.duty.Role;
import no.innom.duty.StaffBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the staff. */
@Command(name = "list", description = "List everybody.", mixinStandardHelpOptions = true)
final class StaffListCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        for (var staff : Store.staff(StaffBook::all)) {
            var roles = staff.roles().stream().map(Role::wire).sorted().collect(Collectors.joining(","));
            spec.commandLine()
                    .getOut()
                    .println(staff.user() + "\t" + staff.name() + "\t" + roles + (staff.disabled() ? "\tdisabled" : "")
                            + (staff.totp() != null ? "\ttotp" : ""));
        }
        return 0;
    }
}
