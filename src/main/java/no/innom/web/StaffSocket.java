package no.innom.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import java.util.Arrays;
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
    private final Map<ChatId, FollowedChat> following = new ConcurrentHashMap<>();
    private final Set<ChatId> watched = new HashSet<>();
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
        ws.drainHandler(drained -> List.copyOf(following.values()).forEach(FollowedChat::drained));
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
        following.values().forEach(FollowedChat::stop);
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

    /** Whether this console does not show that chat. Any thread. */
    boolean lacks(ChatId chat) {
        return !following.containsKey(chat);
    }

    /** The chat has come to the person, by whatever way: shows it, if it is so. Called on this event loop. */
    void take(ChatId id) {
        if (lacks(id) && !claiming && opening.add(id)) {
            back.desk()
                    .open(id)
                    .onSuccess(held -> {
                        if (lacks(id) && isMine(held.chat())) {
                            show(held, null);
                        }
                    })
                    .onComplete(done -> opening.remove(id));
        }
    }

    /** Whether the person may see what is said in a chat that stands so. */
    boolean mayFollow(Chat chat) {
        return isMine(chat) || watched.contains(chat.id());
    }

    boolean isMine(Chat chat) {
        var holder = chat.envelope().holder();
        return holder != null && holder.user().equals(staff.user());
    }

    /** Follows a chat no more. */
    void forget(ChatId id) {
        var followed = following.remove(id);
        if (followed != null) {
            followed.stop();
        }
        watched.remove(id);
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
        send(BoardFrames.held("claimed", held, answers));
    }

    private void follow(Desk.Held held) {
        if (ws.isClosed()) {
            // Nobody would stop it.
            return;
        }
        var before = following.put(held.chat().id(), new FollowedChat(this, back, held));
        if (before != null) {
            before.stop();
        }
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
