package no.innom.cli;

import io.nayuki.qrcodegen.QrCode;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import no.innom.duty.Totp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives a staff member one-time codes. */
@Command(
        name = "totp",
        description = "Ask for a one-time code at login from now on; prints a QR code for an authenticator app.",
        mixinStandardHelpOptions = true)
final class StaffTotpCommand implements Callable<Integer> {
    private static final int QUIET_ZONE = 2;

    @Parameters(paramLabel = "USER")
    @SuppressWarnings("NullAway.Init")
    private String user;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        var secret = Totp.draw(new SecureRandom());
        Store.staff(book -> Store.find(book, user).compose(staff -> book.put(staff.withTotp(secret))));
        var uri = Totp.uri(user, secret);
        var out = spec.commandLine().getOut();
        out.println(drawn(QrCode.encodeText(uri, QrCode.Ecc.LOW)));
        out.println(uri);
        return 0;
    }

    /** Two rows of the code to a line of the terminal, light on dark as terminals are. */
    private static String drawn(QrCode code) {
        var text = new StringBuilder();
        for (int y = -QUIET_ZONE; y < code.size + QUIET_ZONE; y += 2) {
            for (int x = -QUIET_ZONE; x < code.size + QUIET_ZONE; x++) {
                boolean upper = !code.getModule(x, y);
                boolean lower = !code.getModule(x, y + 1);
                text.append(upper && lower ? '█' : upper ? '▀' : lower ? '▄' : ' ');
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }
}
