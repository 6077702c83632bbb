package no.innom.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import no.innom.yaml.Problem;
import org.junit.jupiter.api.Test;

class DirectoryTest {

    private static final ZonedDateTime SATURDAY_NIGHT = ZonedDateTime.parse("2026-11-28T23:30+01:00[Europe/Oslo]");
    private static final String TOP = "languages: [nb, en]\nalways: {nb: Hele døgnet, en: Day and night}\n"
            + "daily: {nb: hver dag, en: every day}\ncontacts:\n";

    private final List<Problem> problems = new ArrayList<>();

    private Directory read(String contacts) {
        return Directory.read("d.yaml", TOP + contacts.indent(2), problems::add);
    }

    private static List<String> names(List<Contact> contacts) {
        return contacts.stream().map(Contact::name).toList();
    }

    @Test
    void namesOnlyLinesThatAreOpenNowAndThoseFirstThatTheRiskWantsFirst() {
        Directory directory = read("""
                a: {name: A, phone: "1", hours: always, urgent: true, first-for: [suicide], checked: 2026-11-22}
                b: {name: B, phone: "2", hours: {daily: 16:15-22:45}, urgent: true, checked: 2026-11-22}
                c: {name: C, phone: "3", hours: {saturday: 18:00-01:00}, urgent: true, checked: 2026-11-22}
                d: {name: D, phone: "4", hours: always, urgent: true, only-for: [overdose], first-for: [overdose], checked: 2026-11-22}
                e: {name: E, phone: "5", hours: always, checked: 2026-11-22}
                """);

        assertThat(problems).isEmpty();
        assertThat(names(directory.urgent(null, SATURDAY_NIGHT, "nb"))).containsExactly("A", "C");
        assertThat(names(directory.urgent("overdose", SATURDAY_NIGHT, "nb"))).containsExactly("D", "A", "C");
        assertThat(names(directory.urgent("suicide", SATURDAY_NIGHT.plusHours(1), "nb")))
                .containsExactly("A", "C");
        assertThat(names(directory.urgent(null, SATURDAY_NIGHT.plusHours(2), "nb")))
                .containsExactly("A");
        assertThat(names(directory.urgent(null, SATURDAY_NIGHT.minusHours(1), "nb")))
                .containsExactly("A", "B", "C");
    }

    @Test
    void saysTheHoursInTheChatsLanguage() {
        Directory directory = read("""
                a: {name: A, hours: always, checked: 2026-11-22}
                b: {name: B, hours: {monday-friday: 08:30-22:30, saturday-sunday: 12:00-20:30}, checked: 2026-11-22}
                c: {name: C, hours: {daily: 16:00-24:00}, checked: 2026-11-22}
                d: {name: {nb: De, en: Dee}, weekdays: [thursday], checked: 2026-11-22}
                """);

        assertThat(directory.named(List.of("a", "b", "c", "d", "nobody"), "nb"))
                .extracting(Contact::hours)
                .containsExactly(
                        "Hele døgnet",
                        "mandag–fredag 08:30–22:30, lørdag–søndag 12:00–20:30",
                        "hver dag 16:00–24:00",
                        "torsdag");
        assertThat(directory.named(List.of("b", "d"), "en"))
                .extracting(Contact::hours)
                .containsExactly("Monday–Friday 08:30–22:30, Saturday–Sunday 12:00–20:30", "Thursday");
        assertThat(names(directory.named(List.of("d"), "en"))).containsExactly("Dee");
    }

    @Test
    void selectsByTopicAgeAndPlaceAndPutsThoseFirstWhoAreThereNow() {
        Directory directory = read("""
                oslo: {name: Oslo, place: [Oslo], topics: [sovn], weekdays: [thursday], checked: 2026-11-22}
                bergen: {name: Bergen, place: [Bergen], topics: [sovn], checked: 2026-11-22}
                voksen: {name: Voksen, ages: 18+, topics: [sovn], checked: 2026-11-22}
                lukket: {name: Lukket, hours: {daily: 08:00-16:00}, topics: [sovn, rus], checked: 2026-11-22}
                alle: {name: Alle, topics: [alt], checked: 2026-11-22}
                """);

        assertThat(names(directory.select(List.of("sovn"), false, null, null, SATURDAY_NIGHT, "nb")))
                .containsExactly("Bergen", "Voksen", "Lukket", "Oslo");
        assertThat(names(directory.select(List.of("sovn"), false, "12-15", "oslo", SATURDAY_NIGHT, "nb")))
                .containsExactly("Lukket", "Oslo");
        assertThat(names(directory.select(List.of("sovn"), false, "16-18", "Bergen", SATURDAY_NIGHT, "nb")))
                .containsExactly("Bergen", "Voksen", "Lukket");
        assertThat(names(directory.select(List.of("kjedsomhet"), false, null, null, SATURDAY_NIGHT, "nb")))
                .containsExactly("Alle");
        assertThat(names(directory.select(List.of(), false, null, null, SATURDAY_NIGHT, "nb")))
                .containsExactly("Alle");
    }

    @Test
    void tellsOfEverythingThatDoesNotFit() {
        read("""
                a: {name: A, urgent: true, checked: 2026-11-22}
                b: {name: B, phne: "1", checked: yesterday}
                c: {hours: {mondy: 10-12}, checked: 2026-11-22}
                d: {name: D, ages: old, only-for: [suicid], url: http://x, checked: 2026-11-22}
                """);

        assertThat(problems)
                .extracting(problem -> problem.place().line() + " " + problem.code())
                .containsExactlyInAnyOrder(
                        "5 missing-field",
                        "6 unknown-field",
                        "6 bad-value",
                        "7 missing-field",
                        "7 bad-value",
                        "7 bad-value",
                        "8 bad-value",
                        "8 bad-value",
                        "8 bad-value");
    }

    @Test
    void bringsHelpForEveryKindOfRiskInWhatIsShipped() {
        Directory directory = Directory.load(Path.of("conf"), problems::add);

        assertThat(directory.urgent("overdose", SATURDAY_NIGHT, "nb"))
                .extracting(Contact::phone)
                .startsWith("113", "22 59 13 00");
        assertThat(directory.urgent("violence", SATURDAY_NIGHT, "en"))
                .extracting(Contact::phone)
                .startsWith("112", "113");
        for (String category : Entry.CATEGORIES) {
            assertThat(directory.urgent(category, SATURDAY_NIGHT, "nn"))
                    .hasSizeBetween(3, Directory.MOST_SHOWN)
                    .extracting(Contact::phone)
                    .contains("113");
        }
        assertThat(directory.urgent(null, SATURDAY_NIGHT, "nb"))
                .extracting(Contact::phone)
                .startsWith("113");
        assertThat(problems).isEmpty();
    }
}
