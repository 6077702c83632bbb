package no.innom.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.http.ServerWebSocket;
import java.util.function.Supplier;
import no.innom.chat.Chat;
import no.innom.config.Settings;

/** A visitor's socket in a rehearsal: it says so, and tells who looks on how it stands after each step. */
final class RehearsalSocket extends VisitorSocket {
    private final Supplier<ObjectNode> standing;

    /** @param standing the frame that tells how it stands */
    RehearsalSocket(
            ServerWebSocket ws,
            Context context,
            Backstage back,
            Settings settings,
            Runnable gone,
            Supplier<ObjectNode> standing) {
        super(ws, context, back, settings, gone);
        this.standing = standing;
    }

    @Override
    ObjectNode welcome(Chat begun, String key, boolean resumed, boolean rewound) {
        return super.welcome(begun, key, resumed, rewound).put("rehearsal", true);
    }

    @Override
    void caughtUp(Chat now) {
        super.caughtUp(now);
        send(standing.get());
    }
}
