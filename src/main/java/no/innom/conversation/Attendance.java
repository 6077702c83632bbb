package no.innom.conversation;

import no.innom.chat.ChatId;
import no.innom.duty.OnDuty;
import no.innom.escalation.Crew;
import no.innom.escalation.Queues;

/**
 * Who is on duty, and has room, as the mirrors of this node know it.
 *
 * @param onDuty the shifts
 * @param board who holds what
 */
public record Attendance(OnDuty onDuty, Board board, Queues queues) implements Crew {
    @Override
    public boolean isThere(String queue) {
        return onDuty.all().stream().anyMatch(shift -> queues.serves(shift, queue));
    }

    @Override
    public boolean hasRoom(String queue, ChatId chat) {
        return onDuty.all().stream()
                .anyMatch(shift -> queues.serves(shift, queue)
                        && board.seats(shift.user(), chat, queues.rules()::weight) < shift.capacity());
    }
}
