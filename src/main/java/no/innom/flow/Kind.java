package no.innom.flow;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of answer a question takes. */
public enum Kind {
    /** Free text. */
    TEXT,
    /** One of several choices. */
    CHOICE,
    /** One or more of several choices. */
    MULTI,
    /** A whole number between two ends. */
    SCALE;

    /** As on the wire: lower case. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
