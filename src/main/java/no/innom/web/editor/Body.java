package no.innom.web.editor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import no.innom.web.Wire;
import org.jspecify.annotations.Nullable;

/** The JSON object that a call came with. Its fields are read and judged here; what does not fit is told by name. */
final class Body {
    private static final ObjectReader JSON = Wire.JSON.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode json;

    private Body(JsonNode json) {
        this.json = json;
    }

    /** An empty body counts as an empty object. */
    static Body of(RoutingContext ctx) {
        var bytes = ctx.body().buffer();
        if (bytes == null || bytes.length() == 0) {
            return new Body(Wire.JSON.createObjectNode());
        }
        JsonNode json;
        try {
            json = JSON.readTree(bytes.toString());
        } catch (JsonProcessingException | StackOverflowError e) {
            throw RefusedCallException.bad("The body is no JSON.");
        }
        if (!json.isObject()) {
            throw RefusedCallException.bad("The body must be a JSON object: {…}.");
        }
        return new Body(json);
    }

    JsonNode node(String field) {
        return json.path(field);
    }

    boolean has(String field) {
        return !json.path(field).isMissingNode() && !json.path(field).isNull();
    }

    /** A text as it is, which may be empty. */
    String text(String field) {
        var text = textIfAny(field);
        if (text == null) {
            throw RefusedCallException.bad("The field \"" + field + "\" is missing. It must be a text.");
        }
        return text;
    }

    @Nullable String textIfAny(String field) {
        if (!has(field)) {
            return null;
        }
        if (!json.path(field).isTextual()) {
            throw RefusedCallException.bad("The field \"" + field + "\" must be a text.");
        }
        return json.path(field).textValue();
    }

    /** A text for people: not blank, without control characters, of at most so many characters. */
    String words(String field, int most) {
        var words = wordsIfAny(field, most);
        if (words.isEmpty()) {
            throw RefusedCallException.bad("The field \"" + field + "\" is missing. Write something there.");
        }
        return words;
    }

    /** As {@link #words}, or empty. */
    String wordsIfAny(String field, int most) {
        var text = textIfAny(field);
        var words = text == null
                ? ""
                : text.codePoints()
                        .filter(c -> !Character.isISOControl(c) || c == '\n')
                        .map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .strip();
        if (words.codePointCount(0, words.length()) > most) {
            throw RefusedCallException.bad("The field \"" + field + "\" may have " + most + " characters at most.");
        }
        return words;
    }

    boolean flag(String field, boolean otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        if (!json.path(field).isBoolean()) {
            throw RefusedCallException.bad("The field \"" + field + "\" must be true or false.");
        }
        return json.path(field).booleanValue();
    }

    long number(String field, long otherwise, long least, long most) {
        if (!has(field)) {
            return otherwise;
        }
        var node = json.path(field);
        if (!node.isIntegralNumber()
                || !node.canConvertToLong()
                || node.longValue() < least
                || node.longValue() > most) {
            throw RefusedCallException.bad(
                    "The field \"" + field + "\" must be a whole number from " + least + " to " + most + ".");
        }
        return node.longValue();
    }

    /** A time such as {@code 2026-11-26T17:00:00Z}. */
    @Nullable Instant instantIfAny(String field) {
        var text = textIfAny(field);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw RefusedCallException.bad(
                    "The field \"" + field + "\" must be a time with its zone, such as 2026-11-26T17:00:00Z.");
        }
    }

    /** A time in the service's own zone, such as {@code 2026-11-26T18:00}. */
    @Nullable LocalDateTime localIfAny(String field) {
        var text = textIfAny(field);
        try {
            return text == null ? null : LocalDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw RefusedCallException.bad(
                    "The field \"" + field + "\" must be a local time, such as 2026-11-26T18:00.");
        }
    }
}
