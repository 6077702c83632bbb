package no.innom.chat;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a store of chats must do. Its streams are the truth: whoever missed a ring of the {@link ChatBus} reads here.
 *
 * <p>Every call may be made from an event loop and answers on the caller's. A store that cannot be reached fails the
 * future with {@link StoreAwayException} within two seconds; what was asked for may then have happened or not, and
 * asking again is safe.
 */
public interface ChatStore {
    /**
     * The chat, or empty when there is none. Costs the same time either way.
     *
     * @param receipt a {@link Receipt#field()} to look for, or null
     */
    Future<Optional<Loaded>> load(ChatId chat, @Nullable String receipt);

    /**
     * Commits the turn in one step: messages, notes, receipt, level, place in the queue and clocks, or nothing. When it
     * answers {@link Saved.Done}, all of it is stored.
     */
    Future<Saved> save(Turn turn);

    /** The messages after a number, in order, at most {@code limit}. */
    Future<List<Message>> messages(Chat chat, long after, int limit);

    /** The notes, oldest first. */
    Future<List<Note>> notes(Chat chat);

    /** Destroys the chat's key and every entry about it. Answers whether there was one. */
    Future<Boolean> erase(ChatId chat);

    /**
     * As {@link #erase}, because the retention has ended: listeners hear {@code expired}. Does nothing when somebody has
     * written meanwhile, which begins the retention anew.
     *
     * @param rev the chat's {@link Chat#rev} when its retention was found to be over; 0 when there was no chat
     */
    Future<Boolean> expire(ChatId chat, long rev);

    /** The chats that wait, in no order. */
    Future<Map<ChatId, Envelope>> waiting();

    /** Who holds which chat. */
    Future<Map<ChatId, String>> held();

    /** Who holds this chat. */
    Future<Optional<String>> holder(ChatId chat);

    /**
     * Lets a lease fall due later, while that person holds the chat. It is no change of the chat: nobody is told, and its
     * {@link Clock#LEASE} still says until when it ran at least. Answers whether the person held it.
     */
    Future<Boolean> prolong(ChatId chat, String holder, Instant until);

    /**
     * How many chats that are not over began with a flow, by its version; empty where there are too many to count them
     * one by one. Asked by a person now and then, never for each message.
     */
    Future<Optional<Map<Integer, Integer>>> underWay(String flow);

    /** What has fallen due by now, at most some hundreds at a time; of what cannot be reached now, nothing. */
    Future<List<Due>> due(Instant now);

    /**
     * Says that the visitor's socket is here ({@code true}) or has gone. Answers whether that changed anything: the
     * going of an older socket does not while a newer one is here.
     */
    Future<Boolean> visitor(ChatId chat, String socket, boolean here);

    /** The visitor's socket that came last and has not gone. */
    Future<Optional<String>> visitorSocket(ChatId chat);

    /**
     * Something of a chat has fallen due.
     *
     * @param chat the chat
     * @param clock which of its clocks
     */
    record Due(ChatId chat, Clock clock) {}
}
