package no.innom.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import no.innom.chat.Chat;
import no.innom.chat.ChatEvent;
import no.innom.chat.ChatId;
import no.innom.chat.Status;
import no.innom.conversation.Desk;
import no.innom.conversation.Refusal;
import no.innom.conversation.RefusedException;
import no.innom.duty.Role;
import no.innom.duty.Shift;
import no.innom.duty.Staff;
import no.innom.escalation.Mark;
import no.innom.risk.Category;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A staff member's socket: section 3 of {@code protocol.md}. A person can have several; they share duty and chats.
 *
 * <p>Beyond the protocol it sends {@code remind} ({@code chat}, {@code deadline}) to a holder who has left the visitor
 * without an answer: others may come at the deadline.
 */
final class StaffSocket extends Socket {
    private static final Logger LOG = LoggerFactory.getLogger(StaffSocket.class);
    /** Staff are few and known; their pace only keeps a broken page from hurting the others. */
    private static final int RATE = 20;

    private static final int BURST = 40;
    private static final Set<String> STORES =
            Set.of("duty", "claim", "say", "note", "release", "transfer", "close", "watch", "mark");

    private final Backstage back;
    private final Consoles consoles;
    private final Staff staff;
    private final Context context;
    private final Supplier<Future<Boolean>> sessionOpen;
    private final Map<ChatId, LogFollower> following = new ConcurrentHashMap<>();
    private final Map<ChatId, Boolean> here = new HashMap<>();
    private final Map<ChatId, Status> statuses = new HashMap<>();
    private final Set<ChatId> watched = new HashSet<>();
    private final Map<ChatId, Instant> reminded = new HashMap<>();
    private final Set<ChatId> opening = new HashSet<>();
    /** While this socket claims, what comes to the person is shown by the answer to that. */
    private boolean claiming;

    /** @param sessionOpen asks whether the session that it was opened with is still open */
    StaffSocket(
            ServerWebSocket ws,
            Context context,
            Backstage back,
            Consoles consoles,
            Staff staff,
            Supplier<Future<Boolean>> sessionOpen) {
        super(ws, back.texts(), RATE, BURST, back.nanos());
        this.back = back;
        this.consoles = consoles;
        this.staff = staff;
        this.context = context;
        this.sessionOpen = sessionOpen;
        ws.drainHandler(drained -> List.copyOf(following.values()).forEach(LogFollower::drained));
    }

    /** Closes itself when its session is over: logged out, run out, shut out, or with a new password. */
    void checkSession() {
        sessionOpen.get().onSuccess(open -> {
            if (!open) {
                close(Goodbye.LOGGED_OUT);
            }
        });
    }

    String user() {
        return staff.user();
    }

    Staff staff() {
        return staff;
    }

    @Override
    boolean stores(String type) {
        return STORES.contains(type);
    }

    @Override
    Future<?> handle(Frame frame) {
        return switch (frame.type()) {
            case "ping" -> {
                // A page that has heard nothing for a while asks whether anybody is here.
                ok(frame, null);
                yield Future.succeededFuture();
            }
            case "duty" -> duty(frame);
            case "claim" -> claim(frame);
            case "say" -> {
                var id = frame.id();
                var chat = chat(frame);
                yield back.desk().say(shift(), chat, id, frame.text("text"), acknowledge(chat, id));
            }
            case "note" -> {
                var id = frame.id();
                var chat = chat(frame);
                yield back.desk().note(shift(), chat, id, frame.text("text"), acknowledge(chat, id));
            }
            case "typing" -> typing(frame);
            case "release" -> answered(frame, back.desk().release(shift(), chat(frame), frame.textIfAny("note")));
            case "transfer" -> answered(frame, transfer(frame));
            case "close" -> answered(frame, close(frame));
            case "mark" -> answered(frame, mark(frame));
            case "watch" -> watch(frame);
            case "unwatch" -> unwatch(frame);
            default -> throw new RefusedException(Refusal.UNKNOWN_TYPE, frame.type());
        };
    }

    @Override
    void closed() {
        consoles.left(this);
    }

