package no.innom.yaml;

import java.util.Locale;

/** How bad a {@link Problem} is. */
public enum Severity {
    /** The file cannot be used until it is mended. */
    ERROR,
    /** The file can be used, but a person should look and say yes. */
    WARNING;

    /** As it is printed: lower case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
