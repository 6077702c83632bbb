package no.innom.load;

import io.lettuce.core.RedisClient;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What the measured server is compared with: one {@code XADD} for each message, then forward. Arguments: port, Redis. */
public final class BareServer {
    private static final Map<String, ServerWebSocket> STAFF = new ConcurrentHashMap<>();

    private BareServer() {}

    public static void main(String[] args) {
        int port = Integer.parseInt(args[0]);
        var redis = RedisClient.create(args[1]).connect().async();
        var vertx = Vertx.vertx();
        Supplier<VerticleBase> doors = () -> new VerticleBase() {
            @Override
            public io.vertx.core.Future<?> start() {
                var options = new HttpServerOptions()
                        .setPerFrameWebSocketCompressionSupported(false)
                        .setPerMessageWebSocketCompressionSupported(false);
                return vertx.createHttpServer(options)
                        .webSocketHandler(ws -> {
                            if (ws.path().equals("/staff")) {
                                STAFF.put("staff", ws);
                            }
                            ws.textMessageHandler(text -> {
                                var frame = new JsonObject(text);
                                redis.xadd("bare:" + frame.getString("chat"), Map.of("m", text))
                                        .thenAccept(id -> {
                                            ws.writeTextMessage(new JsonObject()
                                                    .put("type", "ack")
                                                    .put("id", frame.getString("id"))
                                                    .encode());
                                            var staff = STAFF.get("staff");
                                            if (staff != null) {
                                                staff.writeTextMessage(text);
                                            }
                                        });
                            });
                        })
                        .listen(port);
            }
        };
        vertx.deployVerticle(
                        doors,
                        new DeploymentOptions()
                                .setInstances(Runtime.getRuntime().availableProcessors()))
                .onSuccess(id -> System.out.println("ready"));
    }
}
