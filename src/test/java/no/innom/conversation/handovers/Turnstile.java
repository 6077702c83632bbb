package no.innom.conversation.handovers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import no.innom.chat.Chat;
import no.innom.chat.ChatId;
import no.innom.chat.ChatStore;
import no.innom.chat.Envelope;
import no.innom.chat.Loaded;
import no.innom.chat.Message;
import no.innom.chat.Note;
import no.innom.chat.Saved;
import no.innom.chat.StoreAwayException;
import no.innom.chat.Turn;
import no.innom.escalation.SecondLine;

/**
 * Lets a node's calls to the store through one at a time, in the order that the test draws. That makes every
 * interleaving of what several nodes do possible, and each one repeatable. For the test's thread only.
 */
final class Turnstile implements ChatStore {
    private final ChatStore store;
    private final List<Rung> rung;
    private final List<Call<?>> calls = new ArrayList<>();

    /**
     * @param store the real one
     * @param rung takes what is rung at staff, at the moment when the store commits it
     */
    Turnstile(ChatStore store, List<Rung> rung) {
        this.store = store;
        this.rung = rung;
    }

    /** A step that was rung at staff, such as the entry (0) or a missed deadline. */
    record Rung(ChatId chat, int step) {}

    /** What becomes of a call. */
    enum Fate {
        ANSWERED,
        /** It is done, and the answer never comes. */
        ANSWER_LOST,
        /** It never gets there. */
        REFUSED
    }

    /** How many calls wait. */
    int waits() {
        return calls.size();
    }

    /** Lets a waiting call through, and does all that follows from its answer until the next call. */
    void let(int which, Fate fate) {
        calls.remove(which).go(fate);
    }

    /** Does a waiting call without anybody hearing of its answer. */
    void lastWords() {
        calls.remove(calls.size() - 1).unheard();
    }

    /** The node is dead: nobody will ever hear of these. */
    void forget() {
        calls.clear();
    }

    private record Call<T>(Supplier<Future<T>> real, Promise<T> answer) {
        void go(Fate fate) {
            if (fate == Fate.REFUSED) {
                answer.fail(away());
                return;
            }
            T done;
            try {
                done = real.get().toCompletionStage().toCompletableFuture().join();
            } catch (CompletionException e) {
                answer.fail(e.getCause());
                return;
            }
            if (fate == Fate.ANSWER_LOST) {
                answer.fail(away());
            } else {
                answer.complete(done);
            }
        }

        void unheard() {
            real.get()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .exceptionally(e -> null)
                    .join();
        }

        private static StoreAwayException away() {
            return new StoreAwayException(new IllegalStateException("the test has cut the line"));
        }
    }

    /** Lets the calls to the second line through in the same way. */
    SecondLine before(SecondLine line) {
        return new SecondLine() {
            @Override
            public boolean isSetUp() {
                return line.isSetUp();
            }

            @Override
            public Future<Void> call(Call call) {
                return queue(() -> line.call(call));
            }
        };
    }

    private <T> Future<T> queue(Supplier<Future<T>> real) {
        var answer = Promise.<T>promise();
        calls.add(new Call<>(real, answer));
        return answer.future();
    }

    @Override
    public Future<Saved> save(Turn turn) {
        return queue(() -> store.save(turn).onSuccess(saved -> {
            if (saved instanceof Saved.Done && turn.alarm() >= 0) {
                rung.add(new Rung(turn.before().id(), turn.alarm()));
            }
        }));
    }

    @Override
    public Future<Optional<Loaded>> load(ChatId chat, String receipt) {
        return queue(() -> store.load(chat, receipt));
    }

    @Override
    public Future<List<Message>> messages(Chat chat, long after, int limit) {
        return queue(() -> store.messages(chat, after, limit));
    }

    @Override
    public Future<List<Note>> notes(Chat chat) {
        return queue(() -> store.notes(chat));
    }

    @Override
    public Future<Boolean> erase(ChatId chat) {
        return queue(() -> store.erase(chat));
    }

    @Override
    public Future<Boolean> expire(ChatId chat, long rev) {
        return queue(() -> store.expire(chat, rev));
    }

    @Override
    public Future<Map<ChatId, Envelope>> waiting() {
        return queue(store::waiting);
    }

    @Override
    public Future<Optional<Map<Integer, Integer>>> underWay(String flow) {
        return queue(() -> store.underWay(flow));
    }

    @Override
    public Future<Map<ChatId, String>> held() {
        return queue(store::held);
    }

    @Override
    public Future<Optional<String>> holder(ChatId chat) {
        return queue(() -> store.holder(chat));
    }

    @Override
    public Future<Boolean> prolong(ChatId chat, String holder, Instant until) {
        return queue(() -> store.prolong(chat, holder, until));
    }

    @Override
    public Future<List<Due>> due(Instant now) {
        // In an order that does not hang on where the store keeps them, so that a play goes the same way each time.
        return queue(() -> store.due(now).map(due -> due.stream()
                .sorted(Comparator.<Due, String>comparing(one -> one.chat().value())
                        .thenComparing(Due::clock))
                .toList()));
    }

    @Override
    public Future<Boolean> visitor(ChatId chat, String socket, boolean here) {
        return queue(() -> store.visitor(chat, socket, here));
    }

    @Override
    public Future<Optional<String>> visitorSocket(ChatId chat) {
        return queue(() -> store.visitorSocket(chat));
    }
}
