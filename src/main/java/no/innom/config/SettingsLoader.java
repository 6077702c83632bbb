package no.innom.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innom.yaml.Nearest;
import no.innom.yaml.Place;
import no.innom.yaml.Problem;
import no.innom.yaml.Severity;
import no.innom.yaml.YamlList;
import no.innom.yaml.YamlMap;
import no.innom.yaml.YamlNode;
import no.innom.yaml.YamlReader;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/** Reads the settings: {@code conf/innom.yaml} first, then the environment, which wins. */
public final class SettingsLoader {
    private static final Setting<String> HTTP_HOST = Setting.word("http.host", "127.0.0.1");
    private static final Setting<Integer> HTTP_PORT = Setting.port("http.port", 8080);
    private static final Setting<List<String>> ORIGINS = Setting.list("http.origins");
    private static final Setting<String> MANAGEMENT_HOST = Setting.word("management.host", "127.0.0.1");
    private static final Setting<Integer> MANAGEMENT_PORT = Setting.port("management.port", 8081);
    private static final Setting<String> REDIS = Setting.text("redis.url", "");
    private static final Setting<String> DATA = Setting.word("data.dir", "data");
    private static final Setting<String> CONF = Setting.word("conf.dir", "conf");
    private static final Setting<String> FLOWS = Setting.word("flows.dir", "flows");
    private static final Setting<String> MASTER_KEY = Setting.text("secrets.masterKey", "");
    private static final Setting<String> FIRST = Setting.word("flows.first", "temperatur");
    private static final Setting<String> WAITING = Setting.word("flows.waiting", "mens-du-venter");
    private static final Setting<String> CLOSED = Setting.word("flows.closed", "stengt");
    private static final Setting<String> CLOSING = Setting.word("flows.closing", "avslutning");
    private static final Setting<Boolean> SECOND_EYES = Setting.yes("flows.secondEyes", false);
    private static final Setting<Duration> RETENTION =
            Setting.duration("chat.retention", "PT24H", Duration.ofSeconds(5));
    private static final Setting<Duration> IDLE = Setting.duration("chat.idle", "PT2H", Duration.ofSeconds(1));
    private static final Setting<Duration> LEASE = Setting.duration("duty.lease", "PT30S", Duration.ofSeconds(2));
    private static final Setting<Integer> CAPACITY = Setting.number("duty.capacity", 3, 1, 100);
    private static final Setting<Integer> RATE = Setting.number("limits.rate", 5, 1, 1_000_000);
    private static final Setting<Integer> BURST = Setting.number("limits.burst", 10, 1, 1_000_000);
    private static final Setting<List<Duration>> STEPS =
            Setting.durations("escalation.steps", "PT20S,PT60S,PT120S", Duration.ofSeconds(1));

    private static final List<Setting<?>> OWN = List.of(
            HTTP_HOST,
            HTTP_PORT,
            ORIGINS,
            MANAGEMENT_HOST,
            MANAGEMENT_PORT,
            REDIS,
            DATA,
            CONF,
            FLOWS,
            MASTER_KEY,
            FIRST,
            WAITING,
            CLOSED,
            CLOSING,
            SECOND_EYES,
            RETENTION,
            IDLE,
            LEASE,
            CAPACITY,
            RATE,
            BURST,
            STEPS);
    private static final List<Setting<?>> ALL =
            Stream.of(OWN, SecondLineSettings.ALL).flatMap(List::stream).toList();
    /** What Kubernetes puts into the environment for a service called innom. */
    private static final Pattern KUBERNETES = Pattern.compile("INNOM_(SERVICE_.*|PORT|PORT_.*)");

    private static final String CODE = "setting";
    private static final String ENVIRONMENT = "environment";

    private final Map<String, String> given = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Consumer<Problem> problems;
    private boolean sound = true;

