package no.innom.cli;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import no.innom.duty.Passwords;
import no.innom.duty.Role;
import no.innom.duty.Staff;
import no.innom.yaml.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds a staff member. */
@Command(
        name = "add",
        description = "Add somebody; the password is read from standard input, or asked for twice.",
        mixinStandardHelpOptions = true)
final class StaffAddCommand implements Callable<Integer> {
    @Parameters(paramLabel = "USER", description = "what they log in with")
    @SuppressWarnings("NullAway.Init")
    private String user;

    @Option(names = "--name", required = true, description = "what visitors see")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--role",
            required = true,
            description = "frivillig, erfaringskonsulent, fagperson, leder or editor; several by repeating it")
    private List<String> roles = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!user.matches("[A-Za-z0-9._@-]{1,64}")) {
            throw new FailedException("A user has up to 64 letters, digits and . _ @ -");
        }
        if (name.isBlank() || name.length() > 60) {
            throw new FailedException("A name has from 1 to 60 characters.");
        }
        var all = EnumSet.noneOf(Role.class);
        roles.forEach(role -> all.add(named(role)));
        var staff = new Staff(user, name.strip(), all, Passwords.hash(NewPassword.ask()), false, null);
        Store.staff(book -> book.add(staff)
                .compose(added -> added
                        ? Future.succeededFuture()
                        : Future.failedFuture(new FailedException(
                                "There is a user " + user + " already. `staff password` changes the password."))));
        spec.commandLine().getOut().println("Added " + user + ".");
        return 0;
    }

    private static Role named(String role) {
        return Role.named(role)
                .orElseThrow(() -> new FailedException("There is no role " + role + "."
                        + Nearest.to(role, Role.names())
                                .map(near -> " Did you mean " + near + "?")
                                .orElse(" There are: " + String.join(", ", Role.names()) + ".")));
    }
}
