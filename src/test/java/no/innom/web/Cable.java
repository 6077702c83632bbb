package no.innom.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;
import no.innom.Client;

/** The cable between a page and the server, to be pulled: between them stand real sockets on both sides. */
final class Cable {
    private final List<JsonNode> sent = new ArrayList<>();
    private Runnable hangUp = () -> {};
    private boolean cut;
    private boolean deaf;

    Cable(Page page) {
        page.routeWebSocket("**/ws/visitor", this::plug);
    }

    /** Nothing goes through any more, and whoever tries anew is turned away. */
    void cut() {
        cut = true;
        hangUp.run();
    }

    /** What the visitor sends arrives, what the server answers does not. */
    void loseAnswers() {
        deaf = true;
    }

    void mend() {
        cut = false;
        deaf = false;
    }

    /** The ids of the messages that reached the server, as often as they did. */
    List<String> said() {
        return sent.stream()
                .filter(frame -> frame.path("type").asText().equals("say"))
                .map(frame -> frame.path("id").asText())
                .toList();
    }

    private void plug(WebSocketRoute page) {
        if (cut) {
            goAway(page);
            return;
        }
        var server = page.connectToServer();
        page.onMessage(frame -> {
            sent.add(read(frame.text()));
            server.send(frame.text());
        });
        server.onMessage(frame -> {
            if (!deaf) {
                page.send(frame.text());
            }
        });
        hangUp = () -> {
            hangUp = () -> {};
            goAway(page);
            server.close();
        };
    }

    private static void goAway(WebSocketRoute page) {
        page.close(new WebSocketRoute.CloseOptions().setCode(1001));
    }

    private static JsonNode read(String text) {
        try {
            return Client.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
