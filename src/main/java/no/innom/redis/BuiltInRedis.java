package no.innom.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Redis that Innom starts by itself where none is named: a real {@code redis-server} on a loopback port, with a
 * password of its own and an append-only file in the data directory.
 *
 * <p>Who holds the directory's lock owns the Redis there and stops it. It runs in a session of its own: it outlives a
 * server that is killed, and the next start takes it over. Everything here blocks.
 */
public final class BuiltInRedis implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BuiltInRedis.class);
    private static final Duration START_WITHIN = Duration.ofSeconds(15);
    private static final int ASK_WITHIN_MS = 2000;
    private static final int POLL_MS = 20;
    /** Starts that fail one after the other; then a person must look. */
    private static final int MOST_STARTS = 20;

    private final Path directory;
    private final Address address;
    private final @Nullable FileChannel lock;
    private int failedStarts;
    private boolean closed;

    private BuiltInRedis(Path directory, Address address, @Nullable FileChannel lock) {
        this.directory = directory;
        this.address = address;
        this.lock = lock;
    }

    /** Where a running Redis is reached. */
    private record Address(int port, String password) {
        String url() {
            return "redis://:" + password + "@127.0.0.1:" + port;
        }

        /** Never shows the password. */
        @Override
        public String toString() {
            return "port " + port;
        }
    }

    /**
     * Starts the Redis of a data directory, or takes over one that a killed server has left.
     *
     * @throws RedisMissingException when there is none to start, or the directory is in use; its message says what to do
     */
    public static BuiltInRedis own(Path dataDir) {
        var directory = prepared(dataDir);
        var lock = locked(directory);
        if (lock == null) {
            throw new RedisMissingException("Another Innom uses the data directory " + dataDir
                    + ". Stop it, or give this one a directory of its own (INNOM_DATA_DIR).");
        }
        return owning(directory, lock);
    }

    /** The Redis of a data directory: the one that a running server owns, or else one that is started for now. */
    public static BuiltInRedis join(Path dataDir) {
        var directory = prepared(dataDir);
        var lock = locked(directory);
        if (lock != null) {
            return owning(directory, lock);
        }
        var running = running(directory);
        if (running == null) {
            throw new RedisMissingException("The data directory " + dataDir
                    + " is in use, but its Redis does not answer yet. Try again in a moment.");
        }
        return new BuiltInRedis(directory, running, null);
    }

    /** How to reach it. Holds the password: never log it. */
    public String url() {
        return address.url();
    }

    /**
     * Starts it again, on its port and with its data, where it has ended by itself. Called again and again while the
     * server runs; costs a connection on the loopback. After {@link #MOST_STARTS} starts in a row that failed it gives
     * up and says so: the server stays, since it tells visitors whom to call, which one that has ended could not.
     */
    public synchronized void keepRunning() {
        if (closed || lock == null || failedStarts >= MOST_STARTS || !isGone()) {
            return;
        }
        LOG.warn("The built-in Redis has ended by itself; it is started again on its data.");
        try {
            run(directory, address);
            failedStarts = 0;
            LOG.info("The built-in Redis serves again.");
        } catch (IOException | RedisMissingException e) {
            failedStarts++;
            LOG.error(
                    "The built-in Redis could not be started again{}: {}",
                    failedStarts < MOST_STARTS ? "" : ", nor will it be: look there, mend it and start Innom anew",
                    e.getMessage());
        }
    }

    /** Stops it, where this process owns it; what it keeps is on the disk then. */
    @Override
    public synchronized void close() {
        closed = true;
        if (lock == null) {
            return;
        }
        // Without a snapshot: the append-only file has everything, and a snapshot would outlive an erasure.
        ask(address, "SHUTDOWN NOSAVE");
        try {
            awaitEnd();
            Files.deleteIfExists(directory.resolve("address"));
            lock.close();
        } catch (IOException e) {
            LOG.warn("The built-in Redis was stopped, but its directory could not be tidied: {}", e.getMessage());
        }
    }

    private static BuiltInRedis owning(Path directory, FileChannel lock) {
        try {
            var left = running(directory);
            if (left != null) {
                LOG.info("Took over the Redis that an earlier run has left on {}.", left);
                return new BuiltInRedis(directory, left, lock);
            }
            return new BuiltInRedis(directory, started(directory), lock);
        } catch (IOException e) {
            throw new RedisMissingException("The built-in Redis could not be started: " + e.getMessage()
                    + ". Look at the data directory (INNOM_DATA_DIR), or point at a Redis of yours (INNOM_REDIS_URL).");
        }
    }

    private static Address started(Path directory) throws IOException {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var address = new Address(freePort(), HexFormat.of().formatHex(bytes));
        var conf = directory.resolve("redis.conf");
        // What was acked is on the disk, also when the power fails; what was erased leaves the file soon.
        writePrivately(conf, """
                bind 127.0.0.1
                port %d
                requirepass %s
                dir "%s"
                appendonly yes
                appendfsync always
                no-appendfsync-on-rewrite no
                auto-aof-rewrite-percentage 20
                auto-aof-rewrite-min-size 1mb
                slowlog-log-slower-than -1
                save ""
                daemonize yes
                pidfile "%s"
                logfile "%s"
                loglevel warning
                maxmemory-policy noeviction
                """.formatted(
                        address.port(),
                        address.password(),
                        directory,
                        directory.resolve("redis.pid"),
                        directory.resolve("redis.log")));
        run(directory, address);
        writePrivately(directory.resolve("address"), address.port() + " " + address.password());
        return address;
    }

    /** Starts it with the configuration that stands in its directory; returns when it answers. */
    private static void run(Path directory, Address address) throws IOException {
        var program = RedisProgram.find(directory);
        var process = new ProcessBuilder(
                        program.toString(), directory.resolve("redis.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        long end = System.nanoTime() + START_WITHIN.toNanos();
        while (System.nanoTime() < end) {
            if (answers(address)) {
                return;
            }
            if (!process.isAlive() && process.exitValue() != 0) {
                break;
            }
            pause();
        }
        throw new IOException("redis-server did not answer; what it says is in " + directory.resolve("redis.log"));
    }

    private static @Nullable Address running(Path directory) {
        var file = directory.resolve("address");
        try {
            if (!Files.exists(file)) {
                return null;
            }
            var parts = Files.readString(file, UTF_8).strip().split(" ");
            var address = new Address(Integer.parseInt(parts[0]), parts[1]);
            return answers(address) ? address : null;
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return null;
        }
    }

    private static boolean answers(Address address) {
        return ask(address, "PING").endsWith("+PONG");
    }

    /** Whether nobody listens there: one that is busy, or stopped for a moment, is not gone. */
    private boolean isGone() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.port()), ASK_WITHIN_MS);
            return false;
        } catch (ConnectException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks in Redis's own inline form: a whole client is too slow a thing to make for a question at start. */
    private static String ask(Address address, String command) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.port()), ASK_WITHIN_MS);
            socket.setSoTimeout(ASK_WITHIN_MS);
            var both = "AUTH " + address.password() + "\r\n" + command + "\r\n";
            socket.getOutputStream().write(both.getBytes(US_ASCII));
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            return in.readLine() + " " + in.readLine();
        } catch (IOException e) {
            return "";
        }
    }

    private void awaitEnd() throws IOException {
        var pidFile = directory.resolve("redis.pid");
        long end = System.nanoTime() + START_WITHIN.toNanos();
        while (Files.exists(pidFile) && !isGone() && System.nanoTime() < end) {
            pause();
        }
    }

    private static Path prepared(Path dataDir) {
        try {
            var directory = dataDir.toAbsolutePath().normalize().resolve("redis");
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            return directory;
        } catch (IOException e) {
            throw new RedisMissingException(
                    "The data directory " + dataDir + " cannot be made or used: " + e.getMessage());
        }
    }

    private static @Nullable FileChannel locked(Path directory) {
        try {
            var channel =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = null;
            try {
                lock = channel.tryLock();
            } catch (OverlappingFileLockException e) {
                // Held by this very process.
            }
            if (lock == null) {
                channel.close();
                return null;
            }
            return channel;
        } catch (IOException e) {
            throw new RedisMissingException("The data directory " + directory + " cannot be locked: " + e.getMessage());
        }
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waiting for another process has no event to wait on; this runs at start and stop only, on the main thread. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The commands that find a program, for {@link RedisProgram}. */
    static List<String> names() {
        return List.of("redis-server", "valkey-server");
    }
}
