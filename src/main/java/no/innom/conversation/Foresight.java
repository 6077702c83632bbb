package no.innom.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.innom.chat.Chat;
import no.innom.flow.Alarm;
import no.innom.risk.Earlier;
import no.innom.risk.Finding;
import no.innom.risk.Level;

/**
 * Foretells, for a flow's examples, what a text would come to in a real chat: the same scanner, the same queue, each
 * text a few seconds after the one before. Pure and thread-safe.
 *
 * @param queue where a risky message puts its chat
 */
public record Foresight(Guard.Scanner scanner, String queue) implements Alarm {
    private static final Duration APART = Duration.ofSeconds(10);

    @Override
    public Optional<String> queue(List<String> said, boolean fromWatch) {
        var at = Instant.EPOCH;
        var recent = new ArrayList<Earlier>();
        var found = Finding.NOTHING;
        for (var text : said) {
            at = at.plus(APART);
            found = scan(text, at, List.copyOf(recent));
            recent.add(new Earlier(text, at, found.level()));
            if (recent.size() > Chat.MOST_RECENT) {
                recent.remove(0);
            }
        }
        boolean brings = found.level().handsOver() || (fromWatch && found.level() == Level.WATCH);
        return brings ? Optional.of(queue) : Optional.empty();
    }

    /** As in a real chat, what cannot be scanned is left to a person. */
    private Finding scan(String text, Instant at, List<Earlier> recent) {
        try {
            return scanner.scan(text, at, recent);
        } catch (RuntimeException | StackOverflowError e) {
            return new Finding(Level.HIGH, null, List.of(), List.of());
        }
    }
}
