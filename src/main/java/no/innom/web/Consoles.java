package no.innom.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import no.innom.chat.ChatId;
import no.innom.chat.Departure;
import no.innom.chat.Envelope;
import no.innom.config.Settings;
import no.innom.conversation.Board;
import no.innom.duty.Role;
import no.innom.duty.Shift;
import no.innom.duty.Staff;
import no.innom.escalation.Card;
import org.jspecify.annotations.Nullable;

/**
 * The staff's sockets of this node: who is told what. The board goes to everybody, an alarm to those whom its step
 * calls, what is written to those who may read it. Safe for any thread.
 */
final class Consoles implements Board.Listener {
    private final Backstage back;
    private final Duration lease;
    private final int capacity;
    private final BoardFrames frames;
    private final Set<StaffSocket> sockets = ConcurrentHashMap.newKeySet();
    private volatile String lastStaff = "";
    private volatile Set<String> unheardOf = Set.of();
    private volatile boolean storeHere = true;

    Consoles(Backstage back, Settings.Duty duty, BoardFrames frames) {
        this.back = back;
        this.lease = duty.lease();
        this.capacity = duty.capacity();
        this.frames = frames;
        back.board().listen(this);
        back.onDuty().onRefresh(() -> {
            staffChanged();
            showWhatIsLacking();
        });
    }

    /** A console has come: it gets the board. */
    Future<Void> came(StaffSocket socket) {
        sockets.add(socket);
        var shift = shift(socket.staff());
        var here = back.onDuty().of(shift.user()) == null
                ? back.onDuty().put(shift)
                : back.onDuty().renew(shift.user(), shift.until());
        return here.compose(v -> back.board().refresh()).compose(v -> {
            var mine = back.board().held().entrySet().stream()
                    .filter(entry -> entry.getValue().equals(socket.user()))
                    .map(entry -> back.desk().open(entry.getKey()).otherwiseEmpty())
                    .toList();
            return Future.join(mine).map(opened -> {
                var open = mine.stream()
                        .map(Future::result)
                        .filter(java.util.Objects::nonNull)
                        .toList();
                socket.run(() -> socket.begin(frames.board(shift, open, unheardOf), open));
                ringAgain(socket);
                return null;
            });
        });
    }

    /** A console has gone: from now the lease runs. */
    void left(StaffSocket socket) {
        sockets.remove(socket);
        if (sockets.stream().noneMatch(other -> other.user().equals(socket.user()))) {
            back.onDuty().renew(socket.user(), until());
        }
    }

    /** Goes on or off duty. */
    Future<Void> duty(Staff staff, boolean on, int wanted, Set<String> queues) {
        var shift = new Shift(
                staff.user(), staff.name(), staff.roles(), on, wanted == 0 ? capacity : wanted, queues, until());
        boolean begins = on && !shift(staff).on();
        return back.onDuty().put(shift).onSuccess(v -> {
            staffChanged();
            if (begins) {
                sockets.stream()
                        .filter(socket -> socket.user().equals(staff.user()))
                        .forEach(this::ringAgain);
            }
        });
    }

    /** The person's shift as it stands; off duty when they have not said otherwise. */
    Shift shift(Staff staff) {
        var known = back.onDuty().of(staff.user());
        var queues = known == null ? Set.<String>of() : known.queues();
        return new Shift(
                staff.user(),
                staff.name(),
                staff.roles(),
                known != null && known.on(),
                known == null ? capacity : known.capacity(),
                queues,
                until());
    }

    /** Called several times within a lease: everybody with a socket here is still here. */
    Future<Void> renew() {
        var users = sockets.stream().map(StaffSocket::user).distinct().toList();
        return Future.join(users.stream()
                        .map(user -> back.onDuty().renew(user, until()))
                        .toList())
                .mapEmpty();
    }

    /** Says to everybody, once at each change, that the store is away or here again: a red band on the page. */
    void tellOfStore(boolean here) {
        if (here != storeHere) {
            storeHere = here;
            all(Wire.frame("service").put("store", here ? "here" : "away"));
        }
    }

    /** Closes the consoles of those whose session is over. */
    void checkSessions() {
        sockets.forEach(StaffSocket::checkSession);
    }

