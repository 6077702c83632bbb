package no.innom.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.innom.conversation.Desk;
import no.innom.duty.Shift;
import no.innom.escalation.Card;
import no.innom.flow.Flow;
import org.jspecify.annotations.Nullable;

/**
 * What a console is shown at once: the whole board, a chat with all that was said in it, who is on duty.
 *
 * <p>Beyond the protocol the {@code board} has {@code duty} ({@code on}, {@code capacity}), {@code leaseMs}, {@code
 * ageingMs}, {@code notices}, {@code queues} ({@code queue}, {@code serves}, {@code title} by language) and {@code flows}
 * ({@code flow}, {@code title} by language).
 */
final class BoardFrames {
    private final Backstage back;
    private final Duration lease;
    private final Supplier<List<Notice>> notices;
    private final Supplier<Collection<Flow>> flows;

    /**
     * @param notices what staff must know about the service itself, such as a flow that was left out
     * @param flows those that are live
     */
    BoardFrames(Backstage back, Duration lease, Supplier<List<Notice>> notices, Supplier<Collection<Flow>> flows) {
        this.back = back;
        this.lease = lease;
        this.notices = notices;
        this.flows = flows;
    }

    /** The whole state, for who has just come. */
    ObjectNode board(Shift shift, List<Desk.Held> mine, Set<String> unheardOf) {
        var board = Wire.frame("board");
        board.set("waiting", Wire.JSON.valueToTree(back.board().cards()));
        var array = board.putArray("mine");
        mine.forEach(chat -> array.add(held(null, chat, null)));
        board.set("staff", staff(unheardOf));
        board.putObject("duty").put("on", shift.on()).put("capacity", shift.capacity());
        board.put("leaseMs", lease.toMillis());
        back.board().ageing().ifPresent(ageing -> board.put("ageingMs", ageing.toMillis()));
        tellQueues(board.putArray("queues"), shift);
        tellFlows(board.putArray("flows"));
        tellNotices(board.putArray("notices"));
        return board;
    }

    /** A chat as its holder sees it, as a {@code claimed} frame or as one of the board's. */
    static ObjectNode held(@Nullable String type, Desk.Held chat, @Nullable String answers) {
        var id = chat.chat().id();
        ObjectNode frame = chat.chat().envelope().spot() == null
                ? Wire.JSON.createObjectNode().put("chat", id.value())
                : Wire.JSON.valueToTree(Card.of(id, chat.chat().envelope()));
        if (type != null) {
            frame.put("type", type);
        }
        if (answers != null) {
            frame.put("id", answers);
        }
        frame.put("status", chat.chat().envelope().status().wire()).put("visitor", chat.here() ? "here" : "away");
        frame.put("nickname", chat.chat().contents().nickname());
        var log = frame.putArray("log");
        chat.log().forEach(message -> log.add(Wire.forStaff(message)));
        frame.set("answers", Wire.JSON.valueToTree(chat.chat().contents().answers()));
        frame.set("notes", Wire.JSON.valueToTree(chat.notes()));
        return frame;
    }

    /** Who is on duty, with how many chats; {@code away} those whose console has not been heard of for a while. */
    JsonNode staff(Set<String> unheardOf) {
        var array = Wire.JSON.createArrayNode();
        Map<String, Long> held = back.board().held().values().stream()
                .collect(Collectors.groupingBy(user -> user, Collectors.counting()));
        for (var shift : back.onDuty().all()) {
            long chats = held.getOrDefault(shift.user(), 0L);
            var one = array.addObject().put("user", shift.user()).put("name", shift.name());
            one.set("roles", Wire.JSON.valueToTree(shift.roles()));
            one.put("chats", chats).put("capacity", shift.capacity());
            if (unheardOf.contains(shift.user())) {
                one.put("away", true);
            }
        }
        return array;
    }

    private void tellQueues(ArrayNode all, Shift shift) {
        for (var queue : back.desk().queues()) {
            var one = all.addObject().put("queue", queue.id());
            one.put("serves", back.desk().serves(shift, queue.id()));
            one.set("title", Wire.JSON.valueToTree(queue.title()));
        }
    }

    private void tellFlows(ArrayNode all) {
        for (var flow : flows.get()) {
            var titles = all.addObject().put("flow", flow.id()).putObject("title");
            flow.title().said().forEach((language, text) -> titles.put(language, text.text()));
        }
    }

    private void tellNotices(ArrayNode all) {
        for (var notice : notices.get()) {
            var one = all.addObject().put("text", notice.text());
            notice.difference().forEach(one.withArray("difference")::add);
        }
    }
}
