package no.innom.conversation;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import no.innom.chat.Chat;
import no.innom.chat.ChatBus;
import no.innom.chat.ChatEvent;
import no.innom.chat.ChatId;
import no.innom.chat.ChatStore;
import no.innom.chat.Envelope;
import no.innom.chat.Loaded;
import no.innom.chat.Message;
import no.innom.chat.Note;
import no.innom.chat.Saved;
import no.innom.chat.Turn;
import org.jspecify.annotations.Nullable;

/**
 * The store and the bus of a rehearsal: one chat at a time, in memory, gone with the rehearsal. Everything completes at
 * once. For one thread at a time.
 */
final class Stage implements ChatStore, ChatBus {
    /** A rehearsal that goes on for longer is over. */
    private static final int MOST_MESSAGES = 1_000;

    private final List<Message> log = new ArrayList<>();
    private final Map<String, Long> receipts = new HashMap<>();
    private final List<Consumer<ChatEvent>> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Chat chat;
    private @Nullable String socket;

    /** The chat as it stands, once it has begun. */
    @Nullable Chat chat() {
        return chat;
    }

    /** All that was said. */
    List<Message> log() {
        return List.copyOf(log);
    }

    @Override
    public Future<Optional<Loaded>> load(ChatId id, @Nullable String receipt) {
        var here = chat;
        return Future.succeededFuture(
                here == null || !here.id().equals(id)
                        ? Optional.empty()
                        : Optional.of(new Loaded(here, receipt == null ? null : receipts.get(receipt))));
    }

    @Override
    public Future<Saved> save(Turn turn) {
        var here = chat;
        var before = turn.before();
        if (before.rev() == 0) {
            log.clear();
            receipts.clear();
        } else if (here == null || !here.id().equals(before.id()) || log.size() > MOST_MESSAGES) {
            return Future.succeededFuture(new Saved.Gone());
        } else if (here.rev() != before.rev()) {
            return Future.succeededFuture(new Saved.Changed());
        }
        var receipt = turn.receipt();
        if (receipt != null) {
            var already = receipts.putIfAbsent(receipt.field(), receipt.seq());
            if (already != null) {
                return Future.succeededFuture(new Saved.Already(already));
            }
        }
        log.addAll(turn.said());
        var after = turn.after();
        chat = after;
        return Future.succeededFuture(new Saved.Done(after));
    }

    @Override
    public Future<List<Message>> messages(Chat of, long after, int limit) {
        return Future.succeededFuture(log.stream()
                .filter(message -> message.seq() > after)
                .limit(limit)
                .toList());
    }

    @Override
    public Future<Boolean> erase(ChatId id) {
        boolean there = chat != null;
        chat = null;
        log.clear();
        return Future.succeededFuture(there);
    }

    @Override
    public Future<Boolean> visitor(ChatId id, String name, boolean here) {
        boolean changes = here || name.equals(socket);
        socket = here ? name : changes ? null : socket;
        return Future.succeededFuture(changes);
    }

    @Override
    public Future<Optional<String>> visitorSocket(ChatId id) {
        return Future.succeededFuture(Optional.ofNullable(socket));
    }

    @Override
    public Runnable listen(ChatId id, Consumer<ChatEvent> listener) {
        return listenAll(listener);
    }

    @Override
    public Runnable listenAll(Consumer<ChatEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void doubt(ChatId id) {}

    @Override
    public void onDoubt(Runnable listener) {}

    @Override
    public void ring(ChatEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    @Override
    public Future<List<Note>> notes(Chat of) {
        return Future.succeededFuture(List.of());
    }

    @Override
    public Future<Boolean> expire(ChatId id, long rev) {
        return erase(id);
    }

    @Override
    public Future<Map<ChatId, Envelope>> waiting() {
        return Future.succeededFuture(Map.of());
    }

    @Override
    public Future<Map<ChatId, String>> held() {
        return Future.succeededFuture(Map.of());
    }

    @Override
    public Future<Optional<String>> holder(ChatId chat) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Boolean> prolong(ChatId chat, String holder, Instant until) {
        return Future.succeededFuture(false);
    }

    @Override
    public Future<Optional<Map<Integer, Integer>>> underWay(String flow) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<List<Due>> due(Instant now) {
        return Future.succeededFuture(List.of());
    }
}
