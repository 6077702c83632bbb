package no.innom.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.innom.flow.Ask;
import no.innom.flow.Contact;
import no.innom.flow.FlowState;
import no.innom.risk.Category;
import no.innom.risk.Earlier;
import no.innom.risk.Finding;
import no.innom.risk.Level;
import org.jspecify.annotations.Nullable;

/**
 * A change of one chat, under way: what is said, and what the chat is afterwards. Nothing of it exists until the
 * {@link ChatStore} has committed it, which it does whole or not at all.
 *
 * <p>For one thread, used once.
 */
public final class Turn {
    private final Chat before;
    private final Instant now;
    private final List<Message> said = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final Map<Clock, Instant> clocks = new EnumMap<>(Clock.class);
    private Status status;
    private boolean closing;
    private Instant lastWord;
    private Level level;
    private @Nullable Category category;
    private @Nullable Spot spot;
    private @Nullable Holder holder;
    private long tokens;
    private @Nullable FlowState flow;
    private Map<String, Object> answers;
    private List<Earlier> recent;
    private @Nullable String unanswered;
    private @Nullable Receipt receipt;
    private @Nullable Departure departure;
    private @Nullable Summons summons;
    private int alarm = -1;

    public Turn(Chat before, Instant now) {
        this.before = before;
        this.now = now;
        var envelope = before.envelope();
        clocks.putAll(envelope.clocks());
        status = envelope.status();
        closing = envelope.closing();
        lastWord = envelope.lastWord();
        level = envelope.level();
        category = envelope.category();
        spot = envelope.spot();
        holder = envelope.holder();
        tokens = envelope.tokens();
        summons = envelope.summons();
        flow = before.contents().flow();
        answers = before.contents().answers();
        recent = before.recent();
        unanswered = before.contents().unanswered();
    }

    /** The chat as it was. */
    public Chat before() {
        return before;
    }

    /** When this turn happens. */
    public Instant now() {
        return now;
    }

    /** Appends what the visitor wrote, with what was found in it; the id makes sending it again safe. */
    public Message visitor(String id, String text, Finding risk) {
        receipt = new Receipt(Receipt.visitor(id), nextSeq());
        var found = risk.level() == Level.NONE ? null : risk;
        var message = append(From.VISITOR, text, null, id, null, List.of(), found, now);
        recent = Chat.with(recent, Chat.earlier(message));
        return message;
    }

    /** Appends what the bot says, with the question that it asks and whom it names. */
    public Message bot(String text, @Nullable Ask ask, List<Contact> contacts) {
        return append(From.BOT, text, null, null, ask, contacts, null, now);
    }

    /** Appends what a staff member wrote. */
    public Message staff(String user, String name, String id, String text) {
        receipt = new Receipt(Receipt.staff(user, id), nextSeq());
        return append(From.STAFF, text, name, id, null, List.of(), null, now);
    }

    /** Puts whom to reach beside the message that was appended last. */
    public void contacts(List<Contact> contacts) {
        var last = said.remove(said.size() - 1);
        said.add(new Message(
                last.seq(),
                last.at(),
                last.from(),
                last.text(),
                last.name(),
                last.id(),
                last.ask(),
                contacts,
                last.risk()));
    }

    /** Adds a note, seen by staff only. */
    public void note(String user, String name, @Nullable String id, String text) {
        if (id != null) {
            receipt = new Receipt(Receipt.staff(user, id), 0);
        }
        notes.add(new Note(now, name, text));
    }

    /** Raises the level; it never falls by itself. */
    public void raise(Level to, @Nullable Category what) {
        if (to.compareTo(level) > 0 || (to == level && category == null)) {
            level = to;
            category = what;
        }
    }

    public void status(Status to) {
        status = to;
    }

    public Status status() {
        return status;
    }

    /** Whether the flow that runs from now on is the closing flow. */
    public void closing(boolean is) {
        closing = is;
    }

    public void spot(@Nullable Spot to) {
        spot = to;
    }

