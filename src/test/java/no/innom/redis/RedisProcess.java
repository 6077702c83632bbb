package no.innom.redis;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import no.innom.Eventually;

/** A real {@code redis-server} of this machine: a server, a replica, a Sentinel or a node of a Cluster. */
public final class RedisProcess implements AutoCloseable {
    private static final RedisClient CLIENT = RedisClient.create();
    /** The bus of a Cluster's node lies so far above its port. */
    private static final int TO_BUS = 10_000;

    private final Path directory;
    private final int port;
    private final List<String> command;
    private Process process;

    private RedisProcess(Path directory, int port, List<String> command) {
        this.directory = directory;
        this.port = port;
        this.command = command;
    }

    /** Starts one with these lines of configuration; where there is no redis-server the test is skipped, and says so. */
    public static RedisProcess start(String... lines) {
        return start(false, lines);
    }

    static RedisProcess sentinel(String... lines) {
        return start(true, lines);
    }

    private static RedisProcess start(boolean sentinel, String... lines) {
        assumeThat(installed()).as("SKIPPED: no redis-server is on the PATH").isTrue();
        try {
            var directory = Files.createTempDirectory("innom-redis");
            int port = freePort();
            var conf = new ArrayList<>(List.of("port " + port, "bind 127.0.0.1", "dir " + directory));
            if (!sentinel) {
                conf.addAll(List.of("save \"\"", "repl-diskless-sync-delay 0"));
            }
            conf.addAll(List.of(lines));
            var file = Files.write(directory.resolve("redis.conf"), conf);
            var command = new ArrayList<>(List.of("redis-server", file.toString()));
            if (sentinel) {
                command.add("--sentinel");
            }
            var redis = new RedisProcess(directory, port, command);
            redis.startAgain();
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it once more, on the port and with the files that it had. */
    void startAgain() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("log.txt").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Eventually.so("redis-server answers", Duration.ofSeconds(20), this::answers);
    }

    int port() {
        return port;
    }

    /** Host and port. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    boolean answers() {
        try {
            return process.isAlive() && ask(redis -> redis.ping().equals("PONG"));
        } catch (RedisException e) {
            return false;
        }
    }

    /** Asks it something on a connection of its own. */
    <T> T ask(Function<RedisCommands<String, String>, T> question) {
        try (StatefulRedisConnection<String, String> connection = CLIENT.connect(RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(port)
                .withTimeout(Duration.ofSeconds(2))
                .build())) {
            return question.apply(connection.sync());
        }
    }

    /** A line of what it says of itself; empty where it does not say it, or died while it was asked. */
    String info(String section, String field) {
        String said;
        try {
            said = ask(redis -> redis.info(section));
        } catch (RedisException e) {
            return "";
        }
        return said.lines()
                .filter(line -> line.startsWith(field + ":"))
                .map(line -> line.substring(field.length() + 1))
                .findFirst()
                .orElse("");
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGSTOP: as a machine that has gone without a word. */
    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private static int freePort() throws IOException {
        for (int i = 0; i < 1000; i++) {
            try (var free = new ServerSocket(0)) {
                int port = free.getLocalPort();
                if (port + TO_BUS < 65_536) {
                    try (var bus = new ServerSocket(port + TO_BUS)) {
                        return bus.getLocalPort() - TO_BUS;
                    } catch (IOException e) {
                        // Taken: another one.
                    }
                }
            }
        }
        throw new IOException("no port is free");
    }

    private static boolean installed() {
        for (var folder : System.getenv("PATH").split(java.io.File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, "redis-server"))) {
                return true;
            }
        }
        return false;
    }
}
