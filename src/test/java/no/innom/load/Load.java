package no.innom.load;

import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import no.innom.Client;
import no.innom.Server;
import no.innom.chat.MasterKey;
import no.innom.redis.RedisProcess;

/**
 * Measures, and prints. Arguments: idle visitors (10000; 0 measures the talk only), seconds of each rate (10), rates
 * (200,500,2000). After these rates the highest is looked for at which p99 stays under {@value #FAST_ENOUGH_MS} ms.
 */
public final class Load {
    private static final int STAFF = 6;
    /** As many as the staff have room for: no visitor needs to send more frames a second than the server takes. */
    private static final int TALKING = STAFF * 75;

    private static final int FAST_ENOUGH_MS = 50;
    private static final int HIGHEST = 100_000;
    private static final int WARM_UP_SECONDS = 120;
    private static final String PADDING = "x".repeat(60);

    private Load() {}

    public static void main(String[] args) throws Exception {
        int idle = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        int[] rates = Arrays.stream((args.length > 2 ? args[2] : "200,500,2000").split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        if (idle > 0) {
            starts(5);
        }
        innom("innom", idle, seconds, rates);
        try (var redis = plainRedis()) {
            // The bare server keeps what it has acked for a second before it is on the disk; here Innom does so too.
            innom(
                    "innom on the bare one's Redis",
                    0,
                    seconds,
                    rates,
                    "INNOM_REDIS_URL",
                    url(redis),
                    "INNOM_SECRETS_MASTERKEY",
                    MasterKey.draw(new SecureRandom()));
        }
        try (var redis = plainRedis()) {
            bare(idle, seconds, rates, redis);
        }
    }

    /** As one starts it without a thought for what is lost with the power: the append-only file each second. */
    private static RedisProcess plainRedis() {
        return RedisProcess.start("appendonly yes");
    }

    private static String url(RedisProcess redis) {
        return "redis://" + redis.address();
    }

    private static void starts(int times) {
        var took = new long[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            try (var server = Server.start()) {
                took[i] = (System.nanoTime() - begin) / 1_000_000;
            }
        }
        Arrays.sort(took);
        System.out.println("start to ready, built-in Redis, ms: " + Arrays.toString(took));
    }

    private static void innom(String name, int idle, int seconds, int[] rates, String... settings) throws Exception {
        var all = new ArrayList<>(List.of(settings));
        all.addAll(List.of(
                "INNOM_LIMITS_RATE", "100000", "INNOM_LIMITS_BURST", "100000", "INNOM_ESCALATION_STEPS", "PT1H"));
        try (var server = Server.start(all.toArray(String[]::new))) {
            memory(name, server.pid(), server.port(), "/ws/visitor", idle);
            talk(name, server, seconds, rates);
        }
    }

    private static void talk(String name, Server server, int seconds, int[] rates) throws Exception {
        var arrivals = new Swarm.Arrivals();
        var chats = new ConcurrentHashMap<WebSocket, String>();
        var claimed = new CountDownLatch(TALKING);
        try (var swarm = new Swarm(server.port())) {
            for (int i = 0; i < STAFF; i++) {
                int which = i;
                var staff = swarm.one("/ws/staff", cookie(server, i), (ws, frame) -> {
                            var type = frame.getString("type");
                            if (type.equals("waiting")
                                    && Math.floorMod(frame.getString("chat").hashCode(), STAFF) == which) {
                                ws.writeTextMessage(new JsonObject()
                                        .put("type", "claim")
                                        .put("chat", frame.getString("chat"))
                                        .encode());
                            } else if (type.equals("claimed")) {
                                claimed.countDown();
                            } else if (type.equals("message") && "visitor".equals(frame.getString("from"))) {
                                arrivals.arrived(
                                        Long.parseLong(frame.getString("text").split(" ")[0]));
                            }
                        })
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS);
                staff.writeTextMessage(new JsonObject()
                        .put("type", "duty")
                        .put("on", true)
                        .put("capacity", 100)
                        .encode());
            }
            var visitors = swarm.open(TALKING, "/ws/visitor", (ws, frame) -> {
                if (frame.getString("type").equals("welcome")) {
                    chats.put(ws, frame.getString("chat"));
                    ws.writeTextMessage(
                            new JsonObject().put("type", "human").put("id", "h").encode());
                }
            });
            for (var visitor : visitors) {
                visitor.writeTextMessage(new JsonObject().put("type", "start").encode());
                // Staff sockets have a pace too.
                TimeUnit.MILLISECONDS.sleep(10);
            }
            if (!claimed.await(30, TimeUnit.SECONDS)) {
                System.out.println("  not all were claimed: " + claimed.getCount() + " left");
            }
            measure(name, seconds, rates, arrivals, visitors);
        }
    }

