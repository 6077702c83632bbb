package no.innom.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keys and values, in the order of the file; no key twice.
 *
 * @param entries by key
 */
public record YamlMap(Place place, Map<String, Entry> entries) implements YamlNode {

    /** A key with its own place, and the value that follows it. */
    public record Entry(YamlText key, YamlNode value) {}

    public YamlMap {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** The value of a key, or null where there is none. */
    public @Nullable YamlNode get(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    @Override
    public String kind() {
        return "a map";
    }
}
