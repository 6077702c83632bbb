package no.innom.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.innom.conversation.Refusal;
import no.innom.conversation.RefusedException;
import org.jspecify.annotations.Nullable;

/** A frame that came in: a JSON object with a type. Its fields are read and judged here. */
final class Frame {
    /** The longest text, in code points. */
    static final int MOST_TEXT = 4_000;

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final JsonNode json;

    private Frame(JsonNode json) {
        this.json = json;
    }

    /** @throws RefusedException {@code bad_frame} when it is no JSON object with a type that is a string */
    static Frame read(String text) {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException | StackOverflowError e) {
            throw new RefusedException(Refusal.BAD_FRAME);
        }
        if (json == null || !json.isObject() || !json.path("type").isTextual()) {
            throw new RefusedException(Refusal.BAD_FRAME);
        }
        return new Frame(json);
    }

    String type() {
        return json.get("type").textValue();
    }

    /** The sender's id, when there is one that fits. */
    @Nullable String idIfAny() {
        var id = json.path("id").textValue();
        return id != null && ID.matcher(id).matches() ? id : null;
    }

    /** The sender's id; refused when it is missing or does not fit. */
    String id() {
        var id = idIfAny();
        if (id == null) {
            throw bad("id");
        }
        return id;
    }

    /** The text of a message, cleaned; refused when it is no text, blank or too long. */
    String text(String field) {
        var node = json.path(field);
        if (!node.isTextual()) {
            throw bad(field);
        }
        return written(node.textValue(), field);
    }

    /** As {@link #text}, or null when the field is not there. */
    @Nullable String textIfAny(String field) {
        return absent(field) || cleaned(json.path(field).asText()).isEmpty() ? null : text(field);
    }

    /** A short word such as a name, cleaned and trimmed; empty when the field is not there. */
    String shortText(String field, int most) {
        if (absent(field)) {
            return "";
        }
        var node = json.path(field);
        if (!node.isTextual()) {
            throw bad(field);
        }
        var text =
                cleaned(node.textValue()).replace('\n', ' ').replace('\t', ' ').strip();
        if (text.codePointCount(0, text.length()) > most) {
            throw bad(field);
        }
        return text;
    }

    /** A string that is used as it is, or null when the field is not there. */
    @Nullable String wordIfAny(String field) {
        if (absent(field)) {
            return null;
        }
        if (!json.path(field).isTextual()) {
            throw bad(field);
        }
        return json.path(field).textValue();
    }

    String word(String field) {
        var word = wordIfAny(field);
        if (word == null) {
            throw bad(field);
        }
        return word;
    }

    boolean flag(String field, boolean otherwise) {
        if (absent(field)) {
            return otherwise;
        }
        if (!json.path(field).isBoolean()) {
            throw bad(field);
        }
        return json.path(field).booleanValue();
    }

    long number(String field, long otherwise, long least, long most) {
        if (absent(field)) {
            return otherwise;
        }
        var node = json.path(field);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw bad(field);
        }
        long number = node.longValue();
        if (number < least || number > most) {
            throw bad(field);
        }
        return number;
    }

    /** Strings in a list; empty when the field is not there. */
    List<String> words(String field) {
        var words = new ArrayList<String>();
        if (!absent(field)) {
            if (!json.path(field).isArray()) {
                throw bad(field);
            }
            for (var item : json.path(field)) {
                if (!item.isTextual()) {
                    throw bad(field);
                }
                words.add(item.textValue());
            }
        }
        return words;
    }

    /** A string inside an object, if it is there. */
    Optional<String> wordIn(String field, String inner) {
        return Optional.ofNullable(json.path(field).path(inner).textValue());
    }

    /** The value of an answer as plain Java: a string, a number, a list of strings, or null. */
    @Nullable Object value(String field) {
        var node = json.get(field);
        if (node == null) {
            throw bad(field);
        }
        if (node.isNull()) {
            return null;
        }
        if (node.isTextual()) {
            return written(node.textValue(), field);
        }
        if (node.isNumber()) {
            return node.numberValue();
        }
        if (node.isArray()) {
            return words(field);
        }
        throw bad(field);
    }

    /** Drops control characters but newline and tab, and mends lone surrogates. */
    static String cleaned(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                clean.append('\uFFFD');
            } else if (!Character.isISOControl(c) || c == '\n' || c == '\t') {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    private static String written(String raw, String field) {
        var text = cleaned(raw);
        if (text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            throw bad(field);
        }
        if (text.codePointCount(0, text.length()) > MOST_TEXT) {
            throw new RefusedException(Refusal.TOO_LONG);
        }
        return text;
    }

    private boolean absent(String field) {
        return json.path(field).isMissingNode() || json.path(field).isNull();
    }

    static RefusedException bad(String field) {
        return new RefusedException(Refusal.BAD_FIELD, field);
    }
}