    public @Nullable Spot spot() {
        return spot;
    }

    /** Gives the chat to a person, under a new token, or with null takes it back. */
    public void hold(@Nullable String user, String name) {
        holder = user == null ? null : new Holder(user, name, ++tokens);
    }

    public @Nullable Holder holder() {
        return holder;
    }

    /** Where the flow stands from now on; null leaves it. */
    public void flow(@Nullable FlowState state) {
        flow = state;
    }

    /** Keeps these check-in answers for the handover card, beside those of earlier flows. */
    public void answers(Map<String, Object> given) {
        var all = new LinkedHashMap<>(answers);
        all.putAll(given);
        answers = all;
    }

    public @Nullable FlowState flow() {
        return flow;
    }

    public boolean closing() {
        return closing;
    }

    /** The visitor's last messages. */
    public List<Earlier> recent() {
        return recent;
    }

    /** The bot asks about a hint instead of going on; what was said to the flow waits, or with null it does not. */
    public void unanswered(@Nullable String text) {
        unanswered = text;
    }

    public @Nullable String unanswered() {
        return unanswered;
    }

    public Level level() {
        return level;
    }

    /** Sets what falls due, or with null takes it off. */
    public void clock(Clock clock, @Nullable Instant at) {
        if (at == null) {
            clocks.remove(clock);
        } else {
            clocks.put(clock, at);
        }
    }

    /** How it stands with calling the second line from now on. */
    public void summons(@Nullable Summons is) {
        summons = is;
    }

    public @Nullable Summons summons() {
        return summons;
    }

    /** When that falls due as it stands in this turn, or null. */
    public @Nullable Instant clock(Clock clock) {
        return clocks.get(clock);
    }

    /** Says why the chat leaves its queue, for the staff who see it go. */
    public void departs(String why, @Nullable String by) {
        departure = new Departure(why, by);
    }

    /** Rings at staff: 0 when risk enters the queue, 1 to 3 for the deadlines missed. */
    public void alarm(int step) {
        alarm = step;
    }

    /** What is appended, in order. */
    public List<Message> said() {
        return said;
    }

    /** The notes added. */
    public List<Note> notes() {
        return notes;
    }

    /** Under what the sender's id is remembered, if something bore one. */
    public @Nullable Receipt receipt() {
        return receipt;
    }

    /** Why the chat left its queue, if it did. */
    public @Nullable Departure departure() {
        return departure;
    }

    /** The step to ring at staff, or -1. */
    public int alarm() {
        return alarm;
    }

    /**
     * Whether there are only more words: it does not wait, it stands as it stood, as grave as it was, with the same
     * person, and nobody is called.
     */
    public boolean isTalk() {
        var was = before.envelope();
        return !said.isEmpty()
                && alarm < 0
                && departure == null
                && status == was.status()
                && status != Status.WAITING
                && level == was.level()
                && Objects.equals(holder, was.holder());
    }

    /** The chat as it will be. */
    public Chat after() {
        var was = before.envelope();
        var envelope = new Envelope(
                status,
                closing,
                was.language(),
                was.flow(),
                was.version(),
                was.begun(),
                lastWord,
                nextSeq() - 1,
                was.notes() + notes.size(),
                level,
                category,
                spot,
                holder,
                tokens,
                Map.copyOf(clocks),
                summons);
        var contents = new Contents(before.contents().nickname(), flow, answers, unanswered);
        return new Chat(before.id(), before.rev() + 1, before.keyHash(), before.cipher(), envelope, contents, recent);
    }

    private long nextSeq() {
        return before.envelope().seq() + said.size() + 1;
    }

    private Message append(
            From from,
            String text,
            @Nullable String name,
            @Nullable String id,
            @Nullable Ask ask,
            List<Contact> contacts,
            @Nullable Finding risk,
            Instant at) {
        var message = new Message(nextSeq(), at, from, text, name, id, ask, contacts, risk);
        said.add(message);
        lastWord = at;
        return message;
    }
}
