package no.innom.yaml;

import java.util.List;
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
                    "a brace is opened and not closed. Check the { } above, and put a text that holds braces in quotes"),
            new Plain("expected ',' or ']'", "a bracket is opened and not closed. Check the [ ] above"),
            new Plain("found unexpected end of stream", "a quote is opened and not closed. Check the quotes above"),
            new Plain(
                    "could not find expected ':'",
                    "a colon is missing after a name, or a text over several lines wants quotes"),
            new Plain("cannot start any token", "a text cannot begin with this character. Put the text in quotes"),
            new Plain(
                    "found unknown escape character",
                    "a backslash stands in a text in double quotes. Write it twice, or use single quotes"));

    private record Plain(String said, String meaning) {}

    private YamlMistake() {}

    static Problem explain(String file, YamlEngineException mistake) {
        if (mistake instanceof MarkedYamlEngineException marked
                && marked.getProblemMark().isPresent()) {
            Mark mark = marked.getProblemMark().get();
            Place place = new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
            String problem = marked.getProblem();
            return problem(place, problem == null ? "" : problem);
        }
        String message = mistake.getMessage();
        return problem(Place.startOf(file), message == null ? "" : message);
    }

    private static Problem problem(Place place, String said) {
        String oneLine = said.lines().findFirst().orElse(said);
        String meaning = PLAIN.stream()
                .filter(plain -> oneLine.contains(plain.said()))
                .map(Plain::meaning)
                .findFirst()
                .orElse(oneLine);
        return Problem.error(place, YamlReader.CODE, "This is not YAML: " + meaning + ".");
    }
}
