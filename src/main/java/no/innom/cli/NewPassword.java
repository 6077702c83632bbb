package no.innom.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import no.innom.duty.Passwords;

/** Asks for a new password: one line of standard input, or on a terminal twice and unseen. */
final class NewPassword {
    private NewPassword() {}

    static String ask() {
        var console = Terminal.person();
        String password;
        if (console != null) {
            var first = console.readPassword("Password: ");
            var second = console.readPassword("Once more: ");
            if (first == null || !Arrays.equals(first, second)) {
                throw new FailedException("The two are not the same. Nothing was changed.");
            }
            password = new String(first);
        } else {
            password = line();
        }
        if (password.codePointCount(0, password.length()) < Passwords.SHORTEST) {
            throw new FailedException(
                    "A password has at least " + Passwords.SHORTEST + " characters. Nothing was changed.");
        }
        return password;
    }

    private static String line() {
        try {
            var line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new FailedException("The password could not be read from standard input.");
        }
    }
}
