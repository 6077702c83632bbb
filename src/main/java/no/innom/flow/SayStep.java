package no.innom.flow;

import java.util.List;
import no.innom.yaml.Place;
import no.innom.yaml.YamlText;
import org.jspecify.annotations.Nullable;

/**
 * {@code say}: the bot says something and goes on.
 *
 * @param says shown one by one
 * @param contacts shown with the last
 */
public record SayStep(
        String name,
        Place place,
        List<Texts> says,
        @Nullable Signpost contacts,
        YamlText next) implements Step {

    static final List<String> FIELDS = List.of("say", "contacts", "next");

    static @Nullable SayStep read(StepSource source) {
        List<Texts> says = source.manyTexts("say");
        Signpost contacts = source.contacts();
        YamlText next = source.next();
        return says.isEmpty() || next == null
                ? null
                : new SayStep(source.name(), source.place(), List.copyOf(says), contacts, next);
    }

    @Override
    public List<YamlText> goesTo() {
        return List.of(next);
    }

    @Override
    public List<Texts> texts() {
        return says;
    }

    @Override
    public void enter(Walk walk) {
        for (int i = 0; i < says.size(); i++) {
            walk.say(says.get(i), i == says.size() - 1 ? contacts : null);
        }
        walk.go(next.text());
    }
}
