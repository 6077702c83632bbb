package no.innom.chat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import no.innom.risk.Category;
import no.innom.risk.Level;

/** Chats for tests. */
public final class Chats {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final MasterKey MASTER = MasterKey.read(MasterKey.draw(RANDOM));

    private Chats() {}

    /** A new chat with the bot, begun then. */
    public static Chat fresh(Instant begun) {
        return with(envelope(Status.BOT, Level.NONE, null, null, begun));
    }

    /** A chat that is like this. */
    public static Chat with(Envelope envelope) {
        var id = ChatId.draw(RANDOM);
        return new Chat(id, 1, ChatKey.draw(id, RANDOM).hash(), MASTER.newChat(id, RANDOM), envelope, Contents.of(""));
    }

    /** What stands in the clear about a chat that is like this. */
    public static Envelope envelope(Status status, Level level, Category category, Spot spot, Instant begun) {
        return new Envelope(
                status,
                false,
                "nb",
                "temperatur",
                1,
                begun,
                begun,
                0,
                0,
                level,
                category,
                spot,
                null,
                0,
                Map.of(),
                null);
    }
}
