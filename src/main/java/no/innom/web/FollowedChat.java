package no.innom.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import no.innom.chat.Chat;
import no.innom.chat.ChatEvent;
import no.innom.chat.ChatId;
import no.innom.chat.ChatStore;
import no.innom.chat.Message;
import no.innom.chat.Status;
import no.innom.conversation.Desk;
import org.jspecify.annotations.Nullable;

/**
 * A chat that a console follows: its talk as it grows, how it stands, whether the visitor is there. For the event loop of
 * the console's socket.
 *
 * <p>Beyond the protocol it sends {@code remind} ({@code chat}, {@code deadline}) to a holder who has left the visitor
 * without an answer: others may come at the deadline.
 */
final class FollowedChat {
    private final StaffSocket socket;
    private final ChatStore store;
    private final ChatId id;
    private final LogFollower log;
    private final Runnable stopListening;
    private boolean here;
    private Status status;
    private @Nullable Instant reminded;
    private boolean stopped;

    /** Begins with the chat as the page has it, or gets it in this same moment. */
    FollowedChat(StaffSocket socket, Backstage back, Desk.Held held) {
        this.socket = socket;
        this.store = back.store();
        var chat = held.chat();
        id = chat.id();
        here = held.here();
        status = chat.envelope().status();
        log = new LogFollower(store, chat.envelope().seq(), socket::full, this::show, this::caughtUp, socket::lost);
        stopListening = back.bus().listen(id, this::hear);
        // Something may have been said since it was read; told after what the page builds the talk of.
        store.load(id, null)
                .onSuccess(found -> found.ifPresent(now -> socket.run(() -> hear(ChatEvent.Changed.now(now.chat())))));
        lookForVisitor();
    }

    /** Who comes and goes at once is heard of in any order; the store knows what is so. */
    private void lookForVisitor() {
        store.visitorSocket(id)
                .onSuccess(is -> socket.run(() -> {
                    if (!stopped && is.isPresent() != here) {
                        here = is.isPresent();
                        socket.send(state());
                    }
                }));
    }

    /** The socket takes more again. */
    void drained() {
        log.drained();
    }

    /** Hears no more of the chat. */
    void stop() {
        stopped = true;
        stopListening.run();
    }

    private void hear(ChatEvent event) {
        if (stopped) {
            return;
        }
        if (event instanceof ChatEvent.Changed changed) {
            log.changed(changed.after(), changed.said());
        } else if (event instanceof ChatEvent.Typing typing && !typing.staff()) {
            socket.send(Wire.frame("typing").put("chat", id.value()));
        } else if (event instanceof ChatEvent.Rewound) {
            socket.close(Goodbye.BEHIND);
        } else if (event instanceof ChatEvent.Visitor) {
            lookForVisitor();
        } else if (event instanceof ChatEvent.Gone) {
            socket.forget(id);
        }
    }

    private void show(Message message) {
        if (stopped) {
            return;
        }
        socket.send(Wire.forStaff(message).put("chat", id.value()));
    }

    private void caughtUp(Chat chat) {
        if (stopped) {
            return;
        }
        var envelope = chat.envelope();
        boolean mayFollow = socket.mayFollow(chat);
        if (envelope.status() != status || !mayFollow) {
            status = envelope.status();
            var holder = envelope.holder();
            socket.send(holder == null ? state() : state().put("by", holder.name()));
        }
        if (!mayFollow) {
            socket.forget(id);
        } else if (socket.isMine(chat)) {
            remind(envelope.reminded());
        }
    }

    private ObjectNode state() {
        return Wire.frame("state")
                .put("chat", id.value())
                .put("status", status.wire())
                .put("visitor", here ? "here" : "away");
    }

    /** Once for each silence. */
    private void remind(@Nullable Instant deadline) {
        if (deadline != null && !deadline.equals(reminded)) {
            socket.send(Wire.frame("remind").put("chat", id.value()).put("deadline", deadline.toString()));
        }
        reminded = deadline;
    }
}
