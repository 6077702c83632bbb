package no.innom.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.function.Supplier;
import no.innom.config.Texts;
import no.innom.duty.OnDuty;
import no.innom.duty.OpeningHours;
import no.innom.flow.Directory;
import no.innom.flow.Flow;
import no.innom.flow.Themes;

/** What the front page asks for: whether somebody is here, when, and whom to reach otherwise. Leaves no trace. */
record OpenPage(
        OnDuty onDuty,
        Supplier<OpeningHours> hours,
        Supplier<Collection<Flow>> flows,
        Supplier<Directory> directory,
        Texts texts,
        Duration retention,
        InstantSource clock) {

    /** {@code GET /api/open}. */
    void open(RoutingContext ctx) {
        ObjectNode open =
                Wire.JSON.createObjectNode().put("open", onDuty.open()).put("retention", retention.toString());
        hours.get().nowOrNext(clock.instant()).ifPresent(stretch -> open.put(
                        "opensAt", stretch.opens().toString())
                .put("closesAt", stretch.closes().toString()));
        var language = texts.speak(ctx.queryParams().get("lang"));
        var now = clock.instant().atZone(hours.get().zone());
        var themes = open.putArray("themes");
        Themes.announcedAt(flows.get(), now, language).forEach(evening -> themes.add(theme(evening)));
        Answers.json(ctx, open);
    }

    /** {@code GET /api/contacts?lang=}. */
    void contacts(RoutingContext ctx) {
        var language = texts.speak(ctx.queryParams().get("lang"));
        var now = clock.instant().atZone(hours.get().zone());
        ObjectNode body = Wire.JSON.createObjectNode();
        body.set("contacts", Wire.JSON.valueToTree(directory.get().urgent(null, now, language)));
        Answers.json(ctx, body);
    }

    private static ObjectNode theme(Themes.Evening evening) {
        ObjectNode one = Wire.JSON
                .createObjectNode()
                .put("flow", evening.flow())
                .put("title", evening.title())
                .put("opens", evening.opens().toString())
                .put("closes", evening.closes().toString());
        return evening.card() == null ? one : one.put("card", evening.card());
    }
}
