package no.innom.web.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.StringJoiner;
import no.innom.chat.From;
import no.innom.chat.Message;
import no.innom.conversation.RefusedException;
import no.innom.conversation.Rehearsal;
import no.innom.web.Wire;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/flows/ID/try}: plays a text with the answers given, all of it each time. */
record TryFlow(Workbench bench) implements Call.Handler {
    private static final int MOST_ANSWERS = 300;
    private static final int MOST_NICKNAME = 40;
    private static final int MOST_TEXT = 4_000;
    private static final int MOST_NAME = 60;

    @Override
    public Future<?> handle(Call call) {
        var body = call.body();
        var id = call.flow();
        var text = SaveDraft.text(body);
        var language = body.textIfAny("language");
        var nickname = body.wordsIfAny("nickname", MOST_NICKNAME);
        var answers = body.node("answers");
        if (body.has("answers") && (!answers.isArray() || answers.size() > MOST_ANSWERS)) {
            throw RefusedCallException.bad("\"answers\" must be a list of at most " + MOST_ANSWERS + ".");
        }
        boolean open = body.flag("open", true);
        var at = body.localIfAny("at");
        var from = body.textIfAny("from");
        return bench.work(() -> {
                    var scenes = new Scenes(bench);
                    var rehearsal = scenes.begin(scenes.draft(id, text), open, at, from);
                    return play(rehearsal, language, nickname, answers);
                })
                .compose(played -> call.json(200, played));
    }

    private ObjectNode play(Rehearsal rehearsal, @Nullable String language, String nickname, JsonNode answers) {
        var visitor = rehearsal.visitor();
        var begun = visitor.start(language, null, nickname, (chat, key) -> {});
        ObjectNode stopped = null;
        int number = 0;
        for (JsonNode answer : answers) {
            number++;
            var given = give(rehearsal, begun.result().id(), "a" + number, answer);
            if (given.failed()) {
                stopped = Call.object().put("answer", number).put("sentence", why(given.cause()));
                break;
            }
        }
        var body = Call.object();
        var said = body.putArray("said");
        rehearsal.log().forEach(message -> said.add(said(message)));
        body.setAll(standing(bench, rehearsal));
        body.set("stopped", stopped == null ? Wire.JSON.nullNode() : stopped);
        return body;
    }

    private static Future<?> give(Rehearsal rehearsal, no.innom.chat.ChatId chat, String id, JsonNode answer) {
        var visitor = rehearsal.visitor();
        var say = answer.path("say").textValue();
        if (answer.path("human").asBoolean(false)) {
            return visitor.human(chat, id, seq -> {});
        }
        if (say != null) {
            return say.isBlank() || say.length() > MOST_TEXT
                    ? Future.failedFuture(RefusedCallException.bad("A text must have 1 to 4000 characters."))
                    : visitor.say(chat, id, say, seq -> {});
        }
        var step = answer.path("step").textValue();
        if (step == null) {
            return Future.failedFuture(RefusedCallException.bad(
                    "An answer is {\"step\": …, \"value\": …}, {\"say\": …} or {\"human\": true}."));
        }
        var value = Wire.JSON.convertValue(answer.path("value"), Object.class);
        return visitor.answer(chat, id, step, value, seq -> {});
    }

    private static String why(Throwable e) {
        if (e instanceof RefusedException refused) {
            return switch (refused.refusal()) {
                case NOT_EXPECTED -> "Another question is asked by now, or none.";
                case BAD_FIELD -> "The question does not take this answer.";
                default -> "This cannot be said now.";
            };
        }
        return e instanceof RefusedCallException refused ? refused.detail() : "This cannot be said now.";
    }

    private static ObjectNode said(Message message) {
        ObjectNode said = Call.object()
                .put("from", message.from() == From.VISITOR ? "you" : "bot")
                .put("text", message.text());
        if (message.ask() != null) {
            said.set("ask", Wire.JSON.valueToTree(message.ask()));
        }
        if (!message.whom().isEmpty()) {
            said.set("contacts", Wire.JSON.valueToTree(message.whom()));
        }
        var risk = message.risk();
        if (risk != null) {
            said.set("risk", Wire.risk(risk));
        }
        return said;
    }

    /** How a rehearsal stands: where, what is asked, what came of it, and an example that always goes so. */
    static ObjectNode standing(Workbench bench, Rehearsal rehearsal) {
        var standing = rehearsal.standing();
        var body = Call.object();
        body.set("asking", Wire.JSON.valueToTree(standing.asking()));
        body.put("at", standing.at());
        body.set("answers", Wire.JSON.valueToTree(standing.answers()));
        body.set("outcome", outcome(standing));
        body.set("example", example(bench, rehearsal, standing));
        return body;
    }

    private static JsonNode outcome(Rehearsal.Standing standing) {
        if (standing.level() != null) {
            return Call.object().put("risk", standing.level()).put("category", standing.category());
        }
        if (standing.queue() != null) {
            return Call.object().put("handoff", standing.queue());
        }
        return standing.ended() != null ? Call.object().put("end", standing.ended()) : Wire.JSON.nullNode();
    }

    /**
     * Null where an example could not say it: with nobody on duty, from another step, by the button, or where played
     * anew it would not go so.
     */
    private static JsonNode example(Workbench bench, Rehearsal rehearsal, Rehearsal.Standing standing) {
        var scene = rehearsal.scene();
        if (!scene.open() || scene.from() != null) {
            return Wire.JSON.nullNode();
        }
        var expect = Call.object();
        if (standing.queue() != null) {
            expect.put("handoff", standing.queue());
        } else if (standing.ended() != null) {
            expect.put("end", standing.ended());
        } else if (standing.at() != null) {
            expect.put("at", afterDot(standing.at()));
        }
        boolean risky = standing.level() != null;
        if (expect.isEmpty() || (standing.queue() != null && !standing.byFlow() && !risky)) {
            return Wire.JSON.nullNode();
        }
        var answers = Call.object();
        standing.answers().forEach((step, value) -> answers.set(afterDot(step), Wire.JSON.valueToTree(value)));
        if (risky) {
            riskyWords(rehearsal.log(), answers);
        }
        var name = new StringJoiner(", ");
        answers.forEach(value -> name.add(value.isTextual() ? value.textValue() : value.toString()));
        var body = Call.object().put("name", shortened(name.toString())).put("language", standing.language());
        body.set("answers", answers);
        body.set("expect", expect);
        // It has no name of its own before somebody gives it one.
        var played = body.deepCopy().put("name", "try").toString();
        return bench.checks().goesSo(scene.draft(), played) ? body : Wire.JSON.nullNode();
    }

    /** The words that were read as risk, as the answer to the question that was open then; an answer given stays. */
    private static void riskyWords(List<Message> log, ObjectNode answers) {
        String asked = null;
        for (var message : log) {
            var risk = message.risk();
            if (message.from() == From.VISITOR && risk != null && risk.level().handsOver()) {
                if (asked != null && !answers.has(asked)) {
                    answers.put(asked, message.text());
                }
                return;
            }
            var ask = message.ask();
            asked = ask == null ? asked : ask.step();
        }
    }

    /** A step of another flow stands behind that flow's name. */
    private static String afterDot(String step) {
        return step.substring(step.indexOf('.') + 1);
    }

    private static String shortened(String name) {
        var one = name.replace('\n', ' ');
        return one.codePointCount(0, one.length()) <= MOST_NAME
                ? one
                : one.substring(0, one.offsetByCodePoints(0, MOST_NAME)) + "…";
    }
}
