package no.innom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import no.innom.chat.Chat;
import no.innom.chat.ChatId;
import no.innom.chat.ChatKey;
import no.innom.chat.Chats;
import no.innom.chat.Clock;
import no.innom.chat.Contents;
import no.innom.chat.Message;
import no.innom.chat.Saved;
import no.innom.chat.Status;
import no.innom.chat.Turn;
import no.innom.risk.Finding;
import no.innom.risk.Level;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A chat in the store is what its turns have made of it, whether they wrote all of it or only what was said. */
class StoredChatIT {
    private static final SecureRandom SECRETS = new SecureRandom();
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @AutoClose
    private final OwnStore store = new OwnStore();

    private int said;

    @Test
    void isReadAsItsTurnsLeftIt() {
        List<Consumer<Turn>> doings = List.of(
                this::say,
                this::say,
                this::say,
                turn -> turn.staff("kari", "Kari", "s" + said++, "Hei!"),
                turn -> turn.note("kari", "Kari", null, "Husk i morgen."),
                turn -> turn.answers(Map.of("spm" + said++, "ja")),
                turn -> turn.unanswered("svar " + said++),
                turn -> turn.raise(Level.WATCH, null),
                turn -> turn.clock(Clock.REMIND, NOW.plusSeconds(said++)),
                turn -> turn.clock(Clock.REMIND, null),
                turn -> turn.hold("kari", "Kari"),
                turn -> turn.status(turn.status() == Status.BOT ? Status.HUMAN : Status.BOT));
        var random = new Random(5);
        var chat = begin();
        for (int i = 0; i < 300; i++) {
            var turn = new Turn(random.nextInt(3) == 0 ? load(chat.id()) : chat, NOW.plusMillis(i));
            for (int n = 1 + random.nextInt(2); n > 0; n--) {
                doings.get(random.nextInt(doings.size())).accept(turn);
            }
            chat = save(turn);

            var read = load(chat.id());
            assertThat(read.rev()).isEqualTo(chat.rev());
            assertThat(read.envelope()).isEqualTo(chat.envelope());
            assertThat(read.contents()).isEqualTo(chat.contents());
        }
        assertThat(await(store.chats.messages(chat, 0, 1000)))
                .extracting(Message::seq)
                .last()
                .isEqualTo(chat.envelope().seq());
    }

    @Test
    void isWrittenAnewOnlyWhereMoreThanWordsCame() {
        var chat = begin();
        var whole = field(chat.id(), "envelope");
        var one = save(new Turn(chat, NOW.plusSeconds(1)), this::say);
        save(new Turn(one, NOW.plusSeconds(2)), this::say);
        assertThat(field(chat.id(), "envelope")).isEqualTo(whole);
        assertThat(field(chat.id(), "rev")).asString().isEqualTo("3");
        save(new Turn(load(chat.id()), NOW.plusSeconds(3)), turn -> turn.raise(Level.WATCH, null));
        assertThat(field(chat.id(), "envelope")).isNotEqualTo(whole);
        assertThat(load(chat.id()).envelope().seq()).isEqualTo(2);
    }

    @Test
    void showsWhoWaitsWithTheirLastWord() {
        var chat = save(new Turn(begin(), NOW), turn -> {
            turn.status(Status.WAITING);
            turn.spot(new no.innom.chat.Spot("samtale", NOW, NOW, 0));
        });
        var now = save(new Turn(chat, NOW.plusSeconds(9)), this::say);
        assertThat(await(store.chats.waiting())).containsEntry(chat.id(), now.envelope());
    }

    private Chat begin() {
        var id = ChatId.draw(SECRETS);
        var fresh = new Chat(
                id,
                0,
                ChatKey.draw(id, SECRETS).hash(),
                store.master.newChat(id, SECRETS),
                Chats.envelope(Status.BOT, Level.NONE, null, null, NOW),
                Contents.of("Lo"));
        return save(new Turn(fresh, NOW), turn -> turn.clock(Clock.RETENTION, NOW.plus(Duration.ofHours(1))));
    }

    private void say(Turn turn) {
        turn.visitor("m" + said++, "hei", Finding.NOTHING);
    }

    private Chat save(Turn turn, Consumer<Turn> what) {
        what.accept(turn);
        return save(turn);
    }

    private Chat save(Turn turn) {
        return ((Saved.Done) await(store.chats.save(turn))).chat();
    }

    private Chat load(ChatId id) {
        return await(store.chats.load(id, null)).orElseThrow().chat();
    }

    private byte[] field(ChatId chat, String name) {
        return await(store.link.ask(r -> r.hget(Keys.chat(chat), name)));
    }

    private static <T> T await(Future<T> future) {
        return future.timeout(10, TimeUnit.SECONDS)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
