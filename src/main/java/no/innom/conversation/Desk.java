package no.innom.conversation;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.function.LongConsumer;
import no.innom.chat.Chat;
import no.innom.chat.ChatId;
import no.innom.chat.ChatStore;
import no.innom.chat.From;
import no.innom.chat.Message;
import no.innom.chat.Note;
import no.innom.chat.Receipt;
import no.innom.chat.Turn;
import no.innom.duty.OnDuty;
import no.innom.duty.Role;
import no.innom.duty.Shift;
import no.innom.escalation.Handovers;
import no.innom.escalation.Mark;
import no.innom.escalation.Marks;
import no.innom.escalation.Queue;
import no.innom.escalation.Queues;
import no.innom.risk.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What a staff member can do. Only the holder of a chat may write in it: every change is checked against the holder
 * that the store has at that moment, so a late write by a former holder is refused.
 *
 * <p>Futures fail with {@link RefusedException} or {@link no.innom.chat.StoreAwayException}.
 */
public final class Desk {
    private final Commits commits;
    private final ChatStore store;
    private final Handovers handovers;
    private final Queues queues;
    private final OnDuty onDuty;
    private final Marks marks;
    private final Conversation conversation;
    private final Words words;
    private final Claims claims;

    Desk(Parts parts, Conversation conversation, Words words) {
        this.commits = parts.commits();
        this.store = parts.store();
        this.handovers = parts.handovers();
        this.queues = parts.queues();
        this.onDuty = parts.onDuty();
        this.marks = parts.marks();
        this.conversation = conversation;
        this.words = words;
        this.claims = new Claims(parts);
    }

    /**
     * A chat as its holder sees it.
     *
     * @param here whether the visitor's socket is open
     */
    public record Held(Chat chat, List<Message> log, List<Note> notes, boolean here) {}

    /** Takes that chat, or with null the one that should be taken first of those that the person serves. */
    public Future<Held> claim(Shift shift, @Nullable ChatId wanted) {
        return known(claims.claim(shift, wanted)).compose(this::open).recover(e -> {
            // Taken, and over before it was opened: it waits no longer, so that the next one is another.
            boolean over = e instanceof RefusedException refused && refused.refusal() == Refusal.NO_SUCH_CHAT;
            return over && wanted == null ? claim(shift, null) : Future.failedFuture(e);
        });
    }

    /** The chat with its log and notes, for who holds it or follows it. */
    public Future<Held> open(ChatId id) {
        return store.load(id, null).compose(loaded -> {
            if (loaded.isEmpty()) {
                return refuse(Refusal.NO_SUCH_CHAT);
            }
            var chat = loaded.get().chat();
            var log = conversation.log(chat, 0);
            var notes = store.notes(chat);
            var here = store.visitorSocket(id);
            return Future.all(log, notes, here)
                    .map(all -> new Held(
                            chat, log.result(), notes.result(), here.result().isPresent()));
        });
    }

    /** Writes to the visitor. {@code stored} is called with the message's number before anybody is told. */
    public Future<@Nullable Chat> say(Shift shift, ChatId chat, String id, String text, LongConsumer stored) {
        return change(
                chat,
                Receipt.staff(shift.user(), id),
                turn -> {
                    mustHold(turn, shift);
                    turn.staff(shift.user(), shift.name(), id, text);
                    handovers.hasAnswered(turn);
                },
                stored);
    }

    /** Writes a note that the visitor never sees. */
    public Future<@Nullable Chat> note(Shift shift, ChatId chat, String id, String text, LongConsumer stored) {
        return change(
                chat,
                Receipt.staff(shift.user(), id),
                turn -> {
                    mustHold(turn, shift);
                    turn.note(shift.user(), shift.name(), id, text);
                },
                stored);
    }

    /** Puts the chat back into its queue, with its first waiting time. */
    public Future<@Nullable Chat> release(Shift shift, ChatId chat, @Nullable String note) {
        return handOn(shift, chat, note, handovers::release);
    }

    /** Puts the chat into another queue, with its first waiting time. */
    public Future<@Nullable Chat> transfer(Shift shift, ChatId chat, String queue, @Nullable String note) {
        if (!queues.all().containsKey(queue)) {
            return refuse(Refusal.BAD_FIELD);
        }
        return handOn(shift, chat, note, turn -> handovers.transfer(turn, queue));
    }

