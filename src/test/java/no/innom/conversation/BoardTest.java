package no.innom.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import no.innom.chat.Chat;
import no.innom.chat.ChatBus;
import no.innom.chat.ChatCipher;
import no.innom.chat.ChatEvent;
import no.innom.chat.ChatId;
import no.innom.chat.ChatStore;
import no.innom.chat.Contents;
import no.innom.chat.Departure;
import no.innom.chat.Envelope;
import no.innom.chat.Holder;
import no.innom.chat.Loaded;
import no.innom.chat.MasterKey;
import no.innom.chat.Spot;
import no.innom.chat.Status;
import no.innom.escalation.Order;
import no.innom.risk.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the board makes of news that come in any order, and of answers that are older than the news. */
class BoardTest {
    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final ChatId CHAT = new ChatId("0aaaaaaaaaaaaaaaaaaa");
    private static final ChatId OTHER = new ChatId("1aaaaaaaaaaaaaaaaaaa");
    private static final Departure CLAIMED = new Departure("claimed", "Kari");

    private static final ChatCipher CIPHER =
            MasterKey.read(MasterKey.draw(new SecureRandom())).newChat(CHAT, new SecureRandom());

    private final Bell bell = new Bell();
    private final Deque<Promise<Map<ChatId, Envelope>>> readings = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final Map<ChatId, String> heldInStore = new HashMap<>();
    private final Board board = new Board(store(), bell, new Order(null), InstantSource.fixed(NOW));

    BoardTest() {
        board.listen(new Board.Listener() {
            @Override
            public void changed(ChatId chat, Envelope now, @Nullable Departure departure, int alarm) {
                told.add(now.status().wire() + " " + alarm + (departure == null ? "" : " " + departure.why()));
            }

            @Override
            public void gone(ChatId chat) {
                told.add("gone");
            }

            @Override
            public void heldChanged() {
                told.add("held " + board.held().size());
            }
        });
    }

    @Test
    void neverShowsAChatAsWaitingAgainThatWasTakenMeanwhile() {
        bell.ring(1, waiting(), null, 0);
        bell.ring(3, taken(), CLAIMED, -1);
        bell.ring(2, waiting(), null, -1);
        assertThat(told).containsExactly("waiting 0", "human -1 claimed", "held 1");
        assertThat(board.cards()).isEmpty();
        assertThat(board.held()).containsEntry(CHAT, "kari");
    }

    @Test
    void ringsALateAlarmForAChatThatStillWaits() {
        bell.ring(2, waiting(), null, -1);
        bell.ring(1, waiting(), null, 0);
        assertThat(told).containsExactly("waiting -1", "waiting 0");
    }

    @Test
    void ringsNoLateAlarmForAChatThatSomebodyHasTaken() {
        bell.ring(2, taken(), CLAIMED, -1);
        bell.ring(1, waiting(), null, 0);
        assertThat(told).containsExactly("human -1 claimed", "held 1");
    }

    @Test
    void tellsThatAChatHasLeftItsQueueHoweverLateItHearsOfIt() {
        bell.ring(1, waiting(), null, 0);
        bell.ring(3, taken(), null, -1);
        bell.ring(2, taken(), CLAIMED, -1);
        assertThat(told).containsExactly("waiting 0", "human -1", "held 1", "human -1 claimed");
    }

    @Test
    void doesNotTellAHolderThatTheirChatHasLeftBeforeItCameBack() {
        bell.ring(7, taken(), CLAIMED, -1);
        bell.ring(5, envelope(Status.CLOSED, null, null), new Departure("left", null), -1);
        bell.ring(7, taken(), new Departure("left", null), -1);
        assertThat(told).containsExactly("human -1 claimed", "held 1", "human -1");
    }

    @Test
    void learnsHowGraveTheChatsAreThatWereHeldBefore() {
        heldInStore.put(CHAT, "kari");
        board.refresh();
        readings.remove().complete(Map.of());
        assertThat(board.seats("kari", OTHER, level -> level == Level.HIGH ? 2 : 1))
                .isEqualTo(2);
    }

    @Test
    void doesNotBringBackAChatThatIsGone() {
        bell.tell(new ChatEvent.Gone(CHAT, "erased"));
        bell.ring(5, waiting(), null, 1);
        assertThat(board.cards()).isEmpty();
        assertThat(told).containsExactly("gone");
    }

