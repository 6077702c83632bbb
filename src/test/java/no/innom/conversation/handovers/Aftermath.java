package no.innom.conversation.handovers;

import static no.innom.conversation.handovers.Node.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.innom.chat.ChatStore;
import no.innom.chat.Clock;
import no.innom.chat.Message;
import no.innom.escalation.Card;

/** What must hold when a play is over: on the boards, in what falls due, in the logs, and a day later. */
final class Aftermath {
    static final String AGED = "one that had waited long stood before a graver one";

    private final Stage stage;
    private final Crew crew;
    private final Chats chats;
    private final Map<String, Long> acked;

    /** @param acked which number each message was told to have got, by the sender's own id */
    Aftermath(Stage stage, Crew crew, Chats chats, Map<String, Long> acked) {
        this.stage = stage;
        this.crew = crew;
        this.chats = chats;
        this.acked = acked;
    }

    void leavesNothingBehind() {
        var waiting = chats.waiting();
        for (int i = 1; i < waiting.size(); i++) {
            var next = chats.model(waiting.get(i)).level;
            if (chats.model(waiting.get(i - 1)).level.compareTo(next) < 0) {
                stage.count(AGED);
            }
        }
        var order = waiting.stream().map(i -> chats.id(i).value()).toList();
        for (var node : stage.nodes()) {
            await(node.board.refresh());
            assertThat(node.board.cards().stream().map(Card::chat))
                    .as("the board")
                    .containsExactlyElementsOf(order);
        }
        hasAllClocks();
        chats.all().filter(i -> !chats.model(i).gone).forEach(this::hasEveryAckedMessageOnce);
        isTakenInOrder(order);
        crew.pass(Node.RETENTION);
        chats.all().forEach(this::isForgottenInTime);
    }

    private void hasAllClocks() {
        var clocks = new HashSet<ChatStore.Due>();
        chats.all().filter(i -> !chats.model(i).gone).forEach(i -> {
            for (var clock : Clock.values()) {
                if (chats.model(i).clocks(clock) != null) {
                    clocks.add(new ChatStore.Due(chats.id(i), clock));
                }
            }
        });
        var due = await(stage.node(0).chats.due(stage.now().plus(Duration.ofDays(365))));
        assertThat(due).as("what falls due").containsExactlyInAnyOrderElementsOf(clocks);
    }

    private void isForgottenInTime(int chat) {
        var model = chats.model(chat);
        if (!model.gone && !model.clocks(Clock.RETENTION).isAfter(stage.now())) {
            stage.run(node -> node.sides.clock().sweep(), stage.node(1));
            var due =
                    await(stage.node(0).chats.due(stage.now())).stream().filter(one -> one.clock() == Clock.RETENTION);
            assertThat(due).as("texts that are kept too long").isEmpty();
        }
    }

    private void isTakenInOrder(List<String> order) {
        crew.come(0, 0);
        crew.duty(0, true);
        for (var chat : order) {
            var next = stage.run(
                    node -> node.sides.staff().claim(crew.shiftAt(node, Crew.STAFF.get(0)), null), stage.node(0));
            assertThat(next.chat().id().value()).as("taken next").isEqualTo(chat);
        }
    }

    private void hasEveryAckedMessageOnce(int chat) {
        var loaded = await(stage.node(0).chats.load(chats.id(chat), null)).orElseThrow();
        var log = await(stage.node(0).chats.messages(loaded.chat(), 0, 10_000));
        for (int i = 0; i < log.size(); i++) {
            assertThat(log.get(i).seq()).isEqualTo(i + 1L);
        }
        var ids = log.stream().map(Message::id).filter(Objects::nonNull).toList();
        assertThat(ids).as("nothing twice").doesNotHaveDuplicates();
        assertThat(ids).as("all that was said").hasSameElementsAs(chats.model(chat).receipts);
        for (var message : log) {
            if (message.id() != null) {
                assertThat(message.seq()).isEqualTo(acked.get(message.id()));
            }
        }
    }
}
