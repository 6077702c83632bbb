package no.innom.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import no.innom.chat.ChatBus;
import no.innom.chat.ChatStore;
import no.innom.config.Texts;
import no.innom.conversation.Board;
import no.innom.conversation.Conversation;
import no.innom.conversation.Desk;
import no.innom.duty.OnDuty;

/**
 * What the sockets are put before.
 *
 * @param clock the time of day
 * @param nanos a clock that never goes back
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
        MeterRegistry meters) {}
