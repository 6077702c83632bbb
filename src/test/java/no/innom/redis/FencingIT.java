package no.innom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.XAddArgs;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import no.innom.chat.Chat;
import no.innom.chat.ChatId;
import no.innom.chat.ChatKey;
import no.innom.chat.ChatStore;
import no.innom.chat.Clock;
import no.innom.chat.Contents;
import no.innom.chat.Envelope;
import no.innom.chat.Receipt;
import no.innom.chat.Saved;
import no.innom.chat.Status;
import no.innom.chat.Turn;
import no.innom.duty.Role;
import no.innom.escalation.Handovers;
import no.innom.escalation.Queue;
import no.innom.escalation.Queues;
import no.innom.escalation.Rules;
import no.innom.escalation.Seats;
import no.innom.risk.Finding;
import no.innom.risk.Level;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a slow writer may do to a chat that has passed on meanwhile: nothing. */
class FencingIT {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.now();

    private final Handovers handovers = new Handovers(
            new Queues(
                    Map.of("akutt", new Queue("akutt", Map.of(), Set.of(Role.FAGPERSON), Map.of())),
                    "akutt",
                    "akutt",
                    Rules.PLAIN),
            List.of(Duration.ofSeconds(20)),
            Duration.ofSeconds(30),
            queue -> true);

    @AutoClose
    private OwnStore store;

    private RedisChats chats;

    @BeforeEach
    void open() {
        store = new OwnStore();
        chats = store.chats;
    }

    @Test
    void refusesALateWriteByAFormerHolder() {
        var id = waiting();
        change(id, turn -> handovers.claim(turn, "kari", "Kari"));
        var karis = load(id);
        // Kari's node has read the chat and stands still: a long pause, a slow network.
        var late = new Turn(karis, NOW.plusSeconds(1));
        late.staff("kari", "Kari", "m1", "for sent");
        change(id, handovers::release);
        change(id, turn -> handovers.claim(turn, "ola", "Ola"));

        assertThat(await(chats.save(late))).isInstanceOf(Saved.Changed.class);

        var after = load(id);
        assertThat(await(chats.messages(after, 0, 100))).isEmpty();
        assertThat(after.envelope().holder().user()).isEqualTo("ola");
        assertThat(after.envelope().holder().token())
                .isGreaterThan(karis.envelope().holder().token());
        assertThat(await(chats.held())).containsEntry(id, "ola");
        assertThat(await(chats.waiting())).doesNotContainKey(id);
    }

    @Test
    void refusesALateClaimReleaseOrEraseOfWhatIsGone() {
        var id = waiting();
        var seen = load(id);
        var claims = new Turn(seen, NOW);
        handovers.claim(claims, "kari", "Kari");
        assertThat(await(chats.erase(id))).isTrue();
        assertThat(await(chats.erase(id))).isFalse();
        assertThat(await(chats.save(claims))).isInstanceOf(Saved.Gone.class);
        assertThat(await(chats.held())).isEmpty();
        assertThat(await(chats.waiting())).isEmpty();
        assertThat(await(chats.due(NOW.plus(Duration.ofDays(9))))).isEmpty();
    }

    @Test
    void prolongsALeaseOnlyForWhoHoldsTheChat() {
        var id = waiting();
        change(id, turn -> handovers.claim(turn, "kari", "Kari"));
        var later = NOW.plus(Duration.ofMinutes(2));
        var before = load(id);
        assertThat(await(chats.prolong(id, "ola", later))).isFalse();
        assertThat(leases(NOW.plusSeconds(31))).containsExactly(id);
        assertThat(await(chats.prolong(id, "kari", later))).isTrue();
        assertThat(leases(NOW.plusSeconds(31))).isEmpty();
        assertThat(leases(later)).containsExactly(id);
        assertThat(load(id).rev()).as("the chat is as it was").isEqualTo(before.rev());

        change(id, handovers::release);
        assertThat(await(chats.prolong(id, "kari", later))).isFalse();
        assertThat(leases(later)).isEmpty();
    }

    private List<ChatId> leases(Instant by) {
        return await(chats.due(by)).stream()
                .filter(due -> due.clock() == Clock.LEASE)
                .map(ChatStore.Due::chat)
                .toList();
    }

    @Test
    void seesTheClaimsThatBeganBeforeUntilTheyAreOver() {
        Seats seats = new RedisSeats(store.link);
        var a = ChatId.draw(RANDOM);
        var b = ChatId.draw(RANDOM);
        var first = await(seats.take("kari", a));
        assertThat(first.before()).isEmpty();
        assertThat(await(seats.take("ola", b)).before()).isEmpty();
        var second = await(seats.take("kari", b));
        assertThat(second.before()).containsExactly(a);
        await(seats.giveBack(first));
        await(seats.giveBack(first));
        assertThat(await(seats.take("kari", a)).before()).containsExactly(b);
    }

    @Test
    void leavesNothingOfAWriteThatTheLogRefuses() {
        var id = waiting();
        // As after the store has gone back: the rev is the same, and another has written under it.
        store.link
                .ask(r -> r.xadd(Keys.log(id), new XAddArgs().id("7-0"), "m", new byte[] {1}))
                .await();
        var turn = new Turn(load(id), NOW);
        var said = turn.visitor("late", "hei", Finding.NOTHING);
        assertThat(said.seq()).isLessThan(7);
        assertThat(await(chats.save(turn))).isInstanceOf(Saved.Changed.class);
        assertThat(load(id).rev()).isEqualTo(1);
        assertThat(await(chats.load(id, Receipt.visitor("late"))).orElseThrow().already())
                .as("a receipt for what is not there")
                .isNull();
    }

    private ChatId waiting() {
        var id = ChatId.draw(RANDOM);
        var envelope = new Envelope(
                Status.BOT,
                false,
                "nb",
                "temperatur",
                1,
                NOW,
                NOW,
                0,
                0,
                Level.NONE,
                null,
                null,
                null,
                0,
                Map.of(),
                null);
        var fresh = new Chat(
                id, 0, ChatKey.draw(id, RANDOM).hash(), store.master.newChat(id, RANDOM), envelope, Contents.of(""));
        var turn = new Turn(fresh, NOW);
        turn.clock(Clock.RETENTION, NOW.plus(Duration.ofHours(1)));
        handovers.enter(turn, "akutt");
        assertThat(await(chats.save(turn))).isInstanceOf(Saved.Done.class);
        return id;
    }

    private void change(ChatId id, java.util.function.Consumer<Turn> how) {
        var turn = new Turn(load(id), NOW);
        how.accept(turn);
        assertThat(await(chats.save(turn))).isInstanceOf(Saved.Done.class);
    }

    private Chat load(ChatId id) {
        return await(chats.load(id, null)).orElseThrow().chat();
    }

    private static <T> T await(Future<T> future) {
        return future.timeout(10, TimeUnit.SECONDS)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
