package no.innom.secondline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import no.innom.config.Settings;
import no.innom.escalation.SecondLine;

/**
 * A signed HTTP request: {@code {"type":"innom.waiting","id","queue","level","since","step","console"?}}. Any answer
 * from 200 to 299 takes the call; no redirect is followed, since the signature was not meant for there.
 */
final class Webhook implements Way {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final int CONNECT_MS = 3000;
    private static final int IDLE_SECONDS = (int) SecondLine.LONGEST_CALL.toSeconds();
    private static final int MOST_CONNECTIONS = 8;
    private static final int MOST_QUEUED = 32;

    private final HttpClient http;
    private final String url;
    private final Signature signature;
    private final String console;
    private final InstantSource clock;

    Webhook(Vertx vertx, Settings.Webhook settings, String console, InstantSource clock) {
        this.http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(CONNECT_MS)
                        .setIdleTimeout(IDLE_SECONDS)
                        .setIdleTimeoutUnit(TimeUnit.SECONDS)
                        .setKeepAlive(false),
                new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS).setMaxWaitQueueSize(MOST_QUEUED));
        this.url = settings.url();
        this.signature = new Signature(settings.secret());
        this.console = console;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public Future<Void> send(SecondLine.Call call) {
        var body = body(call);
        long now = clock.instant().getEpochSecond();
        var options = new RequestOptions()
                .setAbsoluteURI(url)
                .setMethod(HttpMethod.POST)
                .putHeader("Content-Type", "application/json")
                .putHeader("webhook-id", call.id())
                .putHeader("webhook-timestamp", Long.toString(now))
                .putHeader("webhook-signature", signature.of(call.id(), now, body));
        return http.request(options).compose(request -> answer(request, body));
    }

    private static Future<Void> answer(HttpClientRequest request, String body) {
        return request.send(Buffer.buffer(body)).compose(response -> {
            int status = response.statusCode();
            // What it says more is of no interest, however long it is.
            request.connection().close();
            return status >= 200 && status < 300
                    ? Future.succeededFuture()
                    : Future.failedFuture(new NotTakenException("it answered " + status));
        });
    }

    private String body(SecondLine.Call call) {
        ObjectNode json = JSON.createObjectNode().put("type", "innom.waiting");
        json.setAll((ObjectNode) JSON.valueToTree(call));
        if (!console.isEmpty()) {
            json.put("console", console);
        }
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a call can be written", e);
        }
    }
}
