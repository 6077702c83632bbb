package no.innom.redis;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import no.innom.Eventually;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** A Redis that is not Innom's own: in a container where a Docker engine answers, else the one of this machine. */
final class OtherRedis implements AutoCloseable {
    private static final int PORT = 6379;

    private final String url;
    private final Runnable stop;

    private OtherRedis(String url, Runnable stop) {
        this.url = url;
        this.stop = stop;
    }

    /** Starts one. Where there is neither an engine nor a redis-server the test is skipped, and says so. */
    static OtherRedis start() {
        if (DockerClientFactory.instance().isDockerAvailable()) {
            var container = new GenericContainer<>(DockerImageName.parse("redis:7-alpine")).withExposedPorts(PORT);
            container.start();
            return new OtherRedis(
                    "redis://" + container.getHost() + ":" + container.getMappedPort(PORT), container::stop);
        }
        assumeThat(installed())
                .as("SKIPPED: no Docker engine answers and no redis-server is on the PATH")
                .isTrue();
        try {
            int port;
            try (var free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            var process = new ProcessBuilder(
                            "redis-server",
                            "--port",
                            Integer.toString(port),
                            "--bind",
                            "127.0.0.1",
                            "--save",
                            "",
                            "--appendonly",
                            "no",
                            "--dir",
                            Files.createTempDirectory("innom-redis").toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectErrorStream(true)
                    .start();
            var url = "redis://127.0.0.1:" + port;
            Eventually.so("redis-server answers", Duration.ofSeconds(30), () -> answers(url));
            return new OtherRedis(url, process::destroyForcibly);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        stop.run();
    }

    private static boolean installed() {
        for (var folder : System.getenv("PATH").split(java.io.File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, "redis-server"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean answers(String url) {
        var client = RedisClient.create(url);
        try (var connection = client.connect()) {
            return connection.sync().ping().equals("PONG");
        } catch (RedisConnectionException e) {
            return false;
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        }
    }
}
