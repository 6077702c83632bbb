package no.innom.conversation;

import java.time.ZoneId;
import java.util.function.Supplier;
import no.innom.chat.ChatBus;
import no.innom.chat.ChatStore;
import no.innom.chat.MasterKey;
import no.innom.config.Settings;
import no.innom.config.Texts;
import no.innom.duty.OnDuty;
import no.innom.escalation.Handovers;
import no.innom.escalation.Marks;
import no.innom.escalation.Queues;
import no.innom.escalation.Seats;
import no.innom.escalation.SecondLine;
import no.innom.flow.Directory;
import no.innom.flow.FlowEngine;
import no.innom.flow.Flows;

/**
 * What the conversation is put together from.
 *
 * @param zone the service's own, which decides which lines are open
 */
public record Parts(
        Commits commits,
        ChatStore store,
        ChatBus bus,
        Guard guard,
        Texts texts,
        MasterKey master,
        Flows flows,
        FlowEngine engine,
        Supplier<Directory> directory,
        Handovers handovers,
        Queues queues,
        OnDuty onDuty,
        Marks marks,
        Seats seats,
        SecondLine secondLine,
        Settings.FlowNames flowNames,
        ZoneId zone) {

    /** The visitor's side, the staff's side and the clock's side, which share one bot. */
    public Sides build() {
        var words = new Words(texts);
        var bot = new Bot(engine, flows, directory, handovers, queues, words, onDuty, zone, flowNames.closed());
        var conversation = new Conversation(this, bot, words);
        return new Sides(conversation, new Desk(this, conversation, words), new DueSweep(this, bot, words));
    }

    /** What others call. */
    public record Sides(Conversation visitor, Desk staff, DueSweep clock) {}
}
