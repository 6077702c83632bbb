package no.innom.escalation;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import no.innom.duty.Role;
import no.innom.duty.Shift;
import no.innom.yaml.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The queues that there are, from {@code conf/queues.yaml}.
 *
 * @param all by id
 * @param risk where a risky message puts its chat
 * @param human where the visitor is put who asks for a person
 * @param rules what holds for all of them
 */
public record Queues(Map<String, Queue> all, String risk, String human, Rules rules) {

    /** Reads the file; blocks. Gives null after telling what is wrong. */
    public static @Nullable Queues load(Path conf, Consumer<Problem> problems) {
        return QueuesReader.read(conf.resolve("queues.yaml"), problems);
    }

    /** Whether the person takes chats from the queue now: by their roles, and as they have said themselves. */
    public boolean serves(Shift shift, String queue) {
        return serves(shift.roles(), queue)
                && (shift.queues().isEmpty() || shift.queues().contains(queue));
    }

    /** Whether somebody with these roles takes chats from the queue. An unknown queue is served by all who take chats. */
    public boolean serves(Set<Role> roles, String queue) {
        var found = all.get(queue);
        return found == null
                ? roles.stream().anyMatch(role -> role != Role.EDITOR)
                : roles.stream().anyMatch(found.roles()::contains);
    }
}
