package no.innom.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One setting: its name, its default, and how its text is read.
 *
 * @param path as in the file, such as {@code http.port}
 * @param otherwise the default, as it would be written
 * @param read throws {@link IllegalArgumentException} whose message ends the sentence "… must be"
 */
record Setting<T>(String path, String otherwise, Function<String, T> read) {
    private static final int HIGHEST_PORT = 65_535;

    static Setting<String> text(String path, String otherwise) {
        return new Setting<>(path, otherwise, Function.identity());
    }

    static Setting<String> word(String path, String otherwise) {
        return new Setting<>(path, otherwise, value -> {
            if (value.isBlank()) {
                throw new IllegalArgumentException("something, not nothing");
            }
            return value;
        });
    }

    static Setting<Integer> port(String path, int otherwise) {
        return number(path, otherwise, 0, HIGHEST_PORT);
    }

    static Setting<Integer> number(String path, int otherwise, int least, int most) {
        return new Setting<>(path, Integer.toString(otherwise), value -> {
            try {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Told below.
            }
            throw new IllegalArgumentException("a whole number from " + least + " to " + most);
        });
    }

    static Setting<Boolean> yes(String path, boolean otherwise) {
        return new Setting<>(path, Boolean.toString(otherwise), value -> {
            if (!value.equals("true") && !value.equals("false")) {
                throw new IllegalArgumentException("true or false");
            }
            return value.equals("true");
        });
    }

    static Setting<Duration> duration(String path, String otherwise, Duration least) {
        return new Setting<>(path, otherwise, value -> readDuration(value, least));
    }

    static Setting<List<String>> list(String path) {
        return new Setting<>(path, "", Setting::split);
    }

    static Setting<List<Duration>> durations(String path, String otherwise, Duration least) {
        return new Setting<>(path, otherwise, value -> {
            var all = split(value).stream().map(one -> readDuration(one, least)).toList();
            for (int i = 1; i < all.size(); i++) {
                if (all.get(i).compareTo(all.get(i - 1)) <= 0) {
                    throw new IllegalArgumentException("durations that grow, each later than the one before");
                }
            }
            if (all.isEmpty()) {
                throw new IllegalArgumentException("at least one duration");
            }
            return all;
        });
    }

    /** The name in the environment. */
    String variable() {
        return "INNOM_" + path.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static Duration readDuration(String value, Duration least) {
        try {
            var duration = Duration.parse(value);
            if (duration.compareTo(least) >= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Told below.
        }
        throw new IllegalArgumentException("a duration of at least " + least + ", such as PT30S, PT2H or P1D");
    }

    private static List<String> split(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
