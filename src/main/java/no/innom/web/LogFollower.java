package no.innom.web;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import no.innom.chat.Chat;
import no.innom.chat.ChatStore;
import no.innom.chat.Message;
import org.jspecify.annotations.Nullable;

/**
 * Gives a socket each message of a chat once and in order, whatever it has missed: what the bus brings in step is
 * passed on at once, a gap is read from the store, and a socket that is too slow gets the rest when it has drained.
 * Nothing is buffered here. For one thread, the socket's own.
 */
final class LogFollower {
    private static final int PAGE = 100;

    private final ChatStore store;
    private final BooleanSupplier full;
    private final Consumer<Message> message;
    private final Consumer<Chat> caughtUp;
    private final Consumer<Throwable> failed;
    private long delivered;
    private boolean reading;
    private @Nullable Chat newest;

    /**
     * @param after the number of the last message that the socket has
     * @param full whether the socket takes no more now; {@link #drained} is to be called when it does again
     * @param message takes each message
     * @param caughtUp takes the chat as it is each time everything has been passed on
     * @param failed takes why the store could not be read; nothing more is passed on until the chat changes again
     */
    LogFollower(
            ChatStore store,
            long after,
            BooleanSupplier full,
            Consumer<Message> message,
            Consumer<Chat> caughtUp,
            Consumer<Throwable> failed) {
        this.store = store;
        this.delivered = after;
        this.full = full;
        this.message = message;
        this.caughtUp = caughtUp;
        this.failed = failed;
    }

    /** The chat has changed; {@code said} may begin before or after what the socket has. */
    void changed(Chat chat, List<Message> said) {
        if (newest != null && newest.rev() > chat.rev()) {
            return;
        }
        newest = chat;
        if (!reading) {
            passOn(said);
        }
        goOn();
    }

    /** The socket takes more again. */
    void drained() {
        goOn();
    }

    private void goOn() {
        var chat = newest;
        if (chat == null || reading || full.getAsBoolean()) {
            return;
        }
        if (delivered >= chat.envelope().seq()) {
            caughtUp.accept(chat);
            return;
        }
        reading = true;
        read(chat).onComplete(done -> {
            reading = false;
            if (done.failed()) {
                failed.accept(done.cause());
            } else if (done.result() > 0) {
                goOn();
            }
        });
    }

    private Future<Integer> read(Chat chat) {
        return store.messages(chat, delivered, PAGE).map(page -> {
            passOn(page);
            return page.size();
        });
    }

    private void passOn(List<Message> messages) {
        for (var one : messages) {
            if (one.seq() == delivered + 1 && !full.getAsBoolean()) {
                pass(one);
            }
        }
    }

    private void pass(Message one) {
        delivered = one.seq();
        message.accept(one);
    }
}
