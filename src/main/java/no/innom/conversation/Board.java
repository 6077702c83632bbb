package no.innom.conversation;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import no.innom.chat.ChatBus;
import no.innom.chat.ChatEvent;
import no.innom.chat.ChatId;
import no.innom.chat.ChatStore;
import no.innom.chat.Envelope;
import no.innom.escalation.Card;
import no.innom.escalation.Deadlines;
import no.innom.escalation.Order;

/**
 * Who waits, as this node knows it: a mirror of the store's queues, kept fresh by the bus and read anew now and then.
 * It answers at once; whoever takes a chat asks the store.
 */
public final class Board {
    private final ChatStore store;
    private final Order order;
    private final InstantSource clock;
    private final Map<ChatId, Envelope> waiting = new ConcurrentHashMap<>();

    public Board(ChatStore store, ChatBus bus, Order order, InstantSource clock) {
        this.store = store;
        this.order = order;
        this.clock = clock;
        bus.listenAll(this::hear);
    }

    /** Reads all queues anew. */
    public Future<Void> refresh() {
        return store.waiting()
                .onSuccess(now -> {
                    waiting.keySet().retainAll(now.keySet());
                    waiting.putAll(now);
                })
                .mapEmpty();
    }

    /** The cards, in the order in which they should be taken. */
    public List<Card> cards() {
        return waiting.entrySet().stream()
                .sorted(order.at(clock.instant()))
                .map(entry -> Card.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * A chat about which staff have been called.
     *
     * @param step the last step that rang: 0 when risk entered, 1 to 3 for the deadlines missed
     */
    public record Ringing(Card card, int step) {}

    /** The alarms that stand: for who comes later, or has loaded the page anew. */
    public List<Ringing> ringing() {
        return waiting.entrySet().stream()
                .filter(entry -> entry.getValue().atRisk() || step(entry.getValue()) > 0)
                .sorted(order.at(clock.instant()))
                .map(entry -> new Ringing(Card.of(entry.getKey(), entry.getValue()), step(entry.getValue())))
                .toList();
    }

    /** After each such time of waiting a chat counts as one level higher; empty for never. */
    public Optional<Duration> ageing() {
        return Optional.ofNullable(order.ageing());
    }

    /** How many wait before this chat in its queue. */
    public int ahead(ChatId chat, Envelope envelope) {
        var me = Map.entry(chat, envelope);
        var now = order.at(clock.instant());
        return (int) waiting.entrySet().stream()
                .filter(other -> !other.getKey().equals(chat))
                .filter(other -> Objects.equals(queue(other.getValue()), queue(envelope)))
                .filter(other -> now.compare(other, me) < 0)
                .count();
    }

    private void hear(ChatEvent event) {
        if (event instanceof ChatEvent.Changed changed) {
            var envelope = changed.after().envelope();
            if (envelope.waiting()) {
                waiting.put(event.chat(), envelope);
            } else {
                waiting.remove(event.chat());
            }
        } else if (event instanceof ChatEvent.Gone) {
            waiting.remove(event.chat());
        }
    }

    private static int step(Envelope envelope) {
        var spot = envelope.spot();
        return spot == null ? 0 : Math.min(spot.step(), Deadlines.LAST_STEP);
    }

    private static String queue(Envelope envelope) {
        var spot = envelope.spot();
        return spot == null ? "" : spot.queue();
    }
}
