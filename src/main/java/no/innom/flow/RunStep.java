package no.innom.flow;

import java.util.List;
import no.innom.yaml.Place;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * {@code run}: another flow goes first; where it ends, this one goes on.
 *
 * @param flow the other flow's id
 */
public record RunStep(String name, Place place, YamlText flow, YamlText next) implements Step {

    static final List<String> FIELDS = List.of("run", "next");

    static @Nullable RunStep read(StepSource source) {
        YamlText flow = source.fields().needText("run");
        YamlText next = source.next();
        return flow == null || next == null ? null : new RunStep(source.name(), source.place(), flow, next);
    }

    @Override
    public List<YamlText> goesTo() {
        return List.of(next);
    }

    @Override
    public List<Texts> texts() {
        return List.of();
    }

    @Override
    public void enter(Walk walk) {
        walk.run(flow.text());
    }
}