    @Test
    void keepsAChatThatCameWhileTheStoreWasRead() {
        board.refresh();
        bell.ring(1, waiting(), null, 0);
        readings.remove().complete(Map.of());
        assertThat(board.cards()).hasSize(1);
    }

    @Test
    void doesNotBringBackAChatThatWasTakenWhileTheStoreWasRead() {
        bell.ring(1, waiting(), null, 0);
        board.refresh();
        bell.ring(2, taken(), CLAIMED, -1);
        readings.remove().complete(Map.of(CHAT, waiting()));
        assertThat(board.cards()).isEmpty();
    }

    @Test
    void showsWhatItMissedAfterTheNextReading() {
        board.refresh();
        readings.remove().complete(Map.of(CHAT, waiting()));
        assertThat(board.cards()).hasSize(1);
        board.refresh();
        readings.remove().complete(Map.of());
        assertThat(board.cards()).isEmpty();
    }

    @Test
    void countsTheSeatsThatSomebodyHasGivenAway() {
        bell.ring(1, taken(), CLAIMED, -1);
        assertThat(board.seats("kari", OTHER, level -> level == Level.HIGH ? 2 : 1))
                .isEqualTo(2);
        assertThat(board.seats("kari", CHAT, level -> 1))
                .as("as if they had let go of it")
                .isZero();
        assertThat(board.seats("ola", OTHER, level -> 1)).isZero();
        bell.ring(2, waiting(), null, 0);
        assertThat(board.seats("kari", OTHER, level -> 1)).isZero();
    }

    @Test
    void believesAStoreThatHasGoneBack() {
        bell.ring(9, taken(), CLAIMED, -1);
        bell.doubt.run();
        bell.ring(8, waiting(), null, 0);
        assertThat(board.cards()).hasSize(1);
        bell.ring(9, taken(), CLAIMED, -1);
        bell.tell(new ChatEvent.Rewound(CHAT));
        bell.ring(8, waiting(), null, 0);
        assertThat(told).endsWith("waiting 0", "held 0");
    }

    private static Envelope waiting() {
        return envelope(Status.WAITING, new Spot("akutt", NOW, NOW, 0), null);
    }

    private static Envelope taken() {
        return envelope(Status.HUMAN, null, new Holder("kari", "Kari", 1));
    }

    private static Envelope envelope(Status status, @Nullable Spot spot, @Nullable Holder holder) {
        return new Envelope(
                status,
                false,
                "nb",
                "temperatur",
                1,
                NOW,
                NOW,
                0,
                0,
                Level.HIGH,
                null,
                spot,
                holder,
                0,
                Map.of(),
                null);
    }

    private static Chat chat(long rev, Envelope envelope) {
        return new Chat(CHAT, rev, "", CIPHER, envelope, Contents.of(""));
    }

    private ChatStore store() {
        return (ChatStore) Proxy.newProxyInstance(
                ChatStore.class.getClassLoader(), new Class<?>[] {ChatStore.class}, (proxy, method, args) -> {
                    if (method.getName().equals("held")) {
                        return Future.succeededFuture(heldInStore);
                    }
                    if (method.getName().equals("load")) {
                        return Future.succeededFuture(Optional.of(new Loaded(chat(1, taken()), null)));
                    }
                    readings.add(Promise.promise());
                    return readings.getLast().future();
                });
    }

    /** Tells at once. */
    private static final class Bell implements ChatBus {
        private final List<Consumer<ChatEvent>> listeners = new ArrayList<>();
        private Runnable doubt = () -> {};

        void ring(long rev, Envelope envelope, @Nullable Departure departure, int alarm) {
            tell(new ChatEvent.Changed(chat(rev, envelope), List.of(), departure, alarm, false));
        }

        void tell(ChatEvent event) {
            listeners.forEach(listener -> listener.accept(event));
        }

        @Override
        public Runnable listen(ChatId chat, Consumer<ChatEvent> listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Runnable listenAll(Consumer<ChatEvent> listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }

        @Override
        public void doubt(ChatId chat) {}

        @Override
        public void onDoubt(Runnable listener) {
            doubt = listener;
        }

        @Override
        public void ring(ChatEvent event) {
            tell(event);
        }
    }
}
