package no.innom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import no.innom.config.SettingsLoader;
import no.innom.yaml.Problem;

/**
 * The whole program in this very process, for tests that see an evening open and close: its one clock goes as any
 * does, and can be set forward. What Redis itself counts, such as how long somebody stays logged in, follows the
 * machine.
 */
public final class ClockedServer implements AutoCloseable {
    private final Innom innom;
    private final Ahead clock;

    private ClockedServer(Innom innom, Ahead clock) {
        this.innom = innom;
        this.clock = clock;
    }

    /** The machine's clock and so much more. */
    private static final class Ahead implements InstantSource {
        private volatile Duration by = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(by);
        }
    }

    /** Starts one in a fresh data directory; blocks until it takes visitors. */
    public static ClockedServer start() {
        try {
            var data = Files.createTempDirectory("innom-test");
            var settings = Map.of(
                    "INNOM_HTTP_PORT", "0",
                    "INNOM_MANAGEMENT_PORT", Integer.toString(freePort()),
                    "INNOM_DATA_DIR", data.toString());
            var problems = new ArrayList<Problem>();
            var read = Objects.requireNonNull(SettingsLoader.load(settings, problems::add), problems::toString);
            var clock = new Ahead();
            return new ClockedServer(Innom.start(read, false, clock), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets its clock, which goes on from there. */
    public void setTo(Instant time) {
        clock.by = Duration.between(Instant.now(), time);
    }

    public String url() {
        return "http://127.0.0.1:" + innom.port();
    }

    public int port() {
        return innom.port();
    }

    /** The password of the user {@code vakt} that the start made. */
    public String password() {
        return Objects.requireNonNull(innom.firstStaff()).password();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        innom.close();
    }
}
