package no.innom.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.innom.yaml.Place;
import no.innom.yaml.YamlText;

/** Where in a flow's text the words stand that young people asked not to meet, so that they can be replaced there. */
public final class WordPlaces {
    private static final Pattern OR = Pattern.compile(",\\s+|\\s+(?:eller|or)\\s+");

    private final String[] lines;
    private final List<Found> found = new ArrayList<>();

    private WordPlaces(String source) {
        this.lines = source.split("\n", -1);
    }

    /**
     * One word.
     *
     * @param line from 1
     * @param column from 1, in characters as an editor counts them
     * @param length in characters; 0 where it cannot be replaced in its place, as it is written in another way there
     * @param found as it stands there
     * @param instead what can be said instead
     */
    public record Found(int line, int column, int length, String found, List<String> instead) {}

    /** Every such word of a flow, in the order of the text. */
    public static List<Found> of(Flow flow, String source, AvoidedWords words) {
        WordPlaces places = new WordPlaces(source);
        places.look(flow.title(), words);
        if (flow.theme() != null && flow.theme().card() != null) {
            places.look(flow.theme().card(), words);
        }
        flow.steps().values().forEach(step -> step.texts().forEach(texts -> places.look(texts, words)));
        return List.copyOf(places.found);
    }

    private void look(Texts texts, AvoidedWords words) {
        texts.said().forEach((language, text) -> look(text, language, words));
    }

    private void look(YamlText text, String language, AvoidedWords words) {
        Place from = text.place();
        for (AvoidedWords.Found one : words.all(text.text(), language)) {
            Found here = locate(text, from, one);
            found.add(here);
            if (here.length() > 0) {
                from = new Place(from.file(), here.line(), here.column() + here.length());
            }
        }
    }

    /** A text may go over several lines; it is looked for from its beginning on, over as many as it has characters. */
    private Found locate(YamlText text, Place from, AvoidedWords.Found one) {
        List<String> instead = Arrays.stream(OR.split(one.instead()))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        Pattern word = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(one.word()) + "(?![\\p{L}\\p{N}])");
        int last = Math.min(lines.length, text.place().line() + text.text().length());
        for (int line = from.line(); line <= last; line++) {
            Matcher matcher = word.matcher(lines[line - 1]);
            int begin = line == from.line() ? Math.max(0, from.column() - 1) : 0;
            if (begin <= lines[line - 1].length() && matcher.find(begin)) {
                return new Found(line, matcher.start() + 1, one.word().length(), one.word(), instead);
            }
        }
        return new Found(text.place().line(), text.place().column(), 0, one.word(), instead);
    }
}
