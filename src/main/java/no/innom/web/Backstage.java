package no.innom.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import no.innom.chat.ChatBus;
import no.innom.chat.ChatId;
import no.innom.chat.ChatStore;
import no.innom.config.Texts;
import no.innom.conversation.Board;
import no.innom.conversation.Conversation;
import no.innom.conversation.Desk;
import no.innom.conversation.Rehearsal;
import no.innom.conversation.Waits;
import no.innom.duty.OnDuty;

/**
 * What the sockets are put before.
 *
 * @param clock the time of day
 * @param nanos a clock that never goes back
 * @param paces how fast each visitor has been sending, kept over a reconnect
 */
record Backstage(
        Conversation visitor,
        Desk desk,
        Board board,
        ChatStore store,
        ChatBus bus,
        OnDuty onDuty,
        Texts texts,
        InstantSource clock,
        LongSupplier nanos,
        MeterRegistry meters,
        Waits waits,
        Cache<ChatId, Pace> paces) {
    private static final int MOST_PACES = 50_000;
    private static final Duration PACES_KEPT = Duration.ofMinutes(1);

    /** The same before a rehearsal: nothing of it reaches the store, the bus or the board of the service. */
    Backstage on(Rehearsal rehearsal) {
        return new Backstage(
                rehearsal.visitor(),
                rehearsal.staff(),
                rehearsal.board(),
                rehearsal.store(),
                rehearsal.bus(),
                rehearsal.onDuty(),
                texts,
                rehearsal.scene().clock(),
                nanos,
                meters,
                rehearsal.waits(),
                paces);
    }

    /** An empty cache of paces, bounded. Who reconnects gains a new burst at most once a minute. */
    static Cache<ChatId, Pace> newPaces() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_PACES)
                .expireAfterAccess(PACES_KEPT)
                .build();
    }
}