    void tick(int turn) {
        sockets.forEach(socket -> socket.tick(turn));
    }

    void closeAll() {
        sockets.forEach(socket -> socket.close(Goodbye.STOPPING));
    }

    /** Closes the consoles of somebody who has logged out. */
    void loggedOut(String user) {
        sockets.stream()
                .filter(socket -> socket.user().equals(user))
                .forEach(socket -> socket.close(Goodbye.LOGGED_OUT));
    }

    /** These have lost their connection, it seems: their colleagues see it. */
    void unheardOf(Set<String> users) {
        unheardOf = users;
        staffChanged();
    }

    void countOutcome(String outcome) {
        Counter.builder("innom.chats.closed")
                .description("Chats closed by staff")
                .tag("outcome", outcome.matches("[a-z-]{1,20}") ? outcome : "none")
                .register(back.meters())
                .increment();
    }

    @Override
    public void changed(ChatId chat, Envelope now, @Nullable Departure departure, int alarm) {
        if (now.waiting()) {
            ObjectNode card = Wire.JSON.valueToTree(Card.of(chat, now));
            all(card.deepCopy().put("type", "waiting"));
            if (alarm >= 0) {
                alarm(card.put("type", "alarm").put("step", alarm), alarm, now);
            }
        } else if (departure != null) {
            var gone = Wire.frame("gone").put("chat", chat.value()).put("why", departure.why());
            all(departure.by() == null ? gone : gone.put("by", departure.by()));
        }
        var holder = now.holder();
        if (holder != null) {
            show(chat, holder.user());
        }
    }

    @Override
    public void gone(ChatId chat) {
        all(Wire.frame("gone").put("chat", chat.value()).put("why", "erased"));
    }

    @Override
    public void heldChanged() {
        staffChanged();
    }

    /** What could not be read when it came to a person is shown now. */
    private void showWhatIsLacking() {
        var chats = back.board().held().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        sockets.forEach(socket -> chats.getOrDefault(socket.user(), List.of()).stream()
                .filter(socket::lacks)
                .forEach(chat -> socket.run(() -> socket.take(chat))));
    }

    /** Shows a chat on those of its holder's consoles that lack it. */
    private void show(ChatId chat, String user) {
        sockets.stream()
                .filter(socket -> socket.user().equals(user) && socket.lacks(chat))
                .forEach(socket -> socket.run(() -> socket.take(chat)));
    }

    private void alarm(ObjectNode alarm, int step, Envelope waiting) {
        var queue = alarm.path("queue").asText();
        var text = Wire.text(alarm);
        var first = new AtomicBoolean(step == 0);
        sockets.stream()
                .filter(socket -> calls(socket, step, queue))
                .forEach(socket -> socket.run(() -> socket.send(text).onSuccess(sent -> {
                    if (first.getAndSet(false)) {
                        back.waits().alarmed(waiting);
                    }
                })));
    }

    /** Step 0 rings at those on duty who serve the queue, a missed deadline at all on duty and at the leads. */
    private boolean calls(StaffSocket socket, int step, String queue) {
        var shift = shift(socket.staff());
        boolean lead = step >= 2 && shift.roles().contains(Role.LEDER);
        return lead || (shift.on() && (step > 0 || back.desk().serves(shift, queue)));
    }

    /** Who comes, or goes on duty, hears what rings already. */
    private void ringAgain(StaffSocket socket) {
        for (var ringing : back.board().ringing()) {
            if (calls(socket, ringing.step(), ringing.card().queue())) {
                ObjectNode alarm = Wire.JSON.valueToTree(ringing.card());
                socket.run(() -> socket.send(alarm.put("type", "alarm").put("step", ringing.step())));
            }
        }
    }

    private void staffChanged() {
        var frame = Wire.frame("staff");
        frame.set("staff", frames.staff(unheardOf));
        var text = Wire.text(frame);
        if (!text.equals(lastStaff)) {
            lastStaff = text;
            all(frame);
        }
    }

    private java.time.Instant until() {
        return back.clock().instant().plus(lease);
    }

    private void all(ObjectNode frame) {
        sockets.forEach(socket -> socket.run(() -> socket.send(frame)));
    }
}
