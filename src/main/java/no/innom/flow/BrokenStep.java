package no.innom.flow;

import java.util.List;
import no.innom.yaml.Place;
import no.innom.yaml.YamlText;

/** A step that could not be read. It stands in for one in a file with errors, so that the rest can be checked. */
public record BrokenStep(String name, Place place) implements Step {

    @Override
    public List<YamlText> goesTo() {
        return List.of();
    }

    @Override
    public List<Texts> texts() {
        return List.of();
    }

    @Override
    public void enter(Walk walk) {
        throw new FlowFailedException("Step \"" + name + "\" has errors.");
    }
}
