package no.innom.flow;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.innom.yaml.Fields;
import no.innom.yaml.Nearest;
import no.innom.yaml.Problem;
import no.innom.yaml.YamlMap;
import no.innom.yaml.YamlNode;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the directory.
 *
 * @param hours when they answer; null where that is not told
 * @param weekdays when they are there at all; empty for any day
 * @param youngest the youngest they are there for; 0 for any
 * @param oldest the oldest they are there for
 * @param towns where they are; empty for the whole country
 * @param topics what they know about
 * @param urgent whether they are shown when it is urgent
 * @param only the categories of risk that they are shown for; empty for all
 * @param firstFor the categories of risk that they come first for
 * @param checkedPlace where {@code checked} stands
 */
record Entry(
        String id,
        Texts name,
        @Nullable String phone,
        @Nullable String url,
        @Nullable Texts about,
        @Nullable OpenHours hours,
        Set<DayOfWeek> weekdays,
        int youngest,
        int oldest,
        List<String> towns,
        List<String> topics,
        boolean urgent,
        List<String> only,
        List<String> firstFor,
        @Nullable YamlText checkedPlace,
        @Nullable LocalDate checked) {

    static final List<String> FIELDS = List.of(
            "name",
            "phone",
            "url",
            "about",
            "hours",
            "weekdays",
            "ages",
            "place",
            "topics",
            "urgent",
            "only-for",
            "first-for",
            "checked");

    /** The categories of risk, as on the wire. */
    static final List<String> CATEGORIES = List.of(
            "suicide", "self_harm", "violence", "sexual_abuse", "overdose", "eating", "threat", "worry_for_other");

    private static final int NO_LIMIT = 150;

    static @Nullable Entry read(YamlMap.Entry from, List<String> languages, Consumer<Problem> problems) {
        String id = from.key().text();
        String what = "Contact \"" + id + "\"";
        if (!(from.value() instanceof YamlMap map)) {
            problems.accept(Problem.error(from.key().place(), "bad-value", what + " must be a map."));
            return null;
        }
        Fields fields = new Fields(map, from.key().place(), what, problems).only(FIELDS);
        Texts name = name(fields, languages, problems, what);
        YamlText phone = fields.text("phone");
        YamlText url = fields.text("url");
        if (url != null && !url.text().startsWith("https://")) {
            fields.bad(url.place(), what + ": \"url\" must begin with https://.");
        }
        OpenHours hours = OpenHours.read(fields, what);
        boolean urgent = fields.yes("urgent", false);
        if (urgent && hours == null) {
            problems.accept(Problem.error(
                    from.key().place(),
                    "missing-field",
                    what + " is shown when it is urgent, so it needs \"hours\": nobody may be sent to a closed line."));
        }
        int[] ages = ages(fields, what);
        YamlText checked = fields.needText("checked");
        YamlNode about = fields.node("about");
        Entry entry = new Entry(
                id,
                name == null ? new Texts(from.key().place(), java.util.Map.of("nb", from.key())) : name,
                phone == null ? null : phone.text(),
                url == null ? null : url.text(),
                about == null
                        ? null
                        : Texts.read(about, fields.placeOf("about"), what + ": \"about\"", languages, problems),
                hours,
                weekdays(fields, what),
                ages[0],
                ages[1],
                plain(fields.texts("place")),
                plain(fields.texts("topics")),
                urgent && hours != null,
                categories(fields, "only-for", what),
                categories(fields, "first-for", what),
                checked,
                date(checked, fields, what));
        return name == null ? null : entry;
    }

    /** A name of its own, such as Kirkens SOS, is the same in every language. */
    private static @Nullable Texts name(
            Fields fields, List<String> languages, Consumer<Problem> problems, String what) {
        YamlNode node = fields.need("name");
        if (node == null) {
            return null;
        }
        List<String> promised = node instanceof YamlText ? List.of() : languages;
        return Texts.read(node, fields.placeOf("name"), what + ": \"name\"", promised, problems);
    }

    private static @Nullable LocalDate date(@Nullable YamlText text, Fields fields, String what) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text.text());
        } catch (DateTimeParseException e) {
            fields.bad(text.place(), what + ": \"checked\" must be a date such as 2026-11-22.");
            return null;
        }
    }

    private static int[] ages(Fields fields, String what) {
        YamlText text = fields.text("ages");
        int[] ages = text == null ? new int[] {0, NO_LIMIT} : span(text.text());
        if (ages.length == 0 && text != null) {
            fields.bad(text.place(), what + ": \"ages\" is written as 12-25, or 16+ with no upper limit.");
            return new int[] {0, NO_LIMIT};
        }
        return ages;
    }

    /** Reads 15, 12-25 or 16+; empty where it is none of them. */
    static int[] span(String text) {
        if (text.matches("\\d{1,3}\\+")) {
            return new int[] {Integer.parseInt(text.substring(0, text.length() - 1)), NO_LIMIT};
        }
        return Match.range(text.replace('–', '-'))
                .map(range -> new int[] {range.from(), range.to()})
                .orElse(new int[0]);
    }

    private static Set<DayOfWeek> weekdays(Fields fields, String what) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (YamlText text : fields.texts("weekdays")) {
            List<DayOfWeek> named = OpenHours.days(text.text());
            if (named.isEmpty()) {
                fields.bad(text.place(), what + ": \"" + text.text() + "\" must be a day such as thursday.");
            }
            days.addAll(named);
        }
        return days;
    }

    private static List<String> categories(Fields fields, String name, String what) {
        List<String> categories = new ArrayList<>();
        for (YamlText text : fields.texts(name)) {
            if (CATEGORIES.contains(text.text())) {
                categories.add(text.text());
            } else {
                fields.bad(
                        text.place(),
                        what + ": \"" + name + "\" takes categories of risk (" + String.join(", ", CATEGORIES) + ")."
                                + Nearest.hint(text.text(), CATEGORIES));
            }
        }
        return categories;
    }

    private static List<String> plain(List<YamlText> texts) {
        return texts.stream().map(YamlText::text).toList();
    }

    boolean openAt(ZonedDateTime now) {
        return thereOn(now.getDayOfWeek()) && (hours == null || hours.openAt(now));
    }

    boolean thereOn(DayOfWeek day) {
        return weekdays.isEmpty() || weekdays.contains(day);
    }

    /** Whether they are there for an age: a number or a range; one that cannot be read fits all. */
    boolean fitsAge(@Nullable String age) {
        int[] span = age == null ? new int[0] : span(age);
        return span.length == 0 || (span[0] <= oldest && youngest <= span[1]);
    }

    boolean fitsTown(@Nullable String town) {
        return town == null || towns.isEmpty() || towns.stream().anyMatch(town.strip()::equalsIgnoreCase);
    }

    boolean knowsAbout(List<String> wanted) {
        return wanted.stream().anyMatch(topics::contains);
    }

    /** As the visitor sees it. */
    Contact in(String language, Texts always, Texts daily) {
        Locale locale = Locale.forLanguageTag(language);
        String when = null;
        if (hours != null) {
            when = hours.always() ? always.in(language) : hours.inWords(locale, daily.in(language));
        } else if (!weekdays.isEmpty()) {
            when = weekdays.stream().map(day -> OpenHours.name(day, locale)).collect(Collectors.joining(", "));
        }
        return new Contact(name.in(language), phone, url, when, about == null ? null : about.in(language));
    }
}
