package no.innom.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import no.innom.Eventually;
import no.innom.chat.Chat;
import no.innom.chat.ChatId;
import no.innom.chat.ChatKey;
import no.innom.chat.Clock;
import no.innom.chat.Contents;
import no.innom.chat.Envelope;
import no.innom.chat.MasterKey;
import no.innom.chat.Saved;
import no.innom.chat.Status;
import no.innom.chat.StoreAwayException;
import no.innom.chat.Turn;
import no.innom.risk.Finding;
import no.innom.risk.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an ack is worth when the master dies before its replica has heard everything. */
class ReplicasIT {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BEFORE = 300;

    private Vertx vertx;
    private RedisProcess master;
    private RedisProcess replica;
    private Line line;
    private RedisLink link;
    private SimpleMeterRegistry meters;
    private Replicas replicas;
    private RedisChats chats;
    private final MasterKey key = MasterKey.read(MasterKey.draw(RANDOM));

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        master = RedisProcess.start();
        line = new Line(vertx, master.port());
        replica = RedisProcess.start("replicaof 127.0.0.1 " + line.port());
        link = RedisLink.open(vertx, "redis://" + master.address());
        meters = new SimpleMeterRegistry();
        replicas = new Replicas(vertx, link, meters);
        chats = new RedisChats(link, replicas, new Nodes(link, "here"), key);
        Eventually.so("the replica is in step", Duration.ofSeconds(20), () -> replica.info(
                        "replication", "master_link_status")
                .equals("up"));
    }

    @AfterEach
    void stop() {
        link.close();
        replica.close();
        master.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void losesNothingThatWasAckedWhenTheMasterDiesAheadOfItsReplica() {
        awaitReplicas(1);
        var ends = ackedWhenTheMasterDies();
        // On a slow machine an ack may have stopped waiting before the master died: those are counted.
        assertThat(ends.lost).isLessThanOrEqualTo(ends.unconfirmed);
        System.out.println("with WAIT: " + ends);
    }

    @Test
    void wouldLoseAcksWithoutWaiting() {
        // Nobody has looked for replicas, so nobody waits: what the waiting is for.
        var ends = ackedWhenTheMasterDies();
        assertThat(ends.lost).isPositive();
        System.out.println("without WAIT: " + ends);
    }

    @Test
    void acksAfterABoundedWaitWhenTheReplicaFallsSilentAndStopsWaitingForIt() {
        awaitReplicas(1);
        var chat = begin();
        line.die();
        double before = unreplicated();
        chat = say(chat, 1);
        assertThat(unreplicated()).isEqualTo(before + 1);
        awaitReplicas(0);
        say(chat, 2);
        assertThat(unreplicated()).as("nobody waits for it any more").isEqualTo(before + 1);
    }

    private double unreplicated() {
        return meters.counter("innom.redis.unreplicated").count();
    }

    private void awaitReplicas(int count) {
        Eventually.so(count + " replicas are in step", Duration.ofSeconds(20), () -> {
            await(replicas.refresh());
            return meters.get("innom.redis.replicas").gauge().value() == count;
        });
    }

    @Test
    void isUnavailableWhereRedisDemandsMoreReplicasThanThereAre() {
        var chat = begin();
        master.ask(redis -> redis.configSet("min-replicas-to-write", "2"));
        var turn = wound(new Turn(chat, Instant.now()));
        turn.visitor("m1", "hei", Finding.NOTHING);
        assertThatThrownBy(() -> await(save(turn))).hasCauseInstanceOf(StoreAwayException.class);
        master.ask(redis -> redis.configSet("min-replicas-to-write", "0"));
        await(save(turn));
    }

    private record Ends(int acked, int lost, int unconfirmed, double ackMicros) {}

    /** Writes while all is well, then while the line to the replica is dead; kills the master; promotes the replica. */
    private Ends ackedWhenTheMasterDies() {
        var chat = begin();
        long begun = System.nanoTime();
        for (int n = 1; n <= BEFORE; n++) {
            chat = say(chat, n);
        }
        var log = Keys.log(chat.id());
        double micros = (System.nanoTime() - begun) / 1e3 / BEFORE;
        line.die();
        // Five who write at once, for as long as the master still lives.
        var writing = new ArrayList<Future<Chat>>();
        var late = List.of(newChat(), newChat(), newChat(), newChat(), newChat());
        late.forEach(turn -> writing.add(save(turn)));
        Eventually.so("the master has them", Duration.ofSeconds(5), () -> late.stream()
                .allMatch(turn -> has(turn.after().id())));
        var acked = writing.stream().filter(Future::succeeded).toList();
        int unconfirmed = (int) meters.counter("innom.redis.unreplicated").count();
        master.kill();
        replica.ask(redis -> redis.replicaofNoOne());
        int there = replica.ask(redis -> redis.xlen(log)).intValue();
        int lost = BEFORE - there;
        for (var one : acked) {
            lost += replica.ask(r -> r.exists(Keys.chat(one.result().id()))) == 1 ? 0 : 1;
        }
        return new Ends(BEFORE + acked.size(), lost, unconfirmed, micros);
    }

    private boolean has(ChatId chat) {
        return await(link.ask(redis -> redis.exists(Keys.chat(chat)))) == 1;
    }

    private Chat begin() {
        return await(save(newChat()));
    }

    private Turn newChat() {
        var id = ChatId.draw(RANDOM);
        var now = Instant.now();
        var envelope = new Envelope(
                Status.BOT,
                false,
                "nb",
                "temperatur",
                1,
                now,
                now,
                0,
                0,
                Level.NONE,
                null,
                null,
                null,
                0,
                java.util.Map.of(),
                null);
        return wound(new Turn(
                new Chat(id, 0, ChatKey.draw(id, RANDOM).hash(), key.newChat(id, RANDOM), envelope, Contents.of("")),
                now));
    }

    private Chat say(Chat chat, int n) {
        var turn = wound(new Turn(chat, Instant.now()));
        turn.visitor("m" + n, "hei " + n, Finding.NOTHING);
        return await(save(turn));
    }

    private static Turn wound(Turn turn) {
        turn.clock(Clock.RETENTION, Instant.now().plus(Duration.ofHours(1)));
        return turn;
    }

    private Future<Chat> save(Turn turn) {
        return chats.save(turn).map(saved -> ((Saved.Done) saved).chat());
    }

    private static <T> T await(Future<T> future) {
        return future.timeout(10, TimeUnit.SECONDS)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
