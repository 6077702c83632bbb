package no.innom.web.editor;

import io.vertx.core.Future;

/** {@code GET /api/flows/templates}: what a new flow can be begun from. */
record ListTemplates(Workbench bench) implements Call.Handler {

    @Override
    public Future<?> handle(Call call) {
        return bench.work(() -> bench.templates().all()).compose(all -> {
            var body = Call.object();
            var templates = body.putArray("templates");
            all.forEach(template -> {
                var one = Call.object().put("id", template.id());
                one.set("title", ListFlows.titles(template.flow()));
                templates.add(one.put("about", template.flow().about()));
            });
            return call.json(200, body);
        });
    }
}
