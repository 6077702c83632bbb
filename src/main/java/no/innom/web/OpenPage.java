package no.innom.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import no.innom.config.Texts;
import no.innom.duty.OnDuty;
import no.innom.duty.OpeningHours;
import no.innom.flow.Directory;

/** What the front page asks for: whether somebody is here, when, and whom to reach otherwise. Leaves no trace. */
record OpenPage(OnDuty onDuty, OpeningHours hours, Directory directory, Texts texts, InstantSource clock) {

    /** {@code GET /api/open}. */
    void open(RoutingContext ctx) {
        ObjectNode open = Wire.JSON.createObjectNode().put("open", onDuty.open());
        hours.nowOrNext(clock.instant())
                .ifPresent(stretch -> open.put("opensAt", stretch.opens().toString())
                        .put("closesAt", stretch.closes().toString()));
        open.putArray("themes");
        Answers.json(ctx, open);
    }

    /** {@code GET /api/contacts?lang=}. */
    void contacts(RoutingContext ctx) {
        var language = texts.speak(ctx.queryParams().get("lang"));
        var now = clock.instant().atZone(hours.zone());
        ObjectNode body = Wire.JSON.createObjectNode();
        body.set("contacts", Wire.JSON.valueToTree(directory.urgent(null, now, language)));
        Answers.json(ctx, body);
    }
}
