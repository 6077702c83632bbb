package no.innom.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;

/** Files that people write, as JSON for a JSON Schema. */
public final class AsJson {
    private AsJson() {}

    /** As an editor sees the file: YAML 1.2, core schema. */
    public static JsonNode read(Path file) {
        YamlNode root = YamlReader.read(file, file.toString(), problem -> {
            throw new AssertionError(problem);
        });
        return json(root);
    }

    private static JsonNode json(YamlNode node) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (node instanceof YamlMap map) {
            ObjectNode object = make.objectNode();
            map.entries().forEach((key, entry) -> object.set(key, json(entry.value())));
            return object;
        }
        if (node instanceof YamlList list) {
            ArrayNode array = make.arrayNode();
            list.items().forEach(item -> array.add(json(item)));
            return array;
        }
        String text = ((YamlText) node).text();
        if (text.isEmpty() || text.equals("null") || text.equals("~")) {
            return make.nullNode();
        }
        if (text.equals("true") || text.equals("false")) {
            return make.booleanNode(text.equals("true"));
        }
        return text.matches("-?\\d{1,9}") ? make.numberNode(Integer.parseInt(text)) : make.textNode(text);
    }
}
