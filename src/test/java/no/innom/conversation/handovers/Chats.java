package no.innom.conversation.handovers;

import static no.innom.conversation.handovers.Node.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.innom.chat.ChatId;
import no.innom.chat.Envelope;
import no.innom.risk.Level;

/** The chats of a play, by number: their models, and what the store has of them. */
final class Chats {
    static final int MANY = 3;

    private final Stage stage;
    private final List<ChatId> ids = new ArrayList<>();
    private final List<ModelChat> models = new ArrayList<>();

    /**
     * Begins them. Their names are drawn, and decide where all else is equal: so they are numbered by their names, and
     * a play goes the same way each time.
     */
    Chats(Stage stage) {
        this.stage = stage;
        for (int i = 0; i < MANY; i++) {
            var begun = stage.run(node -> node.sides.visitor().start("nb", null, "", (chat, key) -> {}), stage.node(0));
            ids.add(begun.id());
            models.add(new ModelChat(stage.now()));
        }
        ids.sort(Comparator.comparing(ChatId::value));
    }

    ChatId id(int chat) {
        return ids.get(chat);
    }

    int number(ChatId id) {
        return ids.indexOf(id);
    }

    ModelChat model(int chat) {
        return models.get(chat);
    }

    void become(int chat, ModelChat after) {
        models.set(chat, after);
    }

    IntStream all() {
        return IntStream.range(0, MANY);
    }

    /** Those that wait, in the order in which they are to be taken. */
    List<Integer> waiting() {
        return all().filter(i -> models.get(i).waits())
                .boxed()
                .sorted(Comparator.<Integer, Integer>comparing(i -> gravity(models.get(i)), Comparator.reverseOrder())
                        .thenComparing(i -> models.get(i).spot.since())
                        .thenComparing(i -> ids.get(i).value()))
                .toList();
    }

    /** The level; with each half hour of waiting the next, but never that of a life in danger. */
    private int gravity(ModelChat chat) {
        var ladder = List.of(Level.NONE, Level.WATCH, Level.HIGH);
        if (chat.level == Level.ACUTE) {
            return ladder.size();
        }
        long halfHours = Duration.between(chat.spot.since(), stage.now()).toMinutes() / Node.AGEING.toMinutes();
        return (int) Math.min(ladder.size() - 1L, ladder.indexOf(chat.level) + halfHours);
    }

    /** What a store has of all of them at one time. */
    Found look(Node node) {
        var loads = ids.stream().map(id -> node.chats.load(id, null)).toList();
        var waiting = node.chats.waiting();
        var held = node.chats.held();
        await(Future.all(Future.all(loads), waiting, held));
        var envelopes = new ArrayList<Envelope>();
        loads.forEach(load -> envelopes.add(
                load.result().map(loaded -> loaded.chat().envelope()).orElse(null)));
        return new Found(envelopes, waiting.result(), held.result());
    }

    /** What the store has of one of them, or null. */
    Envelope look(int chat) {
        return await(stage.node(0).chats.load(ids.get(chat), null))
                .map(loaded -> loaded.chat().envelope())
                .orElse(null);
    }

    /**
     * What a store has.
     *
     * @param envelopes by the chats' numbers; null for one that is gone
     */
    record Found(List<Envelope> envelopes, Map<ChatId, Envelope> waiting, Map<ChatId, String> held) {}

    /** Each is in one queue, held by one person, or neither, as its model says. */
    void areInExactlyOnePlace(Found found) {
        var waits = new HashSet<ChatId>();
        var held = new HashMap<ChatId, String>();
        for (int i = 0; i < MANY; i++) {
            var model = models.get(i);
            if (model.waits()) {
                waits.add(ids.get(i));
            } else if (!model.gone && model.holder != null) {
                held.put(ids.get(i), model.holder);
            }
        }
        assertThat(found.waiting().keySet()).as("who waits").isEqualTo(waits);
        assertThat(found.held()).as("who is held").isEqualTo(held);
    }
}
