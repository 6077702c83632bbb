package no.innom.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Supplier;
import no.innom.config.Texts;
import no.innom.duty.OnDuty;
import no.innom.duty.OpeningHours;
import no.innom.flow.Directory;
import no.innom.flow.Flow;

/** What the front page asks for: whether somebody is here, when, and whom to reach otherwise. Leaves no trace. */
record OpenPage(
        OnDuty onDuty,
        OpeningHours hours,
        Supplier<Collection<Flow>> flows,
        Directory directory,
        Texts texts,
        InstantSource clock) {

    /** {@code GET /api/open}. */
    void open(RoutingContext ctx) {
        ObjectNode open = Wire.JSON.createObjectNode().put("open", onDuty.open());
        hours.nowOrNext(clock.instant())
                .ifPresent(stretch -> open.put("opensAt", stretch.opens().toString())
                        .put("closesAt", stretch.closes().toString()));
        var language = texts.speak(ctx.queryParams().get("lang"));
        var now = clock.instant().atZone(hours.zone());
        var themes = open.putArray("themes");
        flows.get().stream()
                .filter(flow -> flow.theme() != null && flow.theme().announcedAt(now))
                .sorted(Comparator.comparing(flow -> opens(flow)))
                .forEach(flow -> themes.add(theme(flow, language)));
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

    private Instant opens(Flow flow) {
        var theme = flow.theme();
        var opens = theme == null ? null : theme.opensAt(hours.zone());
        return opens == null ? Instant.MAX : opens;
    }

    private ObjectNode theme(Flow flow, String language) {
        var spoken = flow.speaks(language);
        ObjectNode one = Wire.JSON
                .createObjectNode()
                .put("flow", flow.id())
                .put("title", flow.title().in(spoken))
                .put("opens", opens(flow).toString());
        var theme = flow.theme();
        var closes = theme == null ? null : theme.closesAt(hours.zone());
        if (closes != null) {
            one.put("closes", closes.toString());
        }
        if (theme != null && theme.card() != null) {
            one.put("card", theme.card().in(spoken));
        }
        return one;
    }
}