    /** Sends the whole state and begins to follow the chats that the person holds. */
    void begin(ObjectNode board, List<Desk.Held> mine) {
        mine.forEach(this::follow);
        send(board);
    }

    /** Runs on this socket's event loop. */
    void run(Runnable what) {
        context.runOnContext(v -> what.run());
    }

    /** Whether this is to {@link #hear} that: somebody who follows other chats is not woken. Any thread. */
    boolean concerns(ChatEvent event) {
        return following.containsKey(event.chat())
                || (event instanceof ChatEvent.Changed changed && isMine(changed.after()));
    }

    /** Hears what happens in a chat that this person may follow, or held until now. Called on this event loop. */
    void hear(ChatEvent event) {
        var id = event.chat();
        var log = following.get(id);
        if (event instanceof ChatEvent.Changed changed) {
            if (log != null) {
                log.changed(changed.after(), changed.said());
            } else if (isMine(changed.after()) && !claiming && opening.add(id)) {
                open(id, null).onComplete(done -> opening.remove(id));
            }
        } else if (log != null && event instanceof ChatEvent.Typing typing && !typing.staff()) {
            send(Wire.frame("typing").put("chat", id.value()));
        } else if (log != null && event instanceof ChatEvent.Rewound) {
            close(Goodbye.BEHIND);
        } else if (log != null && event instanceof ChatEvent.Visitor visitor) {
            var known = here.put(id, visitor.here());
            if (known != null && known == visitor.here()) {
                return;
            }
            send(Wire.frame("state")
                    .put("chat", id.value())
                    .put("status", statuses.getOrDefault(id, Status.HUMAN).wire())
                    .put("visitor", visitor.here() ? "here" : "away"));
        } else if (event instanceof ChatEvent.Gone) {
            forget(id);
        }
    }

    private Future<?> duty(Frame frame) {
        if (staff.roles().stream().allMatch(role -> role == Role.EDITOR)) {
            throw new RefusedException(Refusal.NOT_ALLOWED);
        }
        boolean on = frame.flag("on", true);
        int capacity = (int) frame.number("capacity", 0, 0, 100);
        return consoles.duty(staff, on, capacity, Set.copyOf(frame.words("queues")))
                .onSuccess(done -> ok(frame, null));
    }

    private Future<?> claim(Frame frame) {
        var wanted = frame.wordIfAny("chat");
        if (wanted != null && !ChatId.fits(wanted)) {
            throw new RefusedException(Refusal.NO_SUCH_CHAT);
        }
        var id = wanted == null ? null : new ChatId(wanted);
        claiming = true;
        return back.desk()
                .claim(shift(), id)
                .onSuccess(held -> show(held, frame.idIfAny()))
                .onComplete(done -> claiming = false);
    }

    private Future<?> typing(Frame frame) {
        var chat = chat(frame);
        if (following.containsKey(chat) && !watched.contains(chat)) {
            back.bus().ring(new ChatEvent.Typing(chat, true));
        }
        return Future.succeededFuture();
    }

    private Future<?> transfer(Frame frame) {
        var chat = chat(frame);
        var note = frame.textIfAny("note");
        var queue = frame.wordIn("to", "queue");
        if (queue.isPresent()) {
            return back.desk().transfer(shift(), chat, queue.get(), note);
        }
        var user = frame.wordIn("to", "staff").orElseThrow(() -> Frame.bad("to"));
        return back.desk().transferTo(shift(), chat, user, note);
    }

    private Future<?> close(Frame frame) {
        var outcome = frame.shortText("outcome", 40);
        return back.desk().close(shift(), chat(frame)).onSuccess(done -> consoles.countOutcome(outcome));
    }

    private Future<?> mark(Frame frame) {
        var as = frame.word("as");
        var category = frame.wordIfAny("category");
        boolean known =
                Arrays.stream(Category.values()).anyMatch(one -> one.wire().equals(category));
        if (!Mark.KINDS.contains(as)) {
            throw Frame.bad("as");
        }
        if (category == null ? as.equals("missed") : !known) {
            throw Frame.bad("category");
        }
        return back.desk()
                .mark(
                        shift(),
                        chat(frame),
                        frame.number("seq", 0, 1, Long.MAX_VALUE),
                        as,
                        category,
                        frame.flag("sentence", false));
    }

