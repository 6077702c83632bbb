package no.innom.risk;

import java.util.Locale;

/** What a risk is about. */
public enum Category {
    SUICIDE,
    SELF_HARM,
    VIOLENCE,
    SEXUAL_ABUSE,
    OVERDOSE,
    EATING,
    THREAT,
    WORRY_FOR_OTHER;

    /** The name on the wire and in files: lower case, words joined by {@code _}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
