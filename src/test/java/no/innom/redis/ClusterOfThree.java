package no.innom.redis;

import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.innom.Eventually;

/** A Cluster of three masters with a replica each. */
final class ClusterOfThree implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MASTERS = 3;
    private static final int KEYS_AT_ONCE = 10;

    private final List<RedisProcess> nodes = new ArrayList<>();

    private ClusterOfThree() {}

    static ClusterOfThree start() {
        var cluster = new ClusterOfThree();
        for (int i = 0; i < 2 * MASTERS; i++) {
            cluster.nodes.add(RedisProcess.start("cluster-enabled yes", "cluster-node-timeout 1500"));
        }
        var first = cluster.nodes.get(0);
        cluster.nodes.forEach(node -> first.ask(redis -> redis.clusterMeet("127.0.0.1", node.port())));
        int share = SlotHash.SLOT_COUNT / MASTERS + 1;
        for (int i = 0; i < MASTERS; i++) {
            int[] slots = IntStream.range(i * share, Math.min((i + 1) * share, SlotHash.SLOT_COUNT))
                    .toArray();
            cluster.nodes.get(i).ask(redis -> redis.clusterAddSlots(slots));
        }
        Eventually.so("every node knows the others", PATIENCE, () -> cluster.nodes.stream()
                .allMatch(node -> node.ask(redis -> redis.clusterInfo()).contains("cluster_known_nodes:6")));
        for (int i = 0; i < MASTERS; i++) {
            var replica = cluster.nodes.get(MASTERS + i);
            var of = id(cluster.nodes.get(i));
            Eventually.so("a replica follows", PATIENCE, () -> obeys(() -> replica.ask(r -> r.clusterReplicate(of))));
        }
        Eventually.so("the Cluster is whole", PATIENCE, () -> cluster.nodes.stream()
                .allMatch(node -> node.ask(redis -> redis.clusterInfo()).contains("cluster_state:ok")));
        Eventually.so("the replicas are in step", PATIENCE, () -> cluster.nodes.stream()
                .skip(MASTERS)
                .allMatch(node -> node.info("replication", "master_link_status").equals("up")));
        return cluster;
    }

    String url() {
        return nodes.stream()
                .limit(MASTERS)
                .map(RedisProcess::address)
                .collect(Collectors.joining(",", "redis://", ""));
    }

    /** Hangs up on everybody who listens to a channel. */
    void cutSubscriptions() {
        nodes.forEach(node -> node.ask(r -> r.clientKill(KillArgs.Builder.typePubsub())));
    }

    RedisProcess any() {
        return nodes.stream().filter(RedisProcess::answers).findFirst().orElseThrow();
    }

    /** The master that has the slot of a hash tag. */
    RedisProcess masterOf(String tag) {
        int slot = SlotHash.getSlot("{" + tag + "}");
        return nodes.stream()
                .filter(RedisProcess::answers)
                .filter(node -> node.info("replication", "role").equals("master"))
                .filter(node -> owns(node, slot))
                .findFirst()
                .orElse(null);
    }

    /** Waits until another than this one has the slot of a hash tag and the Cluster is whole again. */
    void awaitAnotherMaster(RedisProcess than, String tag) {
        Eventually.so("a replica has become master", PATIENCE, () -> {
            var now = masterOf(tag);
            return now != null
                    && now != than
                    && now.ask(redis -> redis.clusterInfo()).contains("cluster_state:ok");
        });
    }

    /** Moves the slot of a hash tag to another master, key by key, as an operator's tools do. */
    void reshard(String tag) {
        int slot = SlotHash.getSlot("{" + tag + "}");
        var from = masterOf(tag);
        var to = nodes.stream()
                .filter(node -> node != from && node.info("replication", "role").equals("master"))
                .findFirst()
                .orElseThrow();
        to.ask(redis -> redis.clusterSetSlotImporting(slot, id(from)));
        from.ask(redis -> redis.clusterSetSlotMigrating(slot, id(to)));
        while (true) {
            var keys = from.ask(redis -> redis.clusterGetKeysInSlot(slot, KEYS_AT_ONCE));
            if (keys.isEmpty()) {
                break;
            }
            from.ask(redis ->
                    redis.migrate("127.0.0.1", to.port(), 0, 2000, io.lettuce.core.MigrateArgs.Builder.keys(keys)));
        }
        to.ask(redis -> redis.clusterSetSlotNode(slot, id(to)));
        from.ask(redis -> redis.clusterSetSlotNode(slot, id(to)));
    }

    private static boolean owns(RedisProcess node, int slot) {
        return node.ask(redis -> redis.clusterNodes())
                .lines()
                .filter(line -> line.contains("myself"))
                .flatMap(line -> java.util.Arrays.stream(line.split(" ")).skip(8))
                .filter(range -> !range.startsWith("["))
                .anyMatch(range -> {
                    var ends = range.split("-");
                    return slot >= Integer.parseInt(ends[0]) && slot <= Integer.parseInt(ends[ends.length - 1]);
                });
    }

    private static boolean obeys(Runnable order) {
        try {
            order.run();
            return true;
        } catch (RedisException e) {
            return false;
        }
    }

    private static String id(RedisProcess node) {
        return node.ask(redis -> redis.clusterMyId());
    }

    @Override
    public void close() {
        nodes.forEach(RedisProcess::close);
    }
}
