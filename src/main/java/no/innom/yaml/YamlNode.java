package no.innom.yaml;

/** A piece of a YAML file, with the place where it begins. */
public sealed interface YamlNode permits YamlText, YamlList, YamlMap {

    /** Where the piece begins. */
    Place place();

    /** What it is, for an error sentence: "a text", "a list" or "a map". */
    String kind();
}
