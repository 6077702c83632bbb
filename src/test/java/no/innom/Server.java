package no.innom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The packaged program, started as its users start it: a process of its own, with a data directory of its own. */
public final class Server implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final int port;
    private final int management;
    private final Path data;
    private final Map<String, String> environment;
    private final List<String> said;
    private boolean carriedOn;

    private Server(Process process, int port, int management, Path data, Map<String, String> env, List<String> said) {
        this.process = process;
        this.port = port;
        this.management = management;
        this.data = data;
        this.environment = env;
        this.said = said;
    }

    /** Starts one with these settings, {@code INNOM_} names and values, in a fresh data directory. */
    public static Server start(String... settings) {
        var environment = new HashMap<String, String>();
        for (int i = 0; i < settings.length; i += 2) {
            environment.put(settings[i], settings[i + 1]);
        }
        try {
            var data = Files.createTempDirectory("innom-test");
            return start(environment, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts another on the same data, as after a crash. */
    public Server startAgain() {
        carriedOn = true;
        return start(environment, data);
    }

    private static Server start(Map<String, String> settings, Path data) {
        try {
            int management = freePort();
            var builder = new ProcessBuilder(command("serve"))
                    .redirectError(data.resolve("log.txt").toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("INNOM_"));
            builder.environment().put("INNOM_HTTP_PORT", "0");
            builder.environment().put("INNOM_MANAGEMENT_PORT", Integer.toString(management));
            builder.environment().put("INNOM_DATA_DIR", data.toString());
            builder.environment().putAll(settings);
            var process = builder.start();
            var lines = new LinkedBlockingQueue<String>();
            var reader = new Thread(() -> read(process, lines), "server-output");
            reader.setDaemon(true);
            reader.start();
            var said = new ArrayList<String>();
            while (true) {
                var line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (line == null || line.equals(END)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(
                            "The server did not get ready: " + said + " " + Files.readString(data.resolve("log.txt")));
                }
                said.add(line);
                if (line.startsWith("Innom is ready: ")) {
                    int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
                    return new Server(process, port, management, data, settings, said);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final String END = "\0";

    private static void read(Process process, LinkedBlockingQueue<String> lines) {
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            // The process has been killed.
        }
        lines.add(END);
    }

    /** The command line that runs the program. */
    public static List<String> command(String... args) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        if (Boolean.getBoolean("innom.short")) {
            // Most live for seconds: what the second compiler would make quicker costs more than it gives.
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(List.of("-jar", System.getProperty("innom.jar", "target/innom.jar")));
        command.addAll(List.of(args));
        return command;
    }

    private static int freePort() throws IOException {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public int management() {
        return management;
    }

    public Path data() {
        return data;
    }

    /** What it has written to its log. */
    public String log() {
        try {
            return Files.readString(data.resolve("log.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** The password of the user {@code vakt} that the first start made. */
    public String password() {
        return said.stream()
                .filter(line -> line.contains("Password: "))
                .map(line -> line.substring(line.indexOf("Password: ") + 10).strip())
                .findFirst()
                .orElseThrow();
    }

    /** How it may still be reached after its end: the settings that a command needs to find its data. */
    public Map<String, String> settings() {
        var all = new HashMap<>(environment);
        all.put("INNOM_DATA_DIR", data.toString());
        return all;
    }

    /** SIGKILL of the built-in Redis. */
    public void killRedis() {
        try {
            var redis = builtInRedis().orElseThrow();
            redis.destroyForcibly();
            redis.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** SIGTERM; answers the status that it ended with. */
    public int stop() {
        process.destroy();
        return await();
    }

    private int await() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the server does not stop");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        } else if (!carriedOn) {
            // It was killed: its Redis lives on for the next one, and there is none.
            builtInRedis().ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private Optional<ProcessHandle> builtInRedis() {
        try {
            long pid = Long.parseLong(
                    Files.readString(data.resolve("redis/redis.pid")).strip());
            return ProcessHandle.of(pid)
                    .filter(it -> it.info().command().orElse("").contains("redis"));
        } catch (IOException e) {
            // It had none, or has stopped it.
            return Optional.empty();
        }
    }
}
