package no.innom.yaml;

/**
 * A scalar, always as it is written: {@code no}, {@code 007} and {@code 2026-11-26} are text.
 *
 * @param text without quotes and escapes; empty where a key stands alone
 */
public record YamlText(Place place, String text) implements YamlNode {

    @Override
    public String kind() {
        return text.isEmpty() ? "nothing" : "a text";
    }
}