    private static void bare(int idle, int seconds, int[] rates, RedisProcess redis) throws Exception {
        int port = freePort();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var server = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        "" + port,
                        url(redis))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            server.inputReader().readLine();
            memory("bare", server.pid(), port, "/visitor", idle);
            var arrivals = new Swarm.Arrivals();
            try (var swarm = new Swarm(port)) {
                swarm.one(
                                "/staff",
                                null,
                                (ws, frame) -> arrivals.arrived(
                                        Long.parseLong(frame.getString("text").split(" ")[0])))
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS);
                measure("bare", seconds, rates, arrivals, swarm.open(TALKING, "/visitor", (ws, frame) -> {}));
            }
        } finally {
            server.destroy();
        }
    }

    private static void measure(
            String name, int seconds, int[] rates, Swarm.Arrivals arrivals, List<WebSocket> visitors)
            throws InterruptedException {
        // As a server that has run for a while: what happens once a second takes its time to be compiled too.
        Swarm.atRate(1500, WARM_UP_SECONDS, n -> send(visitors, "w", n), arrivals);
        for (int rate : rates) {
            var took = Swarm.atRate(rate, seconds, n -> send(visitors, "r" + rate + "-", n), arrivals);
            System.out.printf(
                    "%s, visitor to staff at %d a second, ms: p50 %.2f  p99 %.2f  max %.2f%n",
                    name,
                    rate,
                    took[took.length / 2] / 1e3,
                    took[took.length * 99 / 100] / 1e3,
                    took[took.length - 1] / 1e3);
        }
        highest(name, Math.min(seconds, 5), arrivals, visitors);
    }

    /** A quarter more each time, until they come too late, or not all, twice: once can be the machine's own doing. */
    private static void highest(String name, int seconds, Swarm.Arrivals arrivals, List<WebSocket> visitors)
            throws InterruptedException {
        int best = 0;
        for (int rate = 2000; rate < HIGHEST; rate = rate * 5 / 4) {
            if (!keepsUp(rate, "h", seconds, arrivals, visitors) && !keepsUp(rate, "i", seconds, arrivals, visitors)) {
                break;
            }
            best = rate;
        }
        System.out.printf("%s, highest rate with p99 under %d ms: %d a second%n", name, FAST_ENOUGH_MS, best);
    }

    private static boolean keepsUp(
            int rate, String prefix, int seconds, Swarm.Arrivals arrivals, List<WebSocket> visitors)
            throws InterruptedException {
        var took = Swarm.atRate(rate, seconds, n -> send(visitors, prefix + rate + "-", n), arrivals);
        return took.length == rate * seconds && took[took.length * 99 / 100] / 1000 < FAST_ENOUGH_MS;
    }

    private static void send(List<WebSocket> visitors, String prefix, int n) {
        visitors.get(n % visitors.size())
                .writeTextMessage(new JsonObject()
                        .put("type", "say")
                        .put("chat", Integer.toString(n % visitors.size()))
                        .put("id", prefix + n)
                        .put("text", System.nanoTime() + " " + PADDING)
                        .encode());
    }

    private static void memory(String name, long pid, int port, String path, int idle) throws Exception {
        if (idle == 0) {
            return;
        }
        try (var swarm = new Swarm(port)) {
            swarm.open(50, path, (ws, frame) -> {});
            long before = used(pid);
            swarm.open(idle, path, (ws, frame) -> {});
            long after = used(pid);
            System.out.printf(
                    "%s, %d idle visitors: %.1f KiB of memory each, %d to a GiB%n",
                    name, idle, (after - before) / 1024.0 / idle, (1L << 30) * idle / Math.max(1, after - before));
        }
    }

    /** Live heap after a full collection, and everything outside the heap, in bytes. */
    private static long used(long pid) throws Exception {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        new ProcessBuilder(jcmd, "" + pid, "GC.run").start().waitFor();
        long resident = status(pid, "RssAnon:");
        var heap = new String(new ProcessBuilder(jcmd, "" + pid, "GC.heap_info")
                .start()
                .getInputStream()
                .readAllBytes());
        long usedHeap = number(heap, "used (\\d+)K") * 1024;
        long committed = number(heap, "(?:total|committed) (\\d+)K") * 1024;
        return resident - Math.min(resident, committed) + usedHeap;
    }

    private static long number(String text, String pattern) {
        var matcher = java.util.regex.Pattern.compile(pattern).matcher(text);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private static long status(long pid, String field) throws Exception {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    /** Makes somebody who can be on duty, and logs them in. */
    private static String cookie(Server server, int which) throws Exception {
        var user = "vakt" + which;
        var add = new ProcessBuilder(Server.command("staff", "add", user, "--name", user, "--role", "leder"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        add.environment().putAll(server.settings());
        var adding = add.start();
        try (var in = adding.outputWriter()) {
            in.write("et-langt-passord\n");
        }
        adding.waitFor();
        return Client.cookie(server, user, "et-langt-passord");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
