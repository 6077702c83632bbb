package no.innom.chat;

import java.util.ArrayList;
import java.util.List;
import no.innom.risk.Earlier;
import no.innom.risk.Level;

/**
 * A chat at one moment.
 *
 * @param rev grows by one with every change; 0 for one that is not stored yet
 * @param keyHash the hash of the visitor's {@link ChatKey}
 * @param cipher the chat's own key
 * @param recent the visitor's last messages, oldest first, for risk that is spread over several; they stand in the log
 *     and nowhere else, so a chat that was just loaded has none until it has {@link #recalled} them
 */
public record Chat(
        ChatId id,
        long rev,
        String keyHash,
        ChatCipher cipher,
        Envelope envelope,
        Contents contents,
        List<Earlier> recent) {
    /** So many of the visitor's messages are recent. */
    public static final int MOST_RECENT = 5;

    /** Whose recent messages are not known. */
    public Chat(ChatId id, long rev, String keyHash, ChatCipher cipher, Envelope envelope, Contents contents) {
        this(id, rev, keyHash, cipher, envelope, contents, List.of());
    }

    /** The same with the visitor's messages among the last ones of its log. */
    public Chat recalled(List<Message> last) {
        List<Earlier> known = List.of();
        for (var message : last) {
            if (message.from() == From.VISITOR) {
                known = with(known, earlier(message));
            }
        }
        return new Chat(id, rev, keyHash, cipher, envelope, contents, known);
    }

    static Earlier earlier(Message message) {
        var risk = message.risk();
        return new Earlier(message.text(), message.at(), risk == null ? Level.NONE : risk.level());
    }

    /** These and one more, without those that are not recent any more. */
    static List<Earlier> with(List<Earlier> recent, Earlier next) {
        var all = new ArrayList<>(recent.subList(Math.max(0, recent.size() - MOST_RECENT + 1), recent.size()));
        all.add(next);
        return List.copyOf(all);
    }

    /** Names the chat only: nothing of it belongs in a log. */
    @Override
    public String toString() {
        return "Chat[" + id + "]";
    }
}
