package no.innom;

import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.innom.duty.Passwords;
import no.innom.duty.Role;
import no.innom.duty.Staff;
import no.innom.duty.StaffBook;
import org.jspecify.annotations.Nullable;

/**
 * The user that is made when there is nobody yet, so that the first one can log in.
 *
 * @param password shown once, on the terminal
 */
public record FirstStaff(String user, String password) {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;

    /** Never shows the password. */
    @Override
    public String toString() {
        return "FirstStaff[" + user + "]";
    }

    /** Makes the user when no staff exist, else gives null; blocks. */
    static @Nullable FirstStaff makeIn(StaffBook book) {
        try {
            var all = book.all().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
            if (!all.isEmpty()) {
                return null;
            }
            var first = new FirstStaff("vakt", draw());
            var staff = new Staff(
                    first.user(),
                    "Vakt",
                    Set.of(Role.FAGPERSON, Role.LEDER, Role.EDITOR),
                    Passwords.hashDrawn(first.password()),
                    false,
                    null);
            boolean mine =
                    book.add(staff).toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
            return mine ? first : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            throw new CannotStartException("The list of staff could not be read from Redis.", e);
        }
    }

    private static String draw() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        while (password.length() < LENGTH) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
