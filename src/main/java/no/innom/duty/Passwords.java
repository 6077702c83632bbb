package no.innom.duty;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import org.jspecify.annotations.Nullable;

/** Slow hashes of passwords: Argon2id as OWASP asks (19 MiB, two passes). Takes tens of milliseconds: not on an event loop. */
public final class Passwords {
    /** The shortest password that is taken. */
    public static final int SHORTEST = 8;

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int DRAWN_MEMORY_KIB = 64;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private Passwords() {}

    /** Hashes a new password with a salt of its own. */
    public static String hash(String password) {
        return hash(password, MEMORY_KIB, PASSES);
    }

    /** Hashes a password that was drawn at random with 70 bits or more: nobody guesses that, so it need not be slow. */
    public static String hashDrawn(String password) {
        return hash(password, DRAWN_MEMORY_KIB, 1);
    }

    /** Whether the password is the one that was hashed. Without a hash it takes just as long and says no. */
    public static boolean check(String password, @Nullable String hash) {
        var against = hash == null ? Nobody.HASH : hash;
        boolean fits = Password.check(password, against).with(Argon2Function.getInstanceFromHash(against));
        return fits && hash != null;
    }

    private static String hash(String password, int memory, int passes) {
        var argon2id = Argon2Function.getInstance(memory, passes, 1, HASH_BYTES, Argon2.ID);
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2id).getResult();
    }

    /** Made only when somebody tries a user that does not exist. */
    private static final class Nobody {
        private static final String HASH = hash("nobody has this password");
    }
}
