package no.innom.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import no.innom.Eventually;

/** A master with two replicas, and three Sentinels that watch over them. */
final class SentinelGroup implements AutoCloseable {
    private static final String NAME = "innom";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<RedisProcess> servers = new ArrayList<>();
    private final List<RedisProcess> sentinels = new ArrayList<>();
    private RedisProcess master;

    private SentinelGroup() {}

    static SentinelGroup start() {
        var group = new SentinelGroup();
        group.master = RedisProcess.start();
        group.servers.add(group.master);
        for (int i = 0; i < 2; i++) {
            group.servers.add(RedisProcess.start("replicaof 127.0.0.1 " + group.master.port()));
        }
        for (int i = 0; i < 3; i++) {
            group.sentinels.add(RedisProcess.sentinel(
                    "sentinel monitor " + NAME + " 127.0.0.1 " + group.master.port() + " 2",
                    "sentinel down-after-milliseconds " + NAME + " 1000",
                    "sentinel failover-timeout " + NAME + " 6000"));
        }
        Eventually.so("both replicas are in step", PATIENCE, () -> group.replicasInStep() == 2);
        Eventually.so("the Sentinels know everybody", PATIENCE, () -> group.sentinels.stream()
                .allMatch(sentinel -> sentinel.info("sentinel", "master0").endsWith("slaves=2,sentinels=3")));
        return group;
    }

    String url() {
        return sentinels.stream()
                .map(RedisProcess::address)
                .collect(Collectors.joining(",", "redis-sentinel://", "#" + NAME));
    }

    RedisProcess master() {
        return master;
    }

    List<RedisProcess> replicas() {
        return servers.stream().filter(server -> server != master).toList();
    }

    int replicasInStep() {
        var info = master.ask(redis -> redis.info("replication"));
        return (int) info.lines()
                .filter(line -> line.startsWith("slave") && line.contains("state=online"))
                .count();
    }

    /** Waits until one of the others is the master, and takes what is asked of it. */
    RedisProcess awaitNewMaster() {
        var others = replicas();
        Eventually.so("there is a new master", PATIENCE, () -> others.stream()
                .filter(RedisProcess::answers)
                .filter(server -> server.info("replication", "role").equals("master"))
                .peek(server -> master = server)
                .findFirst()
                .isPresent());
        return master;
    }

    @Override
    public void close() {
        sentinels.forEach(RedisProcess::close);
        servers.forEach(RedisProcess::close);
    }
}
