package no.innom.cli;

import java.util.ArrayList;
import java.util.stream.Collectors;
import no.innom.config.Settings;
import no.innom.config.SettingsLoader;
import no.innom.duty.OpeningHours;
import no.innom.yaml.Problem;

/** The settings, for commands that cannot do without them. */
final class Conf {
    private Conf() {}

    /** @throws FailedException that names everything that does not fit */
    static Settings load() {
        var problems = new ArrayList<Problem>();
        var settings = SettingsLoader.load(System.getenv(), problems::add);
        if (settings == null) {
            throw new FailedException(
                    problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        }
        return settings;
    }

    /** The opening hours, which also say what zone the service's times are in. */
    static OpeningHours hours(Settings settings) {
        var problems = new ArrayList<Problem>();
        var hours = OpeningHours.load(settings.confDir(), problems::add);
        if (hours == null) {
            throw new FailedException(
                    problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        }
        return hours;
    }
}
