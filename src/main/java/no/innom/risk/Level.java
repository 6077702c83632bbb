package no.innom.risk;

import java.util.Locale;

/** How much risk a message carries, from least to most: compare with {@link #compareTo}. */
public enum Level {
    /** Nothing was found. */
    NONE,
    /** Hopelessness, strong distress, a hint, or a bare word without context: shown to staff. */
    WATCH,
    /** Thoughts of suicide, self-harm, abuse, violence, threats: a person at once. */
    HIGH,
    /** Life in danger now or soon: a person at once, before all others. */
    ACUTE;

    /** Whether the bot stops and a person is fetched at once. */
    public boolean handsOver() {
        return compareTo(HIGH) >= 0;
    }

    /** The name on the wire and in files: lower case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The higher of this and another level. */
    public Level max(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
