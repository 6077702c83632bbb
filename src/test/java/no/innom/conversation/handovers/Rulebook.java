package no.innom.conversation.handovers;

import java.time.Instant;
import no.innom.chat.Spot;
import no.innom.chat.Status;
import no.innom.risk.Level;

/**
 * What ought to become of a chat when somebody does something: the rules of {@link no.innom.escalation} written down a
 * second time, plainly. Each rule answers as the service would ({@code ok} or the code of a refusal).
 */
final class Rulebook {
    private final Stage stage;
    private final Crew crew;
    private final Standing standing;

    Rulebook(Stage stage, Crew crew) {
        this.stage = stage;
        this.crew = crew;
        this.standing = new Standing(stage, crew);
    }

    String say(ModelChat chat, String id, Level found) {
        if (chat.gone) {
            return "unknown_key";
        }
        if (!chat.receipts.add(id)) {
            return ModelChat.OK;
        }
        chat.lastWord = now();
        boolean rose = found.compareTo(chat.level) > 0;
        chat.level = rose ? found : chat.level;
        if (chat.status == Status.HUMAN) {
            standing.owe(chat);
        } else if (found.handsOver()) {
            standing.stepAside(chat);
            standing.enter(chat, "akutt", rose);
        } else if (chat.status == Status.CLOSED) {
            standing.stepAside(chat);
            standing.enter(chat, "samtale", false);
        } else if (chat.closing) {
            standing.close(chat);
        }
        return ModelChat.OK;
    }

    String human(ModelChat chat, String id) {
        if (chat.gone) {
            return "unknown_key";
        }
        if (!chat.receipts.add(id)) {
            return ModelChat.OK;
        }
        chat.lastWord = now();
        if (chat.status == Status.HUMAN) {
            standing.owe(chat);
        } else {
            standing.stepAside(chat);
            standing.enter(chat, "samtale", false);
        }
        return ModelChat.OK;
    }

    String leave(ModelChat chat) {
        if (chat.gone) {
            return "unknown_key";
        }
        if (chat.status != Status.CLOSED) {
            standing.close(chat);
        }
        return ModelChat.OK;
    }

    String erase(ModelChat chat) {
        chat.gone = true;
        return ModelChat.OK;
    }

    String claim(ModelChat chat, String user) {
        if (chat.gone) {
            return "no_such_chat";
        }
        if (chat.status == Status.HUMAN) {
            return user.equals(chat.holder) ? ModelChat.OK : "taken";
        }
        if (chat.status != Status.WAITING) {
            return "no_such_chat";
        }
        if (!crew.isOn(user) || !crew.serves(user, chat.spot.queue())) {
            return "not_allowed";
        }
        standing.take(chat, user);
        return ModelChat.OK;
    }

    String staffSay(ModelChat chat, String id, String user) {
        if (!chat.gone && chat.receipts.contains(id)) {
            return ModelChat.OK;
        }
        var refused = unlessHolds(chat, user);
        if (refused != null) {
            return refused;
        }
        if (chat.reminded) {
            chat.tried.add("answered after a reminder");
        }
        chat.receipts.add(id);
        chat.lastWord = now();
        standing.oweNothing(chat);
        return ModelChat.OK;
    }

    /** @param queue another one, or null for its own */
    String handOn(ModelChat chat, String user, String queue) {
        var refused = unlessHolds(chat, user);
        if (refused != null) {
            return refused;
        }
        standing.back(chat, queue == null ? chat.spot.queue() : queue);
        chat.lastWord = now();
        return ModelChat.OK;
    }

    String give(ModelChat chat, String user, String other) {
        if (!crew.isOn(other)) {
            return "not_allowed";
        }
        var refused = unlessHolds(chat, user);
        if (refused != null) {
            return refused;
        }
        if (!crew.serves(other, chat.spot.queue())) {
            return "not_allowed";
        }
        // It never stands in the queue between the two: nobody is rung.
        chat.spot = new Spot(chat.spot.queue(), chat.spot.since(), now(), 0);
        standing.take(chat, other);
        return ModelChat.OK;
    }

    String close(ModelChat chat, String user) {
        var refused = unlessHolds(chat, user);
        if (refused != null) {
            return refused;
        }
        standing.letGo(chat);
        chat.status = Status.BOT;
        chat.closing = true;
        chat.closingAt = now().plus(Node.CLOSING);
        chat.lastWord = now();
        return ModelChat.OK;
    }

    private Instant now() {
        return stage.now();
    }

    private static String unlessHolds(ModelChat chat, String user) {
        return chat.gone ? "no_such_chat" : user.equals(chat.holder) ? null : "not_yours";
    }
}