    /** Gives the chat to somebody else who is on duty, serves its queue and has room for it. */
    public Future<@Nullable Chat> transferTo(Shift shift, ChatId chat, String user, @Nullable String note) {
        var other = onDuty.of(user);
        if (other == null || !other.on()) {
            return refuse(Refusal.NOT_ALLOWED);
        }
        return known(claims.seat(other, chat, turn -> {
            mustHold(turn, shift);
            claims.mustServe(turn, other);
            leaveNote(turn, shift, note);
            handovers.release(turn);
            handovers.claim(turn, other.user(), other.name());
            turn.alarm(-1);
        }));
    }

    /** Lets go of the chat for good; the closing flow takes over. */
    public Future<@Nullable Chat> close(Shift shift, ChatId chat) {
        return change(chat, turn -> {
            mustHold(turn, shift);
            handovers.letGo(turn);
            turn.bot(words.say(turn, "left-by-person"), null, List.of());
            conversation.close(turn);
        });
    }

    /**
     * Says what the lexicon got wrong in a message of a chat that the person holds, or follows as a lead.
     *
     * @param as one of {@link Mark#KINDS}
     * @param category what was missed, or null for a false alarm
     * @param sentence whether the person confirms that nobody could be known from the message, so that it may be kept
     */
    public Future<Void> mark(Shift shift, ChatId id, long seq, String as, @Nullable String category, boolean sentence) {
        return store.load(id, null).compose(loaded -> {
            if (loaded.isEmpty()) {
                return refuse(Refusal.NO_SUCH_CHAT);
            }
            var chat = loaded.get().chat();
            if (!Claims.isHolder(chat, shift) && !shift.roles().contains(Role.LEDER)) {
                return refuse(Refusal.NOT_YOURS);
            }
            return store.messages(chat, seq - 1, 1).compose(found -> {
                if (found.isEmpty() || found.get(0).seq() != seq || found.get(0).from() != From.VISITOR) {
                    return refuse(Refusal.BAD_FIELD);
                }
                return marks.add(
                        mark(found.get(0), as, category, chat.envelope().language(), sentence));
            });
        });
    }

    /** Whether the person may take chats from the queue now. */
    public boolean serves(Shift shift, String queue) {
        return queues.serves(shift, queue);
    }

    /** The queues that there are, as the file names them. */
    public Collection<Queue> queues() {
        return queues.all().values();
    }

    private Future<@Nullable Chat> handOn(
            Shift shift, ChatId chat, @Nullable String note, java.util.function.Consumer<Turn> where) {
        return change(chat, turn -> {
            mustHold(turn, shift);
            leaveNote(turn, shift, note);
            where.accept(turn);
            turn.bot(words.say(turn, "handed-on"), null, List.of());
        });
    }

    private Future<@Nullable Chat> change(ChatId chat, java.util.function.Consumer<Turn> decide) {
        return change(chat, null, decide, seq -> {});
    }

    private Future<@Nullable Chat> change(
            ChatId chat, @Nullable String receipt, java.util.function.Consumer<Turn> decide, LongConsumer stored) {
        return known(commits.change(chat, receipt, decide, stored));
    }

    /** To staff a chat that is gone is no key that is unknown. */
    private static <T> Future<T> known(Future<T> changed) {
        return changed.recover(e -> e instanceof RefusedException refused && refused.refusal() == Refusal.UNKNOWN_KEY
                ? refuse(Refusal.NO_SUCH_CHAT)
                : Future.failedFuture(e));
    }

    private static void mustHold(Turn turn, Shift shift) {
        var holder = turn.holder();
        if (holder == null || !holder.user().equals(shift.user())) {
            throw new RefusedException(Refusal.NOT_YOURS);
        }
    }

    private static void leaveNote(Turn turn, Shift shift, @Nullable String note) {
        if (note != null && !note.isBlank()) {
            turn.note(shift.user(), shift.name(), null, note);
        }
    }

    private Mark mark(Message message, String as, @Nullable String category, String language, boolean sentence) {
        var risk = message.risk() == null ? Finding.NOTHING : message.risk();
        var found = risk.category() == null ? null : risk.category().wire();
        return new Mark(
                commits.now(),
                as,
                risk.level().wire(),
                category == null ? found : category,
                risk.rules(),
                language,
                sentence ? message.text() : null);
    }

    private static <T> Future<T> refuse(Refusal refusal) {
        return Future.failedFuture(new RefusedException(refusal));
    }
}
