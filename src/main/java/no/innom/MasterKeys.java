package no.innom;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import no.innom.chat.MasterKey;
import no.innom.config.Settings;

/** Finds the master key: in the settings, or with the built-in Redis in the data directory, where it is made once. */
final class MasterKeys {
    private static final String FILE = "master.key";

    private MasterKeys() {}

    static MasterKey of(Settings settings) {
        var given = settings.redis().masterKey();
        if (given != null) {
            return read(given, "secrets.masterKey (INNOM_SECRETS_MASTERKEY)");
        }
        if (!settings.redis().builtIn()) {
            throw new CannotStartException(
                    "With redis.url the master key must be given: make one with "
                            + "`openssl rand -base64 32` and set INNOM_SECRETS_MASTERKEY. Keep it: without it no text can be read.");
        }
        var file = settings.dataDir().resolve(FILE);
        try {
            make(file);
            return read(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new CannotStartException("The master key " + file + " cannot be read or made: " + e.getMessage(), e);
        }
    }

    private static void make(Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, MasterKey.draw(new SecureRandom()));
        } catch (FileAlreadyExistsException e) {
            // Made by an earlier start.
        }
    }

    private static MasterKey read(String base64, String where) {
        try {
            return MasterKey.read(base64);
        } catch (IllegalArgumentException e) {
            throw new CannotStartException(where + " does not fit: " + e.getMessage() + ".");
        }
    }
}
