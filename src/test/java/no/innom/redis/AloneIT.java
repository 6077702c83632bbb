package no.innom.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import no.innom.chat.Chat;
import no.innom.chat.Chats;
import no.innom.chat.Clock;
import no.innom.chat.Saved;
import no.innom.chat.Turn;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a server knows that there is nobody to ring for, and when there is. */
class AloneIT {
    private static final Instant NOW = Instant.now();
    private static final String END = "end";

    @AutoClose
    private OwnStore store;

    private final LinkedBlockingQueue<String> rung = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() {
        store = new OwnStore();
        store.link.bells().listen(bytes -> rung.add(new String(bytes, UTF_8)));
    }

    @Test
    void ringsUntilItKnows() throws InterruptedException {
        assertThat(store.nodes.alone()).isFalse();
        begin();
        assertThat(heard()).hasSize(1);
    }

    @Test
    void ringsForNobody() throws InterruptedException {
        store.nodes.beat().await();
        assertThat(store.nodes.alone()).isTrue();
        begin();
        assertThat(heard()).isEmpty();
    }

    @Test
    void ringsFromTheFirstBeatAfterAnotherHasCome() throws InterruptedException {
        store.nodes.beat().await();
        new Nodes(store.link, "another").beat().await();
        store.nodes.beat().await();
        assertThat(store.nodes.alone()).isFalse();
        begin();
        assertThat(heard()).hasSize(1);
    }

    @Test
    void saysOnceThatItIsAloneNoLonger() {
        var said = new AtomicInteger();
        store.nodes.onCompany(said::incrementAndGet);
        store.nodes.beat().await();
        assertThat(said).as("alone").hasValue(0);
        new Nodes(store.link, "another").beat().await();
        store.nodes.beat().await();
        store.nodes.beat().await();
        store.nodes.heardAnother();
        assertThat(said).hasValue(1);
    }

    @Test
    void ringsWhenItHasHeardAnother() throws InterruptedException {
        store.nodes.beat().await();
        store.nodes.heardAnother();
        begin();
        assertThat(heard()).hasSize(1);
    }

    private void begin() {
        var like = Chats.fresh(NOW);
        var id = like.id();
        var chat = new Chat(id, 0, like.keyHash(), like.cipher(), like.envelope(), like.contents());
        var turn = new Turn(chat, NOW);
        turn.bot("hei", null, List.of());
        turn.clock(Clock.RETENTION, NOW.plus(Duration.ofHours(1)));
        assertThat(store.chats.save(turn).await()).isInstanceOf(Saved.Done.class);
    }

    /** What was rung up to now. */
    private List<String> heard() throws InterruptedException {
        store.link.ask(r -> r.publish(Keys.BELL, END.getBytes(UTF_8))).await();
        var all = new ArrayList<String>();
        for (var one = next(); !one.equals(END); one = next()) {
            all.add(one);
        }
        return all;
    }

    private String next() throws InterruptedException {
        var one = rung.poll(20, TimeUnit.SECONDS);
        assertThat(one).as("a bell").isNotNull();
        return one;
    }
}
