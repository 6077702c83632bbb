package no.innom.flow;

import java.util.List;
import no.innom.yaml.Fields;
import no.innom.yaml.Place;
import no.innom.yaml.YamlNode;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * {@code handoff}: the chat goes to a person.
 *
 * @param queue the queue's id
 * @param says what is said before; null for nothing
 * @param closed the step to go on with when nobody is on duty; null is an error that the checker tells of
 */
public record HandoffStep(
        String name,
        Place place,
        YamlText queue,
        @Nullable Texts says,
        @Nullable YamlText closed) implements Step {

    static final List<String> FIELDS = List.of("handoff", "closed");

    static @Nullable HandoffStep read(StepSource source) {
        YamlText closed = source.fields().text("closed");
        YamlNode node = source.fields().node("handoff");
        if (node instanceof YamlText text && !text.text().isBlank()) {
            source.error(
                    text.place(), "bad-value", "\"handoff\" is a map. Write {queue: " + text.text() + "} instead.");
            return null;
        }
        Fields inner = node == null ? null : Fields.of(node, source.what() + ": \"handoff\"", source.problems());
        if (inner == null) {
            return null;
        }
        inner.only(List.of("queue", "say"));
        YamlText queue = inner.needText("queue");
        YamlNode say = inner.node("say");
        Texts says = say == null ? null : source.texts(say, inner.placeOf("say"), "\"say\"");
        return queue == null ? null : new HandoffStep(source.name(), source.place(), queue, says, closed);
    }

    @Override
    public List<YamlText> goesTo() {
        return closed == null ? List.of() : List.of(closed);
    }

    @Override
    public List<Texts> texts() {
        return says == null ? List.of() : List.of(says);
    }

    @Override
    public void enter(Walk walk) {
        if (says != null) {
            walk.say(says, null);
        }
        walk.handOff(queue.text(), closed == null ? null : closed.text());
    }
}
