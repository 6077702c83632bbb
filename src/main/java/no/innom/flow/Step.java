package no.innom.flow;

import java.util.List;
import no.innom.yaml.Place;
import no.innom.yaml.YamlText;

/** One step of a flow. One file a kind: {@link SayStep} and its neighbours. */
public sealed interface Step permits SayStep, AskStep, ForkStep, RunStep, HandoffStep, EndStep, BrokenStep {

    /** Its name in the file. */
    String name();

    /** The line of its name. */
    Place place();

    /** Every step that it names as the one to go on with, at the place where it does. */
    List<YamlText> goesTo();

    /** Every text of it that a visitor meets. */
    List<Texts> texts();

    /** Does what it does, and leaves the walk at a question, at the next step, or over. */
    void enter(Walk walk);
}
