package no.innom.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.innom.chat.Chat;
import no.innom.chat.From;
import no.innom.chat.Message;
import no.innom.chat.Status;
import no.innom.flow.Contact;
import no.innom.risk.Finding;
import org.jspecify.annotations.Nullable;

/** What goes out, as JSON: the frames that both sockets share. */
public final class Wire {
    public static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Wire() {}

    static ObjectNode frame(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    static String text(Object json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            // The exception's message could quote what somebody wrote.
            throw new IllegalStateException("a frame cannot be written");
        }
    }

    static ObjectNode ack(String id, long seq) {
        return frame("ack").put("id", id).put("seq", seq);
    }

    static ObjectNode error(String code, String text, @Nullable String id) {
        var error = frame("error").put("code", code).put("text", text);
        if (id != null) {
            error.put("id", id);
        }
        return error;
    }

    static ObjectNode bye(String reason) {
        return frame("bye").put("reason", reason);
    }

    static ObjectNode contacts(List<Contact> contacts) {
        var frame = frame("contacts");
        frame.set("contacts", JSON.valueToTree(contacts));
        return frame;
    }

    /** As the visitor's socket gets it. */
    static ObjectNode forVisitor(Message message) {
        var frame = message(
                message, message.from() == From.VISITOR ? "you" : message.from().wire());
        var id = message.id();
        if (message.from() == From.VISITOR && id != null) {
            frame.put("id", id);
        }
        return frame;
    }

    /** As staff's sockets get it, with what the scanner found. */
    static ObjectNode forStaff(Message message) {
        var frame = message(message, message.from().wire());
        var risk = message.risk();
        if (risk != null) {
            frame.set("risk", risk(risk));
        }
        return frame;
    }

    static ObjectNode state(Chat chat, int ahead, Optional<String> meanwhile) {
        var envelope = chat.envelope();
        var state = frame("state").put("status", envelope.status().wire());
        if (envelope.status() == Status.WAITING) {
            state.put("ahead", ahead);
            meanwhile.ifPresent(title -> state.put("meanwhile", title));
        }
        var holder = envelope.holder();
        if (envelope.status() == Status.HUMAN) {
            state.put(
                    "name",
                    Objects.requireNonNull(holder, "who is held has a holder").name());
        }
        return state;
    }

    private static ObjectNode message(Message message, String from) {
        var frame = frame("message")
                .put("seq", message.seq())
                .put("at", message.at().toString())
                .put("from", from)
                .put("text", message.text());
        if (message.name() != null) {
            frame.put("name", message.name());
        }
        if (message.ask() != null) {
            frame.set("ask", JSON.valueToTree(message.ask()));
        }
        return frame;
    }

    /** What was found in a text. */
    public static ObjectNode risk(Finding finding) {
        var risk = JSON.createObjectNode().put("level", finding.level().wire());
        var category = finding.category();
        if (category != null) {
            risk.put("category", category.wire());
        }
        var spans = risk.putArray("spans");
        finding.spans().forEach(span -> spans.addArray().add(span.start()).add(span.end()));
        return risk;
    }
}