    private Future<?> watch(Frame frame) {
        if (!staff.roles().contains(Role.LEDER)) {
            throw new RefusedException(Refusal.NOT_ALLOWED);
        }
        var chat = chat(frame);
        LOG.info("A lead follows a chat.");
        watched.add(chat);
        return open(chat, frame.idIfAny()).onFailure(e -> watched.remove(chat));
    }

    private Future<?> unwatch(Frame frame) {
        var chat = chat(frame);
        if (watched.remove(chat)) {
            forget(chat);
        }
        ok(frame, chat);
        return Future.succeededFuture();
    }

    private Future<?> answered(Frame frame, Future<?> done) {
        return done.onSuccess(v -> ok(frame, new ChatId(frame.word("chat"))));
    }

    private Future<Desk.Held> open(ChatId id, @Nullable String answers) {
        return back.desk().open(id).onSuccess(held -> show(held, answers));
    }

    private void show(Desk.Held held, @Nullable String answers) {
        follow(held);
        send(consoles.held("claimed", held, answers));
    }

    private void follow(Desk.Held held) {
        var id = held.chat().id();
        here.put(id, held.here());
        statuses.put(id, held.chat().envelope().status());
        // The page builds the talk anew, without what it had been told before.
        reminded.remove(id);
        following.put(
                id,
                new LogFollower(
                        back.store(),
                        held.chat().envelope().seq(),
                        this::full,
                        message -> send(Wire.forStaff(message).put("chat", id.value())),
                        this::caughtUp,
                        this::lost));
        // Something may have been said since it was read; told after what the page builds the talk of.
        back.store()
                .load(id, null)
                .onSuccess(found -> found.ifPresent(
                        now -> run(() -> hear(new ChatEvent.Changed(now.chat(), List.of(), null, -1)))));
    }

    private void caughtUp(Chat chat) {
        var id = chat.id();
        boolean mayFollow = isMine(chat) || watched.contains(id);
        var envelope = chat.envelope();
        if (statuses.put(id, envelope.status()) != envelope.status() || !mayFollow) {
            var holder = envelope.holder();
            var state = Wire.frame("state")
                    .put("chat", id.value())
                    .put("status", envelope.status().wire())
                    .put("visitor", here.getOrDefault(id, false) ? "here" : "away");
            send(holder == null ? state : state.put("by", holder.name()));
        }
        if (!mayFollow) {
            forget(id);
        } else if (isMine(chat)) {
            remind(id, envelope.reminded());
        }
    }

    /** Once for each silence: {@code remind} with the chat, and {@code deadline}, when it is offered to others. */
    private void remind(ChatId id, @Nullable Instant deadline) {
        if (deadline == null) {
            reminded.remove(id);
        } else if (!deadline.equals(reminded.put(id, deadline))) {
            send(Wire.frame("remind").put("chat", id.value()).put("deadline", deadline.toString()));
        }
    }

    private void forget(ChatId id) {
        following.remove(id);
        here.remove(id);
        statuses.remove(id);
        watched.remove(id);
        reminded.remove(id);
    }

    private boolean isMine(Chat chat) {
        var holder = chat.envelope().holder();
        return holder != null && holder.user().equals(staff.user());
    }

    private Shift shift() {
        return consoles.shift(staff);
    }

    private static ChatId chat(Frame frame) {
        var id = frame.word("chat");
        if (!ChatId.fits(id)) {
            throw new RefusedException(Refusal.NO_SUCH_CHAT);
        }
        return new ChatId(id);
    }

    private void ok(Frame frame, @Nullable ChatId chat) {
        var ok = Wire.frame("ok");
        var id = frame.idIfAny();
        if (id != null) {
            ok.put("id", id);
        }
        send(chat == null ? ok : ok.put("chat", chat.value()));
    }

    private LongConsumer acknowledge(ChatId chat, String id) {
        return seq -> {
            var ack = Wire.frame("ack").put("chat", chat.value()).put("id", id);
            send(seq == 0 ? ack : ack.put("seq", seq));
        };
    }
}
