package no.innom.yaml;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in plain words what the YAML parser stumbled over. */
final class YamlMistake {

    /** What the parser says, and what it means to somebody who has never heard of YAML; the first that fits. */
    private static final List<Plain> PLAIN = List.of(
            new Plain(
                    "mapping values are not allowed here",
                    "a colon stands where none can stand. Put a text that holds a colon in quotes, and check the indentation"),
            new Plain("found character '\\t(TAB)'", "a tab stands here. Indent with spaces"),
            new Plain(
                    "expected <block end>",
                    "this line does not fit the ones above it. Check that it begins in the same column as its neighbours"),
            new Plain(
                    "expected ',' or '}'",
                    "a brace is opened here and not closed, or a text in it holds a brace or a comma and wants quotes"),
            new Plain("expected ',' or ']'", "a bracket is opened here and not closed, or a text in it wants quotes"),
            new Plain("found unexpected end of stream", "a quote is opened here and not closed"),
            new Plain(
                    "could not find expected ':'",
                    "a colon is missing after a name, or a text over several lines wants quotes"),
            new Plain("cannot start any token", "a text cannot begin with this character. Put the text in quotes"),
            new Plain(
                    "found unknown escape character",
                    "a backslash stands in a text in double quotes. Write it twice, or use single quotes"));

    private record Plain(String said, String meaning) {}

    private YamlMistake() {}

    /** Where something is opened and not closed, the place to mend is most likely where it is opened. */
    private static final String OPENED = "opened here";

    static Problem explain(String file, YamlEngineException mistake) {
        if (!(mistake instanceof MarkedYamlEngineException marked)) {
            return problem(Place.startOf(file), inPlainWords(mistake.getMessage()));
        }
        String words = inPlainWords(marked.getProblem());
        Optional<Mark> mark = words.contains(OPENED) ? marked.getContextMark() : marked.getProblemMark();
        return problem(
                mark.or(marked::getProblemMark)
                        .map(at -> new Place(file, at.getLine() + 1, at.getColumn() + 1))
                        .orElse(Place.startOf(file)),
                words);
    }

    private static String inPlainWords(@Nullable String said) {
        String oneLine =
                said == null ? "it cannot be read" : said.lines().findFirst().orElse(said);
        return PLAIN.stream()
                .filter(plain -> oneLine.contains(plain.said()))
                .map(Plain::meaning)
                .findFirst()
                .orElse(oneLine);
    }

    private static Problem problem(Place place, String words) {
        return Problem.error(place, YamlReader.CODE, "This is not YAML: " + words + ".");
    }
}