    private SettingsLoader(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /**
     * Reads and checks all settings; blocks.
     *
     * @param environment such as {@link System#getenv()}
     * @param problems is told of everything that does not fit
     * @return null when something does not fit
     */
    public static @Nullable Settings load(Map<String, String> environment, Consumer<Problem> problems) {
        return new SettingsLoader(problems).read(environment);
    }

    private @Nullable Settings read(Map<String, String> environment) {
        // Where the file lies is itself a setting, so the environment alone can name it.
        var file = Path.of(environment.getOrDefault(CONF.variable(), CONF.otherwise()))
                .resolve("innom.yaml");
        if (Files.exists(file)) {
            var text = YamlReader.text(file, file.toString(), this::tell);
            // As it is shipped, the file holds comments only.
            boolean says = text != null
                    && text.lines()
                            .anyMatch(line -> !line.isBlank() && !line.strip().startsWith("#"));
            var tree = text != null && says ? YamlReader.read(file.toString(), text, this::tell) : null;
            if (tree instanceof YamlMap map) {
                readFile(map, "");
            } else if (tree != null) {
                tell(tree.place(), "The settings must be names with values below them, such as http: {port: 8080}.");
            }
        }
        readEnvironment(environment);
        var settings = new Settings(
                new Settings.Http(get(HTTP_HOST), get(HTTP_PORT)),
                new Settings.Http(get(MANAGEMENT_HOST), get(MANAGEMENT_PORT)),
                get(ORIGINS),
                new Settings.Redis(get(REDIS), get(MASTER_KEY).isEmpty() ? null : get(MASTER_KEY)),
                Path.of(get(DATA)),
                Path.of(get(CONF)),
                Path.of(get(FLOWS)),
                new Settings.FlowNames(get(FIRST), get(WAITING), get(CLOSED), get(CLOSING)),
                new Settings.Publishing(get(SECOND_EYES)),
                new Settings.Chats(get(RETENTION), get(IDLE)),
                new Settings.Duty(get(LEASE), get(CAPACITY)),
                new Settings.Limits(get(RATE), get(BURST)),
                get(STEPS),
                secondLine());
        return sound ? settings : null;
    }

    private Settings.SecondLine secondLine() {
        var webhook = new Settings.Webhook(get(SecondLineSettings.WEBHOOK_URL), get(SecondLineSettings.WEBHOOK_SECRET));
        var mail = new Settings.Mail(
                get(SecondLineSettings.MAIL_HOST),
                get(SecondLineSettings.MAIL_PORT),
                get(SecondLineSettings.MAIL_USER),
                get(SecondLineSettings.MAIL_PASSWORD),
                get(SecondLineSettings.MAIL_TLS),
                get(SecondLineSettings.MAIL_FROM),
                get(SecondLineSettings.MAIL_TO));
        needs(SecondLineSettings.WEBHOOK_URL, webhook.url(), SecondLineSettings.WEBHOOK_SECRET, webhook.secret());
        var to = String.join(",", mail.to());
        needs(SecondLineSettings.MAIL_TO, to, SecondLineSettings.MAIL_HOST, mail.host());
        needs(SecondLineSettings.MAIL_TO, to, SecondLineSettings.MAIL_FROM, mail.from());
        return new Settings.SecondLine(get(SecondLineSettings.CONSOLE), webhook, mail);
    }

    private void needs(Setting<?> setting, String value, Setting<?> other, String otherValue) {
        // With a value that does not fit, that has been told.
        if (!value.isEmpty()
                && otherValue.isEmpty()
                && given.getOrDefault(other.path(), "").isEmpty()) {
            var place = places.getOrDefault(setting.path(), new Place(ENVIRONMENT, 1, 1));
            boolean variable = place.file().equals(ENVIRONMENT);
            tell(
                    place,
                    (variable ? setting.variable() : setting.path()) + " needs "
                            + (variable ? other.variable() : other.path()) + " too.");
        }
    }

    private void readFile(YamlMap map, String above) {
        for (var entry : map.entries().values()) {
            var path = above + entry.key().text();
            var value = entry.value();
            if (ALL.stream().anyMatch(setting -> setting.path().equals(path))) {
                var text = written(value);
                if (text == null) {
                    tell(value.place(), path + " must be one value, or a list of values.");
                } else {
                    given.put(path, text);
                    places.put(path, value.place());
                }
            } else if (value instanceof YamlMap below
                    && ALL.stream().anyMatch(s -> s.path().startsWith(path + "."))) {
                readFile(below, path + ".");
            } else {
                tell(entry.key().place(), "There is no setting " + path + "." + didYouMean(path, false));
            }
        }
    }

    private void readEnvironment(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (!name.startsWith("INNOM_") || KUBERNETES.matcher(name).matches()) {
                return;
            }
            var place = new Place(ENVIRONMENT, 1, 1);
            var setting = ALL.stream().filter(s -> s.variable().equals(name)).findFirst();
            if (setting.isEmpty()) {
                tell(place, "There is no setting " + name + "." + didYouMean(name, true));
            } else {
                given.put(setting.get().path(), value.strip());
                places.put(setting.get().path(), place);
            }
        });
    }

    private <T> T get(Setting<T> setting) {
        var value = given.get(setting.path());
        if (value != null) {
            try {
                return setting.read().apply(value);
            } catch (IllegalArgumentException e) {
                var place = places.getOrDefault(setting.path(), new Place(ENVIRONMENT, 1, 1));
                var name = place.file().equals(ENVIRONMENT) ? setting.variable() : setting.path();
                tell(place, name + " must be " + e.getMessage() + ".");
            }
        }
        return setting.read().apply(setting.otherwise());
    }

    private static @Nullable String written(YamlNode value) {
        if (value instanceof YamlText text) {
            return text.text();
        }
        if (value instanceof YamlList list && list.items().stream().allMatch(YamlText.class::isInstance)) {
            return list.items().stream().map(item -> ((YamlText) item).text()).collect(Collectors.joining(","));
        }
        return null;
    }

    private static String didYouMean(String wrong, boolean variable) {
        var names = new ArrayList<String>();
        ALL.forEach(setting -> names.add(variable ? setting.variable() : setting.path()));
        return Nearest.to(wrong, names)
                .map(name -> " Did you mean " + name + "?")
                .orElse("");
    }

    private void tell(Place place, String sentence) {
        tell(new Problem(place, Severity.ERROR, CODE, sentence));
    }

    private void tell(Problem problem) {
        sound = false;
        problems.accept(problem);
    }
}
