package no.innom.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the bot says.
 *
 * @param text never blank
 * @param ask the question that the text asks; the last line of a sprint at most has one
 * @param contacts whom to reach, shown with the text; often empty
 */
public record Line(String text, @Nullable Ask ask, List<Contact> contacts) {

    public Line {
        contacts = List.copyOf(contacts);
    }
}
