package no.innom.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A Lua script from the class path, with the digest that Redis knows it by. */
record Script(String text, String digest) {
    static final Script BEAT = read("beat.lua");
    static final Script SAVE = read("save.lua");
    static final Script ERASE = read("erase.lua");
    static final Script PRESENCE = read("presence.lua");
    static final Script LAPSED = read("lapsed.lua");
    static final Script SEAT = read("seat.lua");
    static final Script LEASE = read("lease.lua");
    static final Script TRY = read("try.lua");
    static final Script VERSION = read("version.lua");
    static final Script DRAFT = read("draft.lua");
    static final Script TAKE = read("take.lua");
    static final Script DROP = read("drop.lua");
    static final Script RESTORE = read("restore.lua");

    private static Script read(String name) {
        try (var in = Script.class.getResourceAsStream("/redis/" + name)) {
            if (in == null) {
                throw new IllegalStateException("/redis/" + name + " is missing from the program");
            }
            var bytes = in.readAllBytes();
            var digest =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
            return new Script(new String(bytes, StandardCharsets.UTF_8), digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
