package no.innom.cli;

import java.util.concurrent.Callable;
import no.innom.duty.Passwords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives a staff member a new password. */
@Command(
        name = "password",
        description =
                "Give somebody a new password; it ends their sessions, and lets them in again if they were shut out.",
        mixinStandardHelpOptions = true)
final class StaffPasswordCommand implements Callable<Integer> {
    @Parameters(paramLabel = "USER")
    @SuppressWarnings("NullAway.Init")
    private String user;

    @Override
    public Integer call() {
        var hash = Passwords.hash(NewPassword.ask());
        Store.staff(book -> Store.find(book, user)
                .compose(staff -> book.put(staff.withPassword(hash)))
                .compose(v -> book.forgetTries(user)));
        return 0;
    }
}
