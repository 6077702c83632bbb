package no.innom.flow;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.innom.yaml.Fields;
import no.innom.yaml.Place;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlMap;
import no.innom.yaml.YamlNode;
import no.innom.yaml.YamlReader;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/** The people to reach, from {@code conf/directory.yaml}. Immutable. */
public final class Directory {

    /** The file's name in the folder of settings. */
    public static final String FILE = "directory.yaml";

    /** The topic of those who are there for everything: shown where nobody knows about the topic asked for. */
    public static final String EVERYTHING = "alt";

    /** How many are shown at once; more is a list that nobody reads at night. */
    public static final int MOST_SHOWN = 6;

    /** After how many days an entry wants to be checked again. */
    public static final int CHECKED_DAYS = 90;

    /** A directory with nobody in it, for tests and for a service that has not written its own yet. */
    public static final Directory EMPTY = new Directory(Map.of(), plain("24/7"), plain("1-7"));

    static final List<String> FIELDS = List.of("languages", "always", "daily", "contacts");

    private final Map<String, Entry> entries;
    private final Texts always;
    private final Texts daily;

    private Directory(Map<String, Entry> entries, Texts always, Texts daily) {
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        this.always = always;
        this.daily = daily;
    }

    /** Reads {@code directory.yaml} in the given folder; blocks. Problems are told; what can be read is kept. */
    public static Directory load(Path conf, Consumer<Problem> problems) {
        Path file = conf.resolve(FILE);
        String text = YamlReader.text(file, file.toString(), problems);
        return text == null ? EMPTY : read(file.toString(), text, problems);
    }

    /** Reads a directory that is already in memory. Problems are told; what can be read is kept. */
    public static Directory read(String file, String text, Consumer<Problem> problems) {
        YamlNode root = YamlReader.read(file, text, problems);
        Fields top = root == null ? null : Fields.of(root, "The directory", problems);
        if (top == null) {
            return EMPTY;
        }
        top.only(FIELDS);
        List<String> languages =
                top.texts("languages").stream().map(YamlText::text).toList();
        top.need("languages");
        Texts always = texts(top, "always", languages, problems);
        Texts daily = texts(top, "daily", languages, problems);
        Map<String, Entry> entries = new LinkedHashMap<>();
        YamlNode contacts = top.need("contacts");
        if (contacts instanceof YamlMap map) {
            for (YamlMap.Entry from : map.entries().values()) {
                Entry entry = Entry.read(from, languages, problems);
                if (entry != null) {
                    entries.put(entry.id(), entry);
                }
            }
        } else if (contacts != null) {
            top.bad(contacts.place(), "\"contacts\" must be a map, each id: a contact.");
        }
        return new Directory(entries, always, daily);
    }

    private static Texts texts(Fields top, String name, List<String> languages, Consumer<Problem> problems) {
        YamlNode node = top.need(name);
        Texts texts =
                node == null ? null : Texts.read(node, top.placeOf(name), "\"" + name + "\"", languages, problems);
        return texts == null ? plain(name) : texts;
    }

    private static Texts plain(String text) {
        Place place = new Place(FILE, 0, 0);
        return new Texts(place, Map.of("nb", new YamlText(place, text)));
    }

    /**
     * Whom to reach now when it is urgent: lines that are open at the moment, those first that the category
     * wants first, otherwise in the order of the file.
     *
     * @param category of the risk, as on the wire; null when there is none
     */
    public List<Contact> urgent(@Nullable String category, ZonedDateTime now, String language) {
        return entries.values().stream()
                .filter(entry -> entry.urgent() && entry.openAt(now))
                .filter(entry -> entry.only().isEmpty() || entry.only().contains(category == null ? "" : category))
                .sorted(Comparator.comparing(entry -> !entry.firstFor().contains(category == null ? "" : category)))
                .limit(MOST_SHOWN)
                .map(entry -> entry.in(language, always, daily))
                .toList();
    }

    /** Those with the given ids, in that order; one that does not exist is left out. */
    List<Contact> named(List<String> ids, String language) {
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(entries.get(id)))
                .map(entry -> entry.in(language, always, daily))
                .toList();
    }

    /**
     * Those who know about a topic and are there for an age and a place: who is open now first, then who is
     * there today, otherwise in the order of the file. Where nobody knows about the topics, or none is asked
     * for, those who are there for everything.
     */
    List<Contact> select(
            List<String> topics,
            boolean urgent,
            @Nullable String age,
            @Nullable String town,
            ZonedDateTime now,
            String language) {
        if (urgent && topics.isEmpty()) {
            return urgent(null, now, language);
        }
        List<Entry> fitting = entries.values().stream()
                .filter(entry -> entry.fitsAge(age) && entry.fitsTown(town))
                .filter(entry -> !urgent || (entry.urgent() && entry.openAt(now)))
                .toList();
        List<Entry> chosen = new ArrayList<>(
                fitting.stream().filter(entry -> entry.knowsAbout(topics)).toList());
        if (chosen.isEmpty()) {
            chosen.addAll(fitting.stream()
                    .filter(entry -> entry.knowsAbout(List.of(EVERYTHING)))
                    .toList());
        }
        return chosen.stream()
                .sorted(Comparator.<Entry, Boolean>comparing(entry -> !entry.openAt(now))
                        .thenComparing(entry -> !entry.thereOn(now.getDayOfWeek())))
                .limit(MOST_SHOWN)
                .map(entry -> entry.in(language, always, daily))
                .toList();
    }

    /** The ids of all who are in it. */
    public Set<String> ids() {
        return entries.keySet();
    }

    /** What each of them is called, by id, in the order of the file. */
    public Map<String, Texts> names() {
        var names = new LinkedHashMap<String, Texts>();
        entries.forEach((id, entry) -> names.put(id, entry.name()));
        return names;
    }

    /** Every topic that somebody knows about. */
    public Set<String> topics() {
        Set<String> topics = new TreeSet<>();
        entries.values().forEach(entry -> topics.addAll(entry.topics()));
        return topics;
    }

    /** A warning (code {@code unchecked}) for each entry that nobody has checked for too long. */
    public List<Problem> unchecked(LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (entry.checked() != null && entry.checkedPlace() != null) {
                long days = ChronoUnit.DAYS.between(entry.checked(), today);
                if (days > CHECKED_DAYS) {
                    problems.add(Problem.warning(
                            entry.checkedPlace().place(),
                            "unchecked",
                            "Contact \"" + entry.id() + "\" was checked " + days
                                    + " days ago. Call or look it up, mend what has changed, and write today's date."));
                }
            }
        }
        return problems;
    }
}
