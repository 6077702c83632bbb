package no.innom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The packaged program, run as one command that ends by itself. */
public final class Program {
    private static final int PATIENCE_SECONDS = 60;

    private Program() {}

    /** What a command left: its status, and all that it wrote. */
    public record Ended(int status, String out, String err) {}

    /** Runs a command with these settings and this on its standard input; blocks until it ends. */
    public static Ended run(Map<String, String> settings, String input, String... args) {
        try {
            var builder = new ProcessBuilder(Server.command(args));
            builder.environment().keySet().removeIf(name -> name.startsWith("INNOM_"));
            builder.environment().putAll(settings);
            var process = builder.start();
            var out = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
            var err = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // It has ended without reading.
            }
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("does not end: " + String.join(" ", args));
            }
            return new Ended(process.exitValue(), out.join(), err.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds a staff member while the server runs. */
    public static void addStaff(Server server, String user, String name, String password, String role) {
        var ended = run(server.settings(), password + "\n", "staff", "add", user, "--name", name, "--role", role);
        if (ended.status() != 0) {
            throw new AssertionError(ended.toString());
        }
    }

    private static String read(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
