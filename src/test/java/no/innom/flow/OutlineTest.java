package no.innom.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the editor is shown of a flow besides its problems: the map, the languages, the words, the changes, the paths. */
class OutlineTest {
    private static final String TEXT = """
            # Øverst
            innom: 1
            title: {nb: Tittel, en: Title}
            languages: [nb, en]
            start: hei
            steps:
              hei:
                say:
                  nb: En depresjon er
                    tung. Depresjon er vanlig.
                  en: Hi
                next: valg

              # om valget
              valg:
                ask: {nb: Hva vil du?, en: What?}
                choices:
                  ja: {nb: Ja takk, en: Yes}
                  nei: {nb: Nei, en: No}
                optional: true
                next: {ja: person, skipped: slutt, else: slutt}
              person:
                handoff: {queue: samtale}
                closed: slutt
              alene: {say: {nb: a, en: b}, next: slutt}
              slutt:
                end: true
            """;
    private static final AvoidedWords WORDS =
            AvoidedWords.read("words.yaml", "words: {nb: {\"depresjon*\": \"trist, tung eller tom\"}}", problem -> {});
    private static final FlowSet SET =
            new FlowSet(Directory.EMPTY, WORDS, Set.of("samtale"), ZonedDateTime.parse("2026-11-22T12:00:00+01:00"));

    @Test
    void drawsEveryStepWithItsLinesAndWays() {
        var source = new FlowSet.Source("f", "f.yaml", TEXT);
        var checked = SET.checkInPlace(source, List.of());
        var parts = Outline.of(flow(TEXT), TEXT, checked.problems());
        assertThat(parts).extracting(Outline.Part::name).containsExactly("hei", "valg", "person", "alene", "slutt");
        assertThat(parts.get(0).line()).isEqualTo(7);
        assertThat(parts.get(0).endLine()).isEqualTo(12);
        assertThat(parts.get(0).says()).startsWith("En depresjon");
        assertThat(parts.get(1).to())
                .containsExactly(
                        new Outline.Way("person", "Ja takk"),
                        new Outline.Way("slutt", "skipped"),
                        new Outline.Way("slutt", "else"));
        assertThat(parts.get(3).reachable()).isFalse();
        assertThat(parts.get(3).endLine()).isEqualTo(parts.get(3).line());
        assertThat(Outline.stepAt(parts, 10)).isEqualTo("hei");
        assertThat(Outline.stepAt(parts, 3)).isNull();
    }

    @Test
    void findsEachWordWhereItStandsAlsoOverSeveralLines() {
        var found = WordPlaces.of(flow(TEXT), TEXT, WORDS);
        assertThat(found).hasSize(2);
        var lines = TEXT.lines().toList();
        assertThat(found).allSatisfy(one -> assertThat(
                        lines.get(one.line() - 1).substring(one.column() - 1, one.column() - 1 + one.length()))
                .isEqualToIgnoringCase("depresjon"));
        assertThat(found.get(1).line()).isEqualTo(10);
        assertThat(found.get(0).instead()).containsExactly("trist", "tung", "tom");
    }

    @Test
    void tellsWhichLanguageIsLeftBehind() {
        var changed = TEXT.replace("Hva vil du?", "Hva vil du nå?")
                .replace("title: {nb: Tittel, en: Title}", "title: {nb: Tittel}");
        assertThat(Translations.stale(flow(changed), flow(TEXT))).containsExactly(new Translations.Gap("valg", "en"));
        assertThat(Translations.missing(flow(changed))).containsExactly(new Translations.Gap(null, "en"));
        assertThat(Translations.stale(flow(TEXT), flow(TEXT))).isEmpty();
    }

    @Test
    void tellsWhatHasChangedInWordsAndWays() {
        var after = TEXT.replace("Hva vil du?", "Hva nå?")
                .replace("ja: person", "ja: slutt")
                .replace("  alene: {say: {nb: a, en: b}, next: slutt}\n", "  ny: {say: {nb: c, en: d}, next: slutt}\n");
        var changes =
                FlowChanges.between(new FlowChanges.Read(flow(TEXT), TEXT), new FlowChanges.Read(flow(after), after));
        assertThat(changes)
                .extracting(change -> change.step() + " " + change.change())
                .containsExactly("valg changed", "ny new", "alene gone");
        assertThat(changes.get(0).what()).containsExactly(new FlowChanges.Words("ask", "nb", "Hva vil du?", "Hva nå?"));
        assertThat(changes.get(0).to()).isNotNull();
        assertThat(FlowChanges.between(new FlowChanges.Read(flow(TEXT), TEXT), new FlowChanges.Read(flow(TEXT), TEXT)))
                .isEmpty();
    }

    @Test
    void walksWhatCanBeWalkedAndNamesWhatCannot() {
        var walked = SET.walk(flow(TEXT), TEXT, List.of()).orElseThrow();
        assertThat(walked.stopped()).isFalse();
        assertThat(walked.endings()).contains(new PathWalk.Counted("samtale", null, 1));
        assertThat(walked.never()).containsExactly(new PathWalk.Never("alene", "slutt", null));
        assertThat(walked.paths())
                .isEqualTo(walked.endings().stream()
                        .mapToInt(PathWalk.Counted::count)
                        .sum());
    }

    @Test
    void stopsCountingWhereThereAreTooManyPathsAndStillFindsWhatIsNeverTaken() {
        var many = new StringBuilder("innom: 1\ntitle: T\nlanguages: [nb]\nstart: s0\nsteps:\n");
        for (int i = 0; i < 40; i++) {
            many.append(
                    "  s%d:\n    ask: Hva?\n    choices: {a: A, b: B}\n    next: {a: s%d, b: t%d}\n  t%d: {say: Ja, next: s%d}\n"
                            .formatted(i, i + 1, i, i, i + 1));
        }
        many.append("  s40: {end: true}\n  alene: {say: Nei, next: s40}\n");
        var walked = SET.walk(flow(many.toString()), many.toString(), List.of()).orElseThrow();
        assertThat(walked.stopped()).isTrue();
        assertThat(walked.never()).extracting(PathWalk.Never::step).containsExactly("alene");
    }

    @Test
    void aPatternIsMadeToFitWithEverythingElseAsItWasWritten() {
        var wishes = new Fitting.Wishes(
                Map.of("nb", "Ny: \"tittel\""),
                LocalDateTime.parse("2026-11-26T18:00"),
                LocalDateTime.parse("2026-11-26T21:00"),
                "temakveld",
                Set.of("akutt"));
        var fitted = Fitting.of(flow(TEXT), TEXT, wishes);
        assertThat(fitted)
                .contains("# Øverst\n", "# om valget\n", "queue: temakveld", "title: {nb: \"Ny: \\\"tittel\\\"\"}\n")
                .contains("theme:\n  opens: 2026-11-26T18:00\n  closes: 2026-11-26T21:00\n");
        assertThat(flow(fitted).theme().opens()).isEqualTo(wishes.opens());
        var undated = Fitting.of(flow(fitted), fitted, new Fitting.Wishes(Map.of(), null, null, null, Set.of()));
        assertThat(undated).doesNotContain("opens:", "closes:").contains("queue: temakveld");
        assertThat(Fitting.of(flow(TEXT), TEXT, new Fitting.Wishes(Map.of(), null, null, "x", Set.of("samtale"))))
                .as("the queue for risk stays")
                .isEqualTo(TEXT);
    }

    private static Flow flow(String text) {
        var flow = FlowReader.read("f", "f.yaml", text, problem -> {});
        assertThat(flow).isNotNull();
        return flow;
    }
}
