package no.innom.web.editor;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The documents that come with the program: {@code GET /api/schema/NAME.json} and {@code GET /api/openapi.json}. */
final class Schemas {
    private static final int A_DAY = 86_400;
    private static final Map<String, Handler<RoutingContext>> SCHEMAS = Stream.of(
                    "flow", "directory", "words", "hours", "phrases")
            .collect(Collectors.toUnmodifiableMap(
                    name -> name, name -> document("/schema/" + name + ".schema.json", "application/schema+json")));

    private Schemas() {}

    /** The JSON Schema of a kind of file. */
    static void schema(RoutingContext ctx) {
        var name = ctx.pathParam("name").replaceFirst("\\.json$", "");
        var schema = SCHEMAS.get(name);
        if (schema == null) {
            Gate.fail(
                    ctx,
                    RefusedCallException.notFound("There is a schema for each of: "
                            + SCHEMAS.keySet().stream().sorted().collect(Collectors.joining(", ")) + "."));
        } else {
            schema.handle(ctx);
        }
    }

    /** A document from the program itself, read once. */
    static Handler<RoutingContext> document(String resource, String type) {
        byte[] bytes;
        try (var in = Schemas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the program");
            }
            bytes = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ctx -> ctx.response()
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", "public, max-age=" + A_DAY)
                .end(io.vertx.core.buffer.Buffer.buffer(bytes));
    }
}
