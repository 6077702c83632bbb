package no.innom.flow;

import java.util.List;
import no.innom.yaml.Place;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * {@code end}: the flow is over; one that another flow runs goes back to it.
 *
 * @param says the last words; null for none ({@code end: true})
 */
public record EndStep(
        String name,
        Place place,
        @Nullable Texts says,
        @Nullable Signpost contacts) implements Step {

    static final List<String> FIELDS = List.of("end", "contacts");

    static @Nullable EndStep read(StepSource source) {
        Signpost contacts = source.contacts();
        if (source.fields().node("end") instanceof YamlText text && text.text().equals("true")) {
            if (contacts != null) {
                source.error(contacts.place(), "missing-field", "contacts need a text. Write one instead of \"true\".");
            }
            return new EndStep(source.name(), source.place(), null, null);
        }
        Texts says = source.texts("end");
        return says == null ? null : new EndStep(source.name(), source.place(), says, contacts);
    }

    @Override
    public List<YamlText> goesTo() {
        return List.of();
    }

    @Override
    public List<Texts> texts() {
        return says == null ? List.of() : List.of(says);
    }

    @Override
    public void enter(Walk walk) {
        if (says != null) {
            walk.say(says, contacts);
        }
        walk.end();
    }
}
