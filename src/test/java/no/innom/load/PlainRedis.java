package no.innom.load;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import no.innom.chat.MasterKey;

/** A Redis as one starts it without a thought for what is lost with the power: the append-only file each second. */
final class PlainRedis implements AutoCloseable {
    private final int port = Load.freePort();
    private final Process process;

    PlainRedis() throws IOException {
        process = new ProcessBuilder(
                        "redis-server",
                        "--port",
                        Integer.toString(port),
                        "--appendonly",
                        "yes",
                        "--save",
                        "",
                        "--dir",
                        Files.createTempDirectory("plain-redis").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** The settings that make a server of Innom use it. */
    String[] settings() {
        return new String[] {"INNOM_REDIS_URL", url(), "INNOM_SECRETS_MASTERKEY", MasterKey.draw(new SecureRandom())};
    }

    @Override
    public void close() {
        process.destroy();
    }
}
