package no.innom.duty;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/** Slow hashes of passwords: Argon2id as OWASP asks (19 MiB, two passes). Takes tens of milliseconds: not on an event loop. */
public final class Passwords {
    /** The shortest password that is taken. */
    public static final int SHORTEST = 8;

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Argon2Function ARGON2ID =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, 1, HASH_BYTES, Argon2.ID);
    private static final String NOBODY = hash("nobody has this password");

    private Passwords() {}

    /** Hashes a new password with a salt of its own. */
    public static String hash(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2ID).getResult();
    }

    /** Whether the password is the one that was hashed. Without a hash it takes just as long and says no. */
    public static boolean check(String password, @org.jspecify.annotations.Nullable String hash) {
        boolean fits = Password.check(password, hash == null ? NOBODY : hash).with(ARGON2ID);
        return fits && hash != null;
    }
}
