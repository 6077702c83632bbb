package no.innom.redis;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/** Finds a {@code redis-server} that is new enough: the one on the PATH, or else the one that Innom carries. */
final class RedisProgram {
    private static final Pattern VERSION = Pattern.compile("v=(\\d+)\\.(\\d+)");
    private static final int MAJOR = 6;
    private static final int MINOR = 2;

    private RedisProgram() {}

    static Path find(Path directory) throws IOException {
        for (var name : BuiltInRedis.names()) {
            var installed = onPath(name);
            if (installed != null && works(installed)) {
                return installed;
            }
        }
        var carried = carried(directory);
        if (works(carried)) {
            return carried;
        }
        throw new RedisMissingException(
                "No Redis 6.2 or newer could be started here. Install one (on Debian: apt install "
                        + "redis-server; the one that Innom carries needs OpenSSL 3), or point at one: INNOM_REDIS_URL=redis://…");
    }

    private static @Nullable Path onPath(String name) {
        for (var folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            var program = Path.of(folder, name);
            if (Files.isExecutable(program)) {
                return program;
            }
        }
        return null;
    }

    /** Unpacks the program next to its data, so that the same one is found again. */
    private static Path carried(Path directory) throws IOException {
        var unpacked = ExecutableProvider.newJarResourceProvider(
                        directory.resolve("program").toFile())
                .get();
        return unpacked.toPath();
    }

    private static boolean works(Path program) {
        try {
            var process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(5, TimeUnit.SECONDS) || process.exitValue() != 0) {
                return false;
            }
            var version = VERSION.matcher(said);
            if (!version.find()) {
                return false;
            }
            int major = Integer.parseInt(version.group(1));
            return major > MAJOR || (major == MAJOR && Integer.parseInt(version.group(2)) >= MINOR);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
