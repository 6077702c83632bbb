package no.innom.conversation;

import java.util.Locale;
import java.util.Set;
import no.innom.chat.Turn;
import no.innom.config.Texts;
import no.innom.risk.Category;
import org.jspecify.annotations.Nullable;

/** Which of the approved texts is said when. Composes nothing. */
final class Words {
    private final Texts texts;

    Words(Texts texts) {
        this.texts = texts;
    }

    /** The text, in the chat's language. */
    String say(Turn turn, String key) {
        return texts.get(turn.before().envelope().language(), key);
    }

    /** What is said when risk has been found: {@code open} when a person is on duty. */
    String handover(Turn turn, @Nullable Category category, boolean again, boolean open) {
        if (again) {
            return say(turn, open ? "handover-again" : "handover-again-closed");
        }
        var about = category == null ? "" : about(category);
        return say(turn, (open ? "handover-open" : "handover-closed") + about);
    }

    /** Whether this is a yes, or not quite a no, to the bot's question about a hint. */
    boolean affirms(Turn turn, String text) {
        var said = text.strip().toLowerCase(Locale.ROOT).replaceAll("[.!,\\s]+$", "");
        var yes = say(turn, "watch-yes").split("\\s*,\\s*");
        return Set.of(yes).contains(said) || startsWithOneOf(said, yes);
    }

    private static boolean startsWithOneOf(String said, String[] words) {
        for (var word : words) {
            if (said.startsWith(word + " ") || said.startsWith(word + ",")) {
                return true;
            }
        }
        return false;
    }

    private static String about(Category category) {
        return switch (category) {
            case OVERDOSE -> "-overdose";
            case VIOLENCE, SEXUAL_ABUSE, THREAT -> "-violence";
            case WORRY_FOR_OTHER -> "-worry";
            case SUICIDE, SELF_HARM, EATING -> "";
        };
    }
}
