package no.innom.web.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The service's own description, held against what really goes over the wire. */
final class OpenApi {
    private final JsonNode document;
    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    OpenApi(JsonNode document) {
        this.document = document;
    }

    /** Every call that it describes, such as {@code GET /api/flows/{id}}. */
    Set<String> calls() {
        var calls = new TreeSet<String>();
        document.path("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(
                        method -> calls.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        return calls;
    }

    /** What of a call does not fit its description; empty where all does. */
    String misfits(String method, String path, String body, Desk.Answer answer) {
        var operation = operation(method, path);
        if (operation.isEmpty()) {
            return "not described: " + method + " " + path;
        }
        var described = operation.get();
        var request = described.at("/requestBody/content/application~1json/schema");
        if (answer.status() < 300 && !request.isMissingNode()) {
            var wrong = validate(request, read(body == null || body.isEmpty() ? "{}" : body));
            if (!wrong.isEmpty()) {
                return "request of " + method + " " + path + ": " + wrong;
            }
        }
        var response = resolved(described.path("responses").path(Integer.toString(answer.status())));
        if (response.isMissingNode()) {
            return "no response " + answer.status() + " described for " + method + " " + path;
        }
        var type = answer.raw()
                .headers()
                .firstValue("Content-Type")
                .orElse("")
                .split(";")[0]
                .strip();
        var content = response.path("content");
        if (content.isMissingNode()) {
            return answer.text().isEmpty() ? "" : "a body where none is described: " + method + " " + path;
        }
        if (!content.has(type)) {
            return type + " is not described for " + method + " " + path + " " + answer.status();
        }
        if (!type.contains("json")) {
            return "";
        }
        var wrong = validate(content.path(type).path("schema"), answer.json());
        return wrong.isEmpty() ? "" : method + " " + path + " " + answer.status() + ": " + wrong;
    }

    private Optional<JsonNode> operation(String method, String path) {
        var bare = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        JsonNode best = null;
        for (Iterator<String> names = document.path("paths").fieldNames(); names.hasNext(); ) {
            var name = names.next();
            var operation = document.path("paths").path(name).path(method.toLowerCase(java.util.Locale.ROOT));
            boolean fits = bare.matches(name.replaceAll("\\{\\w+}", "[^/]+"));
            if (fits && !operation.isMissingNode() && (best == null || !name.contains("{"))) {
                best = operation;
            }
        }
        return Optional.ofNullable(best);
    }

    private JsonNode resolved(JsonNode node) {
        var ref = node.path("$ref").textValue();
        return ref == null ? node : document.at(ref.substring(1));
    }

    private String validate(JsonNode schema, JsonNode value) {
        ObjectNode whole = no.innom.Client.JSON.createObjectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("components", document.path("components"));
        whole.setAll((ObjectNode) schema);
        return schemas.getSchema(whole).validate(value).stream()
                .map(Object::toString)
                .limit(5)
                .collect(Collectors.joining("; "));
    }

    private static JsonNode read(String json) {
        try {
            return no.innom.Client.JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
